import { useState } from "react";
import { Refusal } from "../../api/call.ts";
import type { TypedLine } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import type { DeskLine } from "./desk.ts";

/** 无变化 or 与部门填报一致, the note and the files of a line. */
export function LineExtras({
  line,
  name,
  isConfirmation,
  canWrite,
  onType,
  onAttach,
}: {
  readonly line: DeskLine;
  readonly name: string;
  readonly isConfirmation: boolean;
  readonly canWrite: boolean;
  readonly onType: (typed: TypedLine) => void;
  readonly onAttach: (measure: string, file: File) => Promise<void>;
}) {
  const { t } = useWords();
  const { row, typed } = line;
  const [problem, setProblem] = useState<string | null>(null);
  const [isNoted, setNoted] = useState(false);
  const isUnchanged = typed.isUnchanged === true;
  const { entries: _, exits: __, stock: ___, amount: ____, isUnchanged: _____, ...others } = typed;
  const attach = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(null);
    await onAttach(row.measure, file).catch((error: unknown) => {
      setProblem(error instanceof Refusal && error.message !== "" ? error.message : t("problem.unreachable"));
    });
  };
  const hasNote = isNoted || (typed.note ?? "") !== "";
  return (
    <div className="paper-extras">
      {canWrite && (
        <span className="paper-ways screen-only">
          {row.reported && (
            <button
              type="button"
              className="paper-way"
              aria-label={t("paper.agreeLabel", { name })}
              onClick={() => onType({ ...others, ...row.reported?.typed })}
            >
              {t("paper.agree")}
            </button>
          )}
          {row.canRepeat && !isConfirmation && (
            <button
              type="button"
              className="paper-way"
              aria-pressed={isUnchanged}
              aria-label={t("paper.unchangedLabel", { name })}
              onClick={() => onType(isUnchanged ? others : { ...others, isUnchanged: true })}
            >
              {t("paper.unchanged")}
            </button>
          )}
          {!hasNote && (
            <button
              type="button"
              className="paper-way"
              aria-label={t("paper.noteLabel", { name })}
              onClick={() => setNoted(true)}
            >
              {t("paper.note")}
            </button>
          )}
          <label className="paper-way">
            {t("paper.attach")}
            <input
              type="file"
              className="unseen"
              aria-label={t("paper.attachLabel", { name })}
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
              onChange={({ target }) => {
                void attach(target.files?.[0]);
                target.value = "";
              }}
            />
          </label>
        </span>
      )}
      {!canWrite && isUnchanged && <span>{t("paper.unchanged")}</span>}
      {hasNote &&
        (canWrite ? (
          <input
            type="text"
            className="paper-note"
            aria-label={t("paper.noteLabel", { name })}
            placeholder={t("paper.note")}
            maxLength={500}
            value={typed.note ?? ""}
            onChange={({ target }) => onType({ ...typed, note: target.value })}
          />
        ) : (
          <span className="paper-said">{typed.note}</span>
        ))}
      {row.evidence.map(({ id, name: file }) => (
        <span key={id} className="paper-file">
          <a href={`/api/evidence/${id}`} download={file}>
            {file}
          </a>
          {canWrite && (
            <button
              type="button"
              className="paper-way"
              aria-label={t("paper.remove", { name: file })}
              onClick={() => onType({ ...typed, evidence: (typed.evidence ?? []).filter((each) => each !== id) })}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {problem && (
        <small className="finding-error" role="alert">
          {problem}
        </small>
      )}
    </div>
  );
}
