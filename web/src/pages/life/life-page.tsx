import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { lifeQuery } from "../../api/reviews.ts";
import type { Life } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { LifeEvents } from "./life-events.tsx";
import "./life.css";

/**
 * The life of one figure: entered, checked, returned, accepted, corrected. `period` is the month of the figure; the
 * address's month is the one that whoever came here looks at, and stays as it is for the way back.
 */
export function LifePage() {
  const { plan = "", measure = "", period, month = "" }: Search = useSearch({ strict: false });
  const query = useQuery(lifeQuery({ plan, measure, month: period ?? month }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={6} height={48} />}>
      {(data) => <LifeOf life={data} />}
    </Answered>
  );
}

function LifeOf({ life }: { readonly life: Life }) {
  const { t, say, month } = useWords();
  const { subjectName, departmentName, unit, planTitle, events } = life;
  const measure = life.scopeName ? `${say(life.name)} · ${say(life.scopeName)}` : say(life.name);
  const name = `${say(subjectName)} · ${measure}`;
  usePageTitle(t("life.title"), name, month(life.month));
  return (
    <div className="life">
      <header className="life-head">
        <h1>{t("life.heading", { name, month: month(life.month) })}</h1>
        <p className="subtitle">
          {say(planTitle)} · {t("unitIs", { unit: say(unit) })} · {t("life.reportedBy", { unit: say(departmentName) })}
        </p>
        <p className="life-way screen-only">
          <Link to="/chain" search={{ plan: life.plan, subject: life.subject }}>
            {t("life.chain", { subject: say(subjectName) })}
          </Link>
        </p>
      </header>
      {events.length === 0 ? (
        <EmptyNote>{t("life.none", { month: month(life.month), unit: say(departmentName) })}</EmptyNote>
      ) : (
        <LifeEvents life={life} caption={t("life.caption", { name, month: month(life.month) })} />
      )}
    </div>
  );
}
