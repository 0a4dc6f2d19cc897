import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { changesQuery } from "../../api/month-review.ts";
import { plansQuery } from "../../api/plans.ts";
import type { Changes, PlanSummary } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { Clauses } from "../../components/clauses.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { monthsBetween, shiftMonth } from "../../lib/month.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { ChangeTable } from "./change-table.tsx";
import { byMove } from "./moves.ts";
import "./changes.css";

/** 两月对比: which lights and figures of a plan differ between two months, and what was gained in between. */
export function ChangesPage() {
  const { t, say, month } = useWords();
  const question = useQuestion();
  const { data } = useQuery(plansQuery);
  const plan = data?.plans.find(({ key }) => key === question.plan);
  const since = question.since ?? shiftMonth(question.month, -1);
  const isFirst = plan !== undefined && question.since === undefined && since < plan.firstMonth;
  usePageTitle(t("changes.title"), plan && say(plan.jurisdiction.name), month(question.month));
  return (
    <div className="changes">
      {plan && <MonthChoice plan={plan} since={since} />}
      {isFirst ? <FirstMonth /> : <Compared since={since} />}
    </div>
  );
}

function FirstMonth() {
  const { t, month } = useWords();
  const question = useQuestion();
  return (
    <>
      <h1>{t("changes.firstMonth", { month: month(question.month) })}</h1>
      <EmptyNote>{t("changes.first")}</EmptyNote>
    </>
  );
}

function Compared({ since }: { readonly since: string }) {
  const question = useQuestion();
  const query = useQuery(changesQuery({ ...question, since }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} height={32} />}>
      {(data) => <Differences data={data} />}
    </Answered>
  );
}

function Differences({ data }: { readonly data: Changes }) {
  const { t, say, month, horizon } = useWords();
  const { moves, figuresOnly } = byMove(data.changes);
  const months = { since: month(data.since), month: month(data.quotation.month) };
  return (
    <div className="changes-told">
      <header>
        <p className="eyebrow paper-only">
          {say(data.plan.jurisdiction.name)} · {say(data.plan.title)}
        </p>
        <h1>
          <Clauses>{say(data.sentence)}</Clauses>
        </h1>
        <p className="subtitle">
          {t("changes.between", months)} · {horizon(data.horizon)} · <QuotationLine quotation={data.quotation} />
        </p>
      </header>
      {data.changes.length === 0 && <EmptyNote>{t("changes.none", months)}</EmptyNote>}
      {moves.map(({ move, rows }) => {
        const name = t(`changes.move.${move}`);
        return (
          <section key={move} className="block" aria-labelledby={`move-${move}`}>
            <div className="block-head">
              <h2 id={`move-${move}`}>{name}</h2>
              <p className="subtitle">{t("changes.count", { count: rows.length })}</p>
            </div>
            <ChangeTable caption={`${name} · ${t("changes.between", months)}`} rows={rows} months={months} />
          </section>
        );
      })}
      {figuresOnly.length > 0 && (
        <details className="rest">
          <summary>{t("changes.figures", { count: figuresOnly.length })}</summary>
          <ChangeTable caption={t("changes.figuresOnly")} rows={figuresOnly} months={months} />
        </details>
      )}
      {data.unchanged > 0 && <p className="aside">{t("changes.unchanged", { count: data.unchanged })}</p>}
    </div>
  );
}

/** The earlier month of the two; the later one is that of the page. What is reversed can be chosen, and is refused by the server. */
function MonthChoice({ plan, since }: { readonly plan: PlanSummary; readonly since: string }) {
  const { t, month: nameMonth } = useWords();
  const { month } = useQuestion();
  const navigate = useNavigate();
  const id = useId();
  const choose = (chosen: string) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, since: chosen }), resetScroll: false });
  const earlier = monthsBetween(plan.firstMonth, shiftMonth(month, -1)).reverse();
  const lastYear = shiftMonth(month, -12);
  return (
    <div className="changes-choice screen-only">
      <div className="inline-select">
        <label htmlFor={id}>{t("changes.since")}</label>
        <select id={id} value={since} onChange={({ target }) => choose(target.value)}>
          {!earlier.includes(since) && <option value={since}>{nameMonth(since)}</option>}
          {earlier.map((each) => (
            <option key={each} value={each}>
              {nameMonth(each)}
            </option>
          ))}
        </select>
      </div>
      {earlier.includes(lastYear) && (
        <button type="button" className="key" aria-pressed={since === lastYear} onClick={() => choose(lastYear)}>
          {t("changes.lastYear")}
        </button>
      )}
      {earlier.length > 0 && (
        <button
          type="button"
          className="key"
          aria-pressed={since === earlier[0]}
          onClick={() => choose(earlier[0] ?? since)}
        >
          {t("changes.lastMonth")}
        </button>
      )}
    </div>
  );
}
