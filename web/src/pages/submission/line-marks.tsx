import type { SubmittedLine } from "../../api/types.ts";
import { EvidenceLinks } from "../../components/evidence-links.tsx";
import { Quoting } from "../../components/original.tsx";
import { quantityName } from "../../words/quantity-name.ts";
import { useWords } from "../../words/use-words.ts";

/** What the checks mark in a line, the unit's word on it, its note and its evidence, and what was to be mended before. */
export function LineMarks({ line }: { readonly line: SubmittedLine }) {
  const words = useWords();
  const { t, say } = words;
  const { findings, reason, note, doneOn, isUnchanged, returned, evidence, nature } = line;
  return (
    <div className="submission-said">
      {findings.length === 0 && <span className="aside">{t("submission.plain")}</span>}
      {findings.map(({ code, severity, field, text }) => (
        <p key={`${field} ${code}`} className={`submission-${severity}`}>
          {t("reviews.finding", { name: quantityName(words, nature, field), text: say(text) })}
        </p>
      ))}
      {reason ? (
        <Said>{t("submission.word", { word: reason })}</Said>
      ) : (
        findings.length > 0 && <p className="submission-error">{t("submission.wordMissing")}</p>
      )}
      {isUnchanged && <p>{t("submission.unchanged")}</p>}
      {note && <Said>{t("submission.note", { note })}</Said>}
      {doneOn && <p>{t("submission.doneOn", { day: doneOn })}</p>}
      {returned && (
        <div className="submission-before">
          <Said>{t("submission.returnedBefore", { reason: returned })}</Said>
        </div>
      )}
      <EvidenceLinks label={t("submission.evidence")} files={evidence} />
    </div>
  );
}

/** A sentence of ours with somebody's own words in it. */
const Said = ({ children }: { readonly children: string }) => (
  <p>
    <Quoting>{children}</Quoting>
  </p>
);
