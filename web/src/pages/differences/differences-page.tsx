import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { differencesQuery } from "../../api/differences.ts";
import type { Differences } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { ordered, orderOf, orders } from "./order.ts";
import "./differences.css";

/** 口径差异: every measure whose figure the statistics bureau confirmed otherwise than the department reported it. */
export function DifferencesPage() {
  const { t, say, month } = useWords();
  const question = useQuestion();
  const query = useQuery(differencesQuery(question));
  usePageTitle(t("differences.title"), query.data && say(query.data.plan.jurisdiction.name), month(question.month));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={10} height={32} />}>
      {(data) => <Compared data={data} />}
    </Answered>
  );
}

function Compared({ data }: { readonly data: Differences }) {
  const { t, say, month } = useWords();
  const { sort } = useQuestion();
  const { compared, measures, differences } = data;
  const seen = compared === 0 ? "seenNone" : differences.length === 0 ? "seenSame" : "seen";
  return (
    <div className="differences">
      <header>
        <p className="eyebrow paper-only">{say(data.plan.title)}</p>
        <h1>{t(`differences.${seen}`, { compared, count: differences.length })}</h1>
        <p className="subtitle">{t("differences.subtitle", { month: month(data.month) })}</p>
      </header>
      <section className="block" aria-labelledby="differences-title">
        <div className="block-head">
          <h2 id="differences-title">{t("differences.title")}</h2>
          {differences.length > 1 && <OrderSelect chosen={orderOf(sort)} />}
        </div>
        {differences.length === 0 ? (
          <EmptyNote>{t(compared === 0 ? "differences.none" : "differences.same")}</EmptyNote>
        ) : (
          <DifferenceTable rows={ordered(differences, orderOf(sort))} />
        )}
        <p className="aside">{t("differences.coverage", { measures, rest: measures - compared })}</p>
      </section>
    </div>
  );
}

function OrderSelect({ chosen }: { readonly chosen: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (sort: string) => void navigate({ to: ".", search: (old: Search) => ({ ...old, sort }) });
  return (
    <div className="inline-select screen-only">
      <label htmlFor={id}>{t("differences.sort")}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`differences.sortBy.${order}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
