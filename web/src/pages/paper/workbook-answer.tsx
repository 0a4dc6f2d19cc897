import { useEffect, useRef } from "react";
import type { WorkbookReading } from "../../api/types.ts";
import { CellFindings } from "../../components/cell-findings.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";

/** What the dry run found, and the ways on. */
export function WorkbookAnswer({
  name,
  reading,
  isBusy,
  onTake,
  onCorrect,
  onLeave,
}: {
  readonly name: string;
  readonly reading: WorkbookReading;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onCorrect: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useWords();
  const { lines, total, changed, findings } = reading;
  const place = useRef<HTMLElement>(null);
  // Who chose the file by keyboard goes on from here.
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="workbook-answer" ref={place} tabIndex={-1} aria-label={t("workbook.answer", { name })}>
      <p>
        <strong>{t("workbook.read", { name, lines, total })}</strong>
        {changed === 0 ? t("workbook.same") : t("workbook.changes", { count: changed })}
      </p>
      <Differences reading={reading} />
      <CellFindings findings={findings} />
      <p className="workbook-ways">
        {changed > 0 && (
          <button type="button" className="key key-first" disabled={isBusy} onClick={onTake}>
            {t("workbook.take")}
          </button>
        )}
        {findings.length > 0 && (
          <button type="button" className="key" disabled={isBusy} onClick={onCorrect}>
            {t("workbook.correct")}
          </button>
        )}
        <button type="button" className="key" disabled={isBusy} onClick={onLeave}>
          {t("workbook.leave")}
        </button>
      </p>
    </section>
  );
}

/** Where the workbook and the form of today are not of one mind, and whose lines it would replace. */
function Differences({ reading: { isStale, dropped, lacking, replaces } }: { readonly reading: WorkbookReading }) {
  const { t, say } = useWords();
  return (
    <>
      {isStale && <p className="finding-warning">{t("workbook.stale")}</p>}
      {dropped.length > 0 && <p className="finding-warning">{t("workbook.dropped", { names: dropped.join("、") })}</p>}
      {lacking.length > 0 && (
        <p className="finding-warning">{t("workbook.lacking", { names: lacking.map(say).join("、") })}</p>
      )}
      {replaces.map(({ by, at, names }) => (
        <p key={by} className="finding-warning">
          {t("workbook.replaces", { by, at: dayAndTime(at), count: names.length, names: names.map(say).join("、") })}
        </p>
      ))}
    </>
  );
}

/** What was taken over, and whose lines were replaced. */
export function TakenNote({ name, reading }: { readonly name: string; readonly reading: WorkbookReading }) {
  const { t, say } = useWords();
  const { changed, replaces } = reading;
  return (
    <div className="workbook-taken">
      <p>
        <strong>{t("workbook.taken", { name, count: changed })}</strong>
        {t("workbook.next")}
      </p>
      {replaces.map(({ by, at, names }) => (
        <p key={by}>
          {t("workbook.replaced", { by, at: dayAndTime(at), count: names.length, names: names.map(say).join("、") })}
        </p>
      ))}
    </div>
  );
}
