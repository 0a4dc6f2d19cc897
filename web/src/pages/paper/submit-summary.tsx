import { useEffect, useRef, useState } from "react";
import { Refusal } from "../../api/call.ts";
import { type PaperKey, submitPaper } from "../../api/papers.ts";
import type { Paper, PaperCell } from "../../api/types.ts";
import { newKey } from "../../lib/new-key.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import type { DeskLine } from "./desk.ts";

/** What is handed in, to be looked at once more; one key for however often it is confirmed. */
export function SubmitSummary({
  paperKey,
  kind,
  isCorrecting,
  lines,
  subjects,
  onBack,
  onDone,
}: {
  readonly paperKey: PaperKey;
  readonly kind: Paper["kind"];
  /** It takes the place of accepted figures, so that it is handed in with a reason. */
  readonly isCorrecting: boolean;
  readonly lines: readonly DeskLine[];
  readonly subjects: Paper["subjects"];
  readonly onBack: () => void;
  readonly onDone: () => Promise<void>;
}) {
  const { t, say, language } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [key] = useState(newKey);
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirmKey = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The browser would choose the table, which scrolls.
    confirmKey.current?.focus();
  }, []);
  const filled = lines.filter(({ row }) => row.isFilled);
  const blank = lines.filter(({ row }) => !row.isFilled);
  // Two chains have the same measures.
  const blankNames = subjects.flatMap(({ name, rows }) => {
    const own = rows.filter(({ measure }) => blank.some(({ row }) => row.measure === measure));
    const names = listed(
      language,
      own.map((row) => say(row.scopeName ?? row.name)),
    );
    return own.length === 0 ? [] : [t("paper.summaryBlankOf", { subject: say(name), names })];
  });
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    const seen = lines.map(({ row }) => ({ measure: row.measure, version: row.version }));
    try {
      await submitPaper(paperKey, { seen, ...(isCorrecting ? { reason } : {}) }, key);
      await onDone();
    } catch (error) {
      const isKnown = error instanceof Refusal && error.message !== "";
      setProblem(isKnown ? error.message : t("paper.submitFailed"));
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} className="paper-summary" aria-labelledby="summary-title" onClose={onBack}>
      <h2 id="summary-title">{t("paper.summary")}</h2>
      {filled.length === 0 ? (
        <p>{t("paper.nothing")}</p>
      ) : (
        <>
          <p>{t("paper.summaryDetail", { count: filled.length })}</p>
          <SummaryTable lines={filled} subjects={subjects} isCorrection={kind === "correction"} />
        </>
      )}
      {blank.length > 0 && (
        <p className="aside">
          {kind === "correction"
            ? t("paper.summaryRest", { count: blank.length })
            : t("paper.summaryBlank", { count: blank.length, names: listed(language, blankNames) })}
        </p>
      )}
      {isCorrecting && (
        <label className="paper-reason">
          {t("paper.reason")}
          <input type="text" maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
      {problem && (
        <p className="finding-error" role="alert">
          {problem}
        </p>
      )}
      <p className="note-ways">
        <button
          type="button"
          className="key key-first"
          ref={confirmKey}
          disabled={isBusy || filled.length === 0 || (isCorrecting && reason.trim() === "")}
          onClick={() => void confirm()}
        >
          {t("paper.confirm")}
        </button>
        <button type="button" className="key" disabled={isBusy} onClick={() => dialog.current?.close()}>
          {t("paper.mend")}
        </button>
      </p>
    </dialog>
  );
}

function SummaryTable({
  lines,
  subjects,
  isCorrection,
}: {
  readonly lines: readonly DeskLine[];
  readonly subjects: Paper["subjects"];
  readonly isCorrection: boolean;
}) {
  const { t, say } = useWords();
  // Two chains have the same measures.
  const subjectOf = (measure: string) => subjects.find(({ rows }) => rows.some((row) => row.measure === measure));
  const shown = lines.map(({ row }) => {
    const cells = row.cells.filter(({ cumulative }) => cumulative.text !== "—");
    const subject = subjectOf(row.measure);
    const before = isCorrection ? row.standing : row.last;
    // Of several figures each is named.
    const named = (field: PaperCell["field"], text: string) =>
      cells.length > 1 ? `${t(`paper.cumulativeOf.${field}`)} ${text}` : text;
    return {
      measure: row.measure,
      subject: subject === undefined ? "" : say(subject.name),
      unit: say(row.unit),
      name: row.scopeName ? `${say(row.name)} · ${say(row.scopeName)}` : say(row.name),
      last: before === null ? "—" : say(before.text),
      added: cells.map(({ added }) => added.text).join(" / "),
      cumulative: cells.map(({ field, cumulative }) => named(field, cumulative.text)),
    };
  });
  return (
    <div className="paper-summary-frame">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t("paper.measure")}</th>
            <th scope="col">{t(isCorrection ? "paper.beforeCorrection" : "paper.last")}</th>
            <th scope="col" className="figure">
              {t("paper.added")}
            </th>
            <th scope="col" className="figure">
              {t(isCorrection ? "paper.afterCorrection" : "paper.cumulative")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ measure, subject, name, unit, last, added, cumulative }) => (
            <tr key={measure}>
              <th scope="row">
                {name}
                <span className="unit-of">{unit}</span>
                <small className="aside">{subject}</small>
              </th>
              <td>{last}</td>
              <td className="figure">{added}</td>
              <td className="figure">
                {cumulative.map((figure) => (
                  <span key={figure} className="paper-summary-figure">
                    {figure}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
