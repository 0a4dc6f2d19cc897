import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { changesQuery } from "../../api/month-review.ts";
import type { Changes, Progress, TargetChange } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { useDistance } from "../../components/shortfall.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { SubjectTarget } from "../../components/subject-target.tsx";
import { shiftMonth } from "../../lib/month.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** What became of the lights since the month before, and by how many firms. */
export function ChangesList({ progress }: { readonly progress: Progress }) {
  const { t, month } = useWords();
  const question = useQuestion();
  const since = shiftMonth(question.month, -1);
  const isFirst = since < progress.plan.firstMonth;
  return (
    <section className="block block-changes" aria-labelledby="changes-title">
      <div className="block-head">
        <h2 id="changes-title">{t("overview.changes.title")}</h2>
        {!isFirst && (
          <p className="subtitle">
            {t("overview.changes.sinceLast", { month: month(since) })}{" "}
            <Link
              to="/changes"
              search={(old: Search): Search => ({ ...old, since })}
              className="changes-way screen-only"
            >
              {t("overview.changes.compare")}
            </Link>
          </p>
        )}
      </div>
      {isFirst ? <EmptyNote>{t("overview.changes.first")}</EmptyNote> : <Moves since={since} />}
    </section>
  );
}

function Moves({ since }: { readonly since: string }) {
  const { t, say } = useWords();
  const question = useQuestion();
  const query = useQuery(changesQuery({ ...question, since }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={4} />}>
      {({ changes, sentence }: Changes) => {
        const moved = changes.filter(({ move }) => move !== null);
        const still = changes.filter(({ move }) => move === null);
        if (changes.length === 0) return <EmptyNote>{t("overview.changes.none")}</EmptyNote>;
        return (
          <>
            <p className="told">{say(sentence)}</p>
            <ChangeRows rows={moved} />
            {still.length > 0 && (
              <details className="rest">
                <summary>{t("overview.changes.figures", { count: still.length })}</summary>
                <ChangeRows rows={still} />
              </details>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function ChangeRows({ rows }: { readonly rows: readonly TargetChange[] }) {
  const { t, quantity } = useWords();
  const distance = useDistance();
  return (
    <ul className="rail-list">
      {rows.map((change) => {
        const { target, subject, before, after, gained, unit, shortfall } = change;
        const hasGained = gained.value !== null && gained.value !== 0;
        return (
          <li key={target} className="change">
            <SubjectTarget subject={subject} counted={change} />
            {shortfall.value === null ? (
              <span />
            ) : (
              <b className="short">{t("short", { gap: distance(shortfall.text, { unit }) })}</b>
            )}
            <span className="change-lights">
              {change.move !== null && (
                <>
                  <LightBadge light={before?.light ?? null} />
                  <span aria-hidden="true" className="change-arrow">
                    →
                  </span>
                </>
              )}
              <LightBadge light={after.light} />
            </span>
            <span className="aside">
              {hasGained && t("overview.changes.gained", { gained: quantity(gained.text, unit) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
