/** The periods of a unit into which history may be brought, and those that are left alone. */
import { findDrafts, findMonthMoves, findSubmissions, type Reader } from "@beizeng/db";
import { type SkipReason, skipReason } from "../domain/history-import.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { isAskedAt, periodsUntil } from "../plans/periods.ts";

/** A period that has ended, and why it is left alone, null where a draft may be made of it. */
export interface HistoryPeriod {
  readonly period: Month;
  readonly skip: SkipReason | null;
}

/** The ended periods of each unit (by key) that reports a measure of the plan, at an instant; earliest first. */
export async function findHistoryPeriods(
  reader: Reader,
  { facts, measures, calendar, departments, ...outline }: PlanOutline,
  now: string,
): Promise<ReadonlyMap<string, readonly HistoryPeriod[]>> {
  const running = dayInChina(now).slice(0, 7);
  const ended = isMonth(running)
    ? periodsUntil({ calendar, ...outline }, running).filter((period) => period < running)
    : [];
  const [from, until] = [ended[0], ended.at(-1)];
  if (from === undefined || until === undefined) return new Map();
  const reports = (await findSubmissions(reader, { planId: facts.id, from, until })).filter(
    ({ kind }) => kind === "report",
  );
  const handedIn = new Set(reports.map(({ department, period }) => `${department} ${period}`));
  const moves = await findMonthMoves(reader, facts.id);
  const closed = new Set(
    ended.filter((period) => isClosed(monthStandingOf(moves.filter(({ month }) => month === period)))),
  );
  const found = new Map<string, readonly HistoryPeriod[]>();
  for (const unit of new Set(measures.map(({ reporting }) => reporting))) {
    const own = measures.filter(({ reporting }) => reporting === unit);
    const drafts = await findDrafts(reader, { planId: facts.id, departmentId: unit.id });
    const begun = new Set(drafts.filter(({ kind }) => kind === "report").map(({ period }) => period));
    const asked = ended.filter((period) => own.some((measure) => isAskedAt(measure, period, calendar)));
    const periods = asked.map((period) => {
      const isHandedIn = handedIn.has(`${unit.key} ${period}`);
      const standing = { isHandedIn, hasDraft: begun.has(period), isClosed: closed.has(period) };
      return { period, skip: skipReason(standing) };
    });
    found.set(unit.key, periods);
  }
  return found;
}
