import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useId } from "react";
import { confirmationsQuery } from "../../api/differences.ts";
import type { Confirmations, Tasks, UnitConfirmation } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

const ways = { open: "confirm", draft: "goOn", returned: "mend", submitted: "look", accepted: "again" } as const;

/** Which plan, period and unit to confirm: what each unit has reported, and how far it is confirmed. */
export function ConfirmationChoice({ plans }: { readonly plans: Tasks["toConfirm"] }) {
  const { t, say } = useWords();
  const { plan: asked, period }: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const id = useId();
  const chosen = plans.find(({ key }) => key === asked) ?? plans[0];
  const query = useQuery({ ...confirmationsQuery(chosen?.key ?? "", period), enabled: chosen !== undefined });
  const choose = (plan: string) =>
    void navigate({ to: ".", search: (old: Search): Search => ({ ...old, plan, period: undefined }), replace: true });
  return (
    <section className="block confirmation-choice" aria-labelledby="confirmation-title">
      <div className="block-head">
        <h2 id="confirmation-title">{t("tasks.choose.title")}</h2>
      </div>
      <p className="aside">{t("tasks.choose.detail")}</p>
      {plans.length === 0 && <EmptyNote>{t("noPlans.detail")}</EmptyNote>}
      <div className="confirmation-pickers">
        {plans.length > 1 && (
          <div className="inline-select">
            <label htmlFor={id}>{t("tasks.choose.plan")}</label>
            <select id={id} value={chosen?.key ?? ""} onChange={({ target }) => choose(target.value)}>
              {plans.map(({ key, place, title }) => (
                <option key={key} value={key}>
                  {say(place)} · {say(title)}
                </option>
              ))}
            </select>
          </div>
        )}
        {query.data && <PeriodChoice data={query.data} />}
      </div>
      {chosen && (
        <Answered query={query} skeleton={<SkeletonLines lines={8} />}>
          {(data) => <UnitTable data={data} />}
        </Answered>
      )}
    </section>
  );
}

function PeriodChoice({ data: { period, periods } }: { readonly data: Confirmations }) {
  const { t, month } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const choose = (word: string) =>
    void navigate({ to: ".", search: (old: Search): Search => ({ ...old, period: word }), replace: true });
  if (period === null) return null;
  return (
    <div className="inline-select">
      <label htmlFor={id}>{t("tasks.choose.period")}</label>
      <select id={id} value={period} onChange={({ target }) => choose(target.value)}>
        {periods.map((each) => (
          <option key={each.period} value={each.period}>
            {each.isBase ? t("tasks.choose.base", { month: month(each.period) }) : month(each.period)}
          </option>
        ))}
      </select>
    </div>
  );
}

function UnitTable({ data: { plan, period, units } }: { readonly data: Confirmations }) {
  const { t, say, month } = useWords();
  if (period === null) return <EmptyNote>{t("tasks.choose.none")}</EmptyNote>;
  const columns: readonly Column<UnitConfirmation>[] = [
    { key: "unit", heading: t("tasks.choose.unit"), cell: ({ department }) => say(department.name) },
    {
      key: "measures",
      heading: t("tasks.choose.measures"),
      cell: ({ measures }) => measures,
      isFigure: true,
      isWide: true,
    },
    { key: "reported", heading: t("tasks.choose.reported"), cell: ({ reported }) => reported, isFigure: true },
    { key: "confirmed", heading: t("tasks.choose.confirmed"), cell: ({ confirmed }) => confirmed, isFigure: true },
    { key: "differing", heading: t("tasks.choose.differing"), cell: ({ differing }) => differing, isFigure: true },
    {
      key: "state",
      heading: t("tasks.choose.state"),
      cell: ({ state }) => <span className={`task-${state}`}>{t(`tasks.choose.states.${state}`)}</span>,
      isWide: true,
    },
    {
      key: "way",
      heading: t("tasks.way"),
      cell: ({ department, state, confirmed, reported }) => (
        <Link
          to="/paper"
          search={{ plan: plan.key, department: department.key, period, kind: "confirmation" }}
          className="key task-way"
        >
          {t(`tasks.choose.${state === "accepted" && confirmed < reported ? "goOn" : ways[state]}`)}
        </Link>
      ),
    },
  ];
  return (
    <FigureTable
      caption={t("tasks.choose.caption", { period: month(period) })}
      columns={columns}
      rows={units}
      keyOf={({ department }) => department.key}
    />
  );
}
