import type { Progress } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { LightOf } from "../../components/light-of.tsx";
import { Shortfall, useDistance } from "../../components/shortfall.tsx";
import { SubjectTarget } from "../../components/subject-target.tsx";
import { useWords } from "../../words/use-words.ts";
import { type Judged, judgedByTarget } from "./subjects-of.ts";

/** So many stand open; the rest is one key away. */
const open = 8;

/** What is behind schedule or missed, the worst first, and by how many firms. */
export function BehindList({ progress }: { readonly progress: Progress }) {
  const { t } = useWords();
  const byTarget = judgedByTarget(progress);
  const behind = progress.behind.flatMap((target) => byTarget.get(target) ?? []);
  const rest = behind.slice(open);
  return (
    <section className="block block-behind" aria-labelledby="behind-title">
      <div className="block-head">
        <h2 id="behind-title">{t("overview.behind")}</h2>
        {behind.length > 0 && <p className="subtitle">{t("overview.behindCount", { count: behind.length })}</p>}
      </div>
      {behind.length === 0 && <EmptyNote>{t("overview.behindNone")}</EmptyNote>}
      <BehindRows rows={behind.slice(0, open)} />
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t("overview.shorter", { count: rest.length })}</summary>
          <BehindRows rows={rest} />
        </details>
      )}
    </section>
  );
}

function BehindRows({ rows }: { readonly rows: readonly Judged[] }) {
  const { t } = useWords();
  const distance = useDistance();
  return (
    <ul className="rail-list">
      {rows.map((judged) => {
        const { assessment } = judged;
        return (
          <li key={assessment.target}>
            <SubjectTarget subject={judged.subject} counted={judged.assessment} />
            <Shortfall assessment={assessment} />
            <LightOf assessment={assessment} />
            {assessment.light !== "missed" && (
              <span className="aside">
                {t("overview.behindOfTarget", { remaining: distance(assessment.remaining.text, assessment) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
