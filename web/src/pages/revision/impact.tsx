import type { ConcernedTarget, RevisionPreview } from "../../api/types.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { type Change, changesOf, isLightMoved } from "./changed-months.ts";
import { LightRows } from "./light-rows.tsx";

/** What a new value would move: each target concerned with its sentence and its lights, then what adds up. */
export function Impact({ preview }: { readonly preview: RevisionPreview }) {
  const { t, say, horizon } = useWords();
  return (
    <>
      {preview.targets.map((target) => (
        <TargetImpact key={target.target} target={target} />
      ))}
      {preview.reconciliations.length > 0 && (
        <section className="revision-sums">
          <h3>{t("revision.sums")}</h3>
          {preview.reconciliations.map(({ before, after }) => (
            <p key={before.target}>
              {t("revision.sum", {
                name: say(before.name),
                horizon: horizon(before.horizon),
                allocatedBefore: before.allocated.text,
                allocatedAfter: after.allocated.text,
                before: before.unallocated.text,
                after: after.unallocated.text,
              })}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function TargetImpact({ target }: { readonly target: ConcernedTarget }) {
  const words = useWords();
  const { t, say, horizon, month, language } = words;
  const name = `${say(target.subjectName)} ${say(target.name)}${target.scopeName ? ` · ${say(target.scopeName)}` : ""}`;
  const closed = target.months.filter(
    ({ edition, before, after }) => edition !== null && JSON.stringify(before) !== JSON.stringify(after),
  );
  return (
    <section className="revision-target">
      <h3>
        {name} <span className="aside">{horizon(target.horizon)}</span>{" "}
        <span className="revision-relation">{t(`revision.${target.relation}`)}</span>
      </h3>
      {target.relation === "itself" && (
        <p>{t("revision.change", { before: say(target.before), after: say(target.after) })}</p>
      )}
      <p>
        <LightSentence target={target} />
      </p>
      {closed.length > 0 && (
        <p className="revision-closed">
          {t("revision.closed", {
            months: listed(
              language,
              closed.map((each) => month(each.month)),
            ),
          })}
        </p>
      )}
      <LightRows target={target} name={name} />
    </section>
  );
}

/** Which months change their light and how; else whether completion at least changes. */
function LightSentence({ target: { months } }: { readonly target: ConcernedTarget }) {
  const { t, month } = useWords();
  const moved = months.filter(isLightMoved).length;
  const light = (word: Change["before"]) => (word ? t(`light.${word}`) : t("revision.none"));
  if (moved > 0) {
    const said = changesOf(months).map(({ first, last, before, after }) =>
      t("revision.changedOne", {
        months: first === last ? month(first) : t("revision.span", { first: month(first), last: month(last) }),
        before: light(before),
        after: light(after),
      }),
    );
    return <b>{t("revision.changed", { count: moved, months: said.join(t("revision.listBetween")) })}</b>;
  }
  const completed = months.filter(({ before, after }) => before.completion.text !== after.completion.text).length;
  return <>{completed > 0 ? t("revision.completionOnly", { count: completed }) : t("revision.changedNone")}</>;
}
