import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import type { PlanSummary } from "../api/types.ts";
import { openingHorizon } from "../lib/horizons.ts";
import { monthsBetween, shiftMonth } from "../lib/month.ts";
import type { Search } from "../lib/search.ts";
import { useNarrow } from "../lib/use-narrow.ts";
import { useWords } from "../words/use-words.ts";

/** Which plan and, where the page is about figures, which horizon and month: plain selects that write the address. */
export function Pickers(props: {
  readonly plans: readonly PlanSummary[];
  readonly isAboutMonth: boolean;
  /** What else of the page is chosen beside them. */
  readonly children?: ReactNode;
}) {
  const { plans, isAboutMonth, children } = props;
  const { t, say, month: nameMonth, horizon: nameHorizon } = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const id = useId();
  const isNarrow = useNarrow();
  const plan = plans.find(({ key }) => key === search.plan);
  const ask = (change: Search) => void navigate({ to: ".", search: (old: Search) => ({ ...old, ...change }) });
  // An edition is one of its month.
  const chooseMonth = (month: string) => ask({ month, edition: undefined });
  const choosePlan = (key: string) => {
    const next = plans.find((each) => each.key === key);
    if (!next) return;
    const isAskable = search.month && search.month >= next.firstMonth && search.month <= next.lastMonth;
    const month = isAskable && search.month ? search.month : next.latestPeriod;
    const isShared = next.horizons.some(({ horizon }) => horizon === search.horizon);
    const horizon = isShared && search.horizon ? search.horizon : openingHorizon(next, month);
    void navigate({ to: ".", search: { plan: key, month, horizon } });
  };
  if (plans.length === 0) return null;
  const months = plan ? monthsBetween(plan.firstMonth, plan.lastMonth).reverse() : [];
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const known = search.month && months.includes(search.month) ? search.month : "";
  const step = (by: number) => {
    const next = known ? shiftMonth(known, by) : "";
    return months.includes(next) ? () => chooseMonth(next) : undefined;
  };
  const horizon = plan?.horizons.some((each) => each.horizon === search.horizon) ? search.horizon : "";
  return (
    <section className="pickers" aria-label={t("pick.label")}>
      <div className="picker picker-plan">
        <label htmlFor={`${id}plan`}>{t("pick.plan")}</label>
        <select id={`${id}plan`} value={plan?.key ?? ""} onChange={(event) => choosePlan(event.target.value)}>
          {!plan && <option value="">{search.plan}</option>}
          {plans.map((each) => (
            <option key={each.key} value={each.key}>
              {say(each.jurisdiction.name)} · {say(each.title)}
            </option>
          ))}
        </select>
      </div>
      {plan && isAboutMonth && (
        <>
          <div className="picker">
            <label htmlFor={`${id}horizon`}>{t("pick.horizon")}</label>
            <select id={`${id}horizon`} value={horizon} onChange={(event) => ask({ horizon: event.target.value })}>
              {!horizon && <option value="">{search.horizon}</option>}
              {plan.horizons.map((each) => (
                <option key={each.horizon} value={each.horizon}>
                  {isNarrow
                    ? nameHorizon(each.horizon, true)
                    : t("pick.horizonTargets", { name: nameHorizon(each.horizon), count: each.targets })}
                </option>
              ))}
            </select>
          </div>
          <div className="picker picker-month">
            <label htmlFor={`${id}month`}>{t("pick.month")}</label>
            <StepKey name={t("pick.earlier")} sign="‹" onPress={step(-1)} />
            <select id={`${id}month`} value={known} onChange={(event) => chooseMonth(event.target.value)}>
              {!known && <option value="">{search.month}</option>}
              {years.map((year) => (
                <optgroup key={year} label={t("month.year", { year })}>
                  {months
                    .filter((month) => month.startsWith(year))
                    .map((month) => (
                      <option key={month} value={month}>
                        {nameMonth(month)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
            <StepKey name={t("pick.later")} sign="›" onPress={step(1)} />
          </div>
        </>
      )}
      {children}
    </section>
  );
}

/** A key that goes one month on; it stays in the tab order, and says that it cannot, where there is no further month. */
function StepKey({ name, sign, onPress }: { name: string; sign: string; onPress: (() => void) | undefined }) {
  return (
    <button type="button" className="step" aria-label={name} title={name} aria-disabled={!onPress} onClick={onPress}>
      {sign}
    </button>
  );
}
