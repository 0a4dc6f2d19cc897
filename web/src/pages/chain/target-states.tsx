import type { SubjectTarget } from "../../api/types.ts";
import { AdjustmentNote } from "../../components/adjustment-note.tsx";
import { achievedInWords, achievedNotes, correctionNote, statedInWords } from "../../components/assessment-words.ts";
import { LightOf } from "../../components/light-of.tsx";
import { TargetBullet } from "../../components/target-bullet.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";

/** Every target of a subject in one line: how far it is, as a bullet and in figures, and its light, which says why. */
export function TargetStates({ name, targets }: { readonly name: string; readonly targets: readonly SubjectTarget[] }) {
  const words = useWords();
  const { t, say, horizon } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="chain-states" aria-label={t("chain.statesOf", { name })} tabIndex={0}>
      <ul>
        {targets.map(({ target, assessment }) => {
          // What differs between the rows stands where it is not cut.
          const { scopeName } = assessment;
          const own = indicatorName(words, { ...assessment, scopeName: null });
          const indicator = scopeName ? `${say(scopeName)} · ${own}` : own;
          const until = target.deadline ?? t("horizon.standingShort");
          const notes = achievedNotes(words, assessment);
          const whole = [indicator, horizon(target.horizon), say(target.text), ...notes].join(" · ");
          return (
            <li key={target.key} title={whole}>
              <span className="chain-state-name">{indicator}</span>
              <span className="chain-state-until">{until}</span>
              <TargetBullet assessment={assessment} height={18} />
              <span className="figure">
                <b>{achievedInWords(words, assessment)}</b>{" "}
                <span className="of-target">/ {statedInWords(words, assessment)}</span>
              </span>
              <span className="figure chain-state-share">{assessment.completion.text}</span>
              <LightOf assessment={assessment} />
              {(assessment.isCorrected || target.adjustments.length > 0) && (
                <small className="aside chain-state-note">
                  {correctionNote(t, assessment)}
                  {target.adjustments.map((adjustment) => (
                    <span key={adjustment.from}>
                      <AdjustmentNote adjustment={adjustment} />
                    </span>
                  ))}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
