/** Which months can be reported. DOMAIN section 8. */
import { isBaseOf } from "../domain/base.ts";
import { isMonth, type Month, periodEnd } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";

/** What a paper is about: a month, and whether that is a base (基期) and no period of the plan's calendar. */
export interface AskedPeriod {
  readonly period: Month;
  readonly isBase: boolean;
}

/** A period of the plan's calendar, or a month from whose values its targets count, that has ended by the instant. */
export function askPeriod({ calendar, targets }: PlanOutline, period: string, now: string): Answer<AskedPeriod> {
  const running = dayInChina(now).slice(0, 7);
  const all = targets.map(({ target }) => target);
  if (isMonth(period) && period < running) {
    if (period >= calendar.firstPeriod && periodEnd(period, calendar.frequency) === period) {
      return give({ period, isBase: false });
    }
    if (isBaseOf(all, period)) return give({ period, isBase: true });
  }
  const origins = [...new Set(all.map(({ origin }) => origin))].sort();
  const bases = origins.filter((origin) => isBaseOf(all, origin)).join(", ");
  const zh = `${calendar.firstPeriod} 起、${running} 前结束的${calendar.frequency === "month" ? "月份" : "季度末月"}`;
  const en = `a ${calendar.frequency}'s last month from ${calendar.firstPeriod} and before ${running}`;
  const allowed = bases === "" ? { zh, en } : { zh: `${zh}，或基期 ${bases}`, en: `${en}, or the base ${bases}` };
  return refuse({ code: "period-not-open", field: "period", value: period, allowed });
}
