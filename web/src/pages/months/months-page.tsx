import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { monthsQuery } from "../../api/months.ts";
import { sessionQuery } from "../../api/session.ts";
import type { Months } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { MonthTable } from "./month-table.tsx";
import { StepDialog } from "./step-dialog.tsx";
import type { WantedStep } from "./steps.ts";
import "./months.css";
import "../../styles/copy.css";
import "../../styles/forms.css";
import "../../styles/people.css";

/** 月份与结账: every period of a plan, what of it is undone, its editions; the office closes, extends and reopens here. */
export function MonthsPage() {
  const { t, say } = useWords();
  const { plan } = useQuestion();
  const query = useQuery(monthsQuery(plan));
  usePageTitle(t("months.title"), query.data && say(query.data.plan.jurisdiction.name));
  return (
    <>
      <PeopleTabs />
      <Answered query={query} skeleton={<SkeletonLines lines={14} height={36} />}>
        {(data) => <Calendar data={data} />}
      </Answered>
    </>
  );
}

function Calendar({ data }: { readonly data: Months }) {
  const { t, say, month: nameMonth } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const [wanted, setWanted] = useState<WantedStep | null>(null);
  const { plan, months } = data;
  const count = (state: Months["months"][number]["state"]) =>
    months.filter((each) => each.state === state && each.isEnded).length;
  const [closed, open, asked] = [count("closed"), count("open"), count("reopening-asked")];
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const mayClose = session?.powers.includes("close-months") ?? false;
  return (
    <div className="months">
      <header className="months-head">
        <p className="eyebrow paper-only">{say(plan.title)}</p>
        <h1>{t(asked > 0 ? "months.seenAsked" : "months.seen", { closed, open, asked })}</h1>
        <p className="subtitle">{t("months.subtitle")}</p>
      </header>
      {months.length === 0 && <EmptyNote>{t("months.none", { month: nameMonth(plan.firstPeriod) })}</EmptyNote>}
      {years.map((year) => (
        <section key={year} className="block" aria-labelledby={`year-${year}`}>
          <div className="block-head">
            <h2 id={`year-${year}`}>{t("month.year", { year })}</h2>
          </div>
          <MonthTable
            year={year}
            months={months.filter(({ month }) => month.startsWith(year))}
            isSecondPersonThere={data.isSecondPersonThere}
            onWant={mayClose ? setWanted : null}
          />
        </section>
      ))}
      {wanted && (
        <StepDialog
          key={`${wanted.kind} ${wanted.month.month}`}
          data={data}
          wanted={wanted}
          onClose={() => setWanted(null)}
        />
      )}
    </div>
  );
}
