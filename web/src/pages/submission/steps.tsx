import type { SubmissionStep } from "../../api/types.ts";
import { Original, Quoting } from "../../components/original.tsx";
import { dayAndTime } from "../../lib/china-time.ts";
import { useWords } from "../../words/use-words.ts";

/** Who did what with the paper, when and why, oldest first. */
export function Steps({ steps }: { readonly steps: readonly SubmissionStep[] }) {
  const { t, say } = useWords();
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t("submission.steps")}</h2>
      </div>
      <ol className="submission-steps">
        {steps.map(({ move, by, role, at, reason, lines }) => (
          <li key={`${at} ${move}`}>
            <span className="submission-at">{dayAndTime(at)}</span>
            <strong>{t(`submission.step.${move}`)}</strong>
            <span>
              <Quoting>{t("submission.by", { who: by, role: t(`role.${role}`) })}</Quoting>
            </span>
            {reason && (
              <p>
                <Original>{reason}</Original>
              </p>
            )}
            {lines.map(({ measure, name, reason: word }) => (
              <p key={measure} className="aside">
                <Quoting>{t("submission.lineReason", { name: say(name), reason: word })}</Quoting>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
