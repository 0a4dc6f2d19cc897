/** A rule of lights or an entry calendar as it was typed, checked before it is tried or written. */
import type { PlanBook } from "@beizeng/db";
import type { RuleMode } from "@beizeng/db/vocabulary";
import { calendarInForce, ruleInForce } from "../domain/in-force.ts";
import {
  batchYears,
  faultOfCalendar,
  faultOfTolerance,
  isSameCalendar,
  isSameRule,
  type JudgingFault,
  reopeningInWords,
} from "../domain/judging.ts";
import type { EntryCalendar, LightRule, Text } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { type Answer, give } from "../problems.ts";
import { readFrom, refuseField } from "./asked-addition.ts";
import type { PlanOutline } from "./outline.ts";

/** What is typed of a rule. */
export interface TypedRule {
  /** The first month that is judged by it, YYYY-MM. */
  readonly from: string;
  readonly mode: RuleMode;
  readonly tolerancePercent: number;
  readonly isInclusive: boolean;
}

/** What is typed of a calendar. */
export interface TypedCalendar {
  /** The first month whose schedule is made by it, YYYY-MM. */
  readonly from: string;
  readonly monthlyPercent: readonly number[];
  /** By year; years that are not named weigh 1. */
  readonly yearWeights?: Readonly<Record<string, number>>;
}

/** What may be set: a rule or a calendar, and how the book is with it. */
export interface AskedJudging<Set> {
  readonly set: Set;
  /** True where it is what holds from its month on already: it may be tried, and there is nothing to set. */
  readonly isHeld: boolean;
  readonly extend: (book: PlanBook) => PlanBook;
}

/** Why a month cannot be the first; null where nothing from it on is closed. */
export function closedFrom(from: Month, closed: readonly Month[]): Text | null {
  const later = closed.filter((month) => month >= from);
  return later.length === 0 ? null : reopeningInWords(from, later);
}

const refuseFault = ({ field, text }: JudgingFault) => refuseField(field, text);

/** Refuses what counts from a closed month; the preview shows it nevertheless. */
export function refuseClosed(from: Month, closed: readonly Month[]): Answer<Month> {
  const said = closedFrom(from, closed);
  return said === null ? give(from) : refuseField("from", said);
}

/** The years in which the plan's batch schedules run. */
export function batchYearsOf({ targets }: PlanOutline): number[] {
  return batchYears(targets.flatMap(({ target }) => (target.curve.kind === "batch" ? [target] : [])));
}

/** The typed rule, or why it cannot be one; that months are closed is asked apart. */
export function readRule(typed: TypedRule, outline: PlanOutline): Answer<AskedJudging<LightRule>> {
  const from = readFrom(typed.from, outline, null);
  if (!from.ok) return from;
  const { mode, tolerancePercent, isInclusive } = typed;
  const fault = faultOfTolerance(tolerancePercent);
  if (fault !== null) return refuseFault(fault);
  const set = { from: from.value, mode, tolerancePercent, isInclusive };
  const isLast = !outline.rules.some((rule) => rule.from > set.from);
  return give({
    set,
    isHeld: isLast && isSameRule(ruleInForce(outline.rules, set.from), set),
    extend: (book) => ({ ...book, lightRules: [...book.lightRules, { ...set, entered: null }] }),
  });
}

/** The typed calendar, or why it cannot be one; that months are closed is asked apart. */
export function readCalendar(typed: TypedCalendar, outline: PlanOutline): Answer<AskedJudging<EntryCalendar>> {
  const from = readFrom(typed.from, outline, null);
  if (!from.ok) return from;
  const weights = Object.entries(typed.yearWeights ?? {}).filter(([, weight]) => weight !== 1);
  const monthlyPercent = [...typed.monthlyPercent];
  const yearWeights = weights.length === 0 ? null : Object.fromEntries(weights);
  const set = { from: from.value, monthlyPercent, yearWeights };
  const fault = faultOfCalendar(set, batchYearsOf(outline));
  if (fault !== null) return refuseFault(fault);
  const isLast = !outline.entryCalendars.some((calendar) => calendar.from > set.from);
  return give({
    set,
    isHeld: isLast && isSameCalendar(calendarInForce(outline.entryCalendars, set.from), set),
    extend: (book) => ({ ...book, entryCalendars: [...book.entryCalendars, { ...set, entered: null }] }),
  });
}
