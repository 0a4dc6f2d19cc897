import type { Progress } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SubjectTarget } from "../../components/subject-target.tsx";
import { useWords } from "../../words/use-words.ts";
import { judgedByTarget } from "./subjects-of.ts";

/** What is not reported for the latest period, under the unit that owes the report. */
export function UnreportedList({ progress }: { readonly progress: Progress }) {
  const { t, say, month } = useWords();
  const byTarget = judgedByTarget(progress);
  const units = new Map<string, Progress["unreported"]>();
  for (const each of progress.unreported) {
    const unit = say(each.reportingUnit);
    units.set(unit, [...(units.get(unit) ?? []), each]);
  }
  return (
    <section className="block block-unreported" aria-labelledby="unreported-title">
      <div className="block-head">
        <h2 id="unreported-title">{t("overview.unreported")}</h2>
        {units.size > 0 && (
          <p className="subtitle">{t("overview.unreportedCount", { count: progress.unreported.length })}</p>
        )}
      </div>
      {units.size === 0 && (
        <EmptyNote>
          {progress.quotation.latestPeriod === null
            ? t("overview.notDue", { month: month(progress.plan.firstPeriod) })
            : t("overview.unreportedNone")}
        </EmptyNote>
      )}
      {[...units].map(([unit, owed]) => (
        <div key={unit} className="owing">
          <h3>{unit}</h3>
          <ul className="rail-list">
            {owed.map(({ target, lastMonth }) => {
              const judged = byTarget.get(target);
              return (
                <li key={target}>
                  {judged ? <SubjectTarget subject={judged.subject} counted={judged.assessment} /> : target}
                  <span className="aside">
                    {lastMonth ? t("overview.lastMonth", { month: month(lastMonth) }) : t("overview.neverReported")}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
