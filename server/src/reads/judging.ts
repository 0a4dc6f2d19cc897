/** How a plan is judged, and was before, in words. */
import type { BookEntryCalendar, BookLightRule } from "@beizeng/db";
import type { Judging } from "../contract/judging.ts";
import { calendarInForce, defaultLightRule, houseEntryCalendar, ruleInForce } from "../domain/in-force.ts";
import { calendarInWords, ruleInWords } from "../domain/judging.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { findClosedMonths } from "../plans/asked-addition.ts";
import { batchYearsOf } from "../plans/asked-judging.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

type NameOf = (key: string) => string;

const ofHouse = { of: "house", from: null, reason: null, document: null, at: null, by: null } as const;

function sourceOf({ from, entered }: Pick<BookLightRule | BookEntryCalendar, "from" | "entered">, nameOf: NameOf) {
  const month = from === null ? null : storedMonth(from);
  if (entered === null) return { ...ofHouse, of: "document", from: month } as const;
  const { reason, document, knownAt: at, actor } = entered;
  return { of: "office", from: month, reason, document, at, by: nameOf(actor) } as const;
}

/** The house's first, then those of the plan as they are given; the place of the one in force among these, -1 for the house's. */
function rulesShown(rules: readonly BookLightRule[], inForce: number, nameOf: NameOf): Judging["rules"] {
  const shown = rules.map((rule, place) => {
    const { mode, tolerancePercent, isInclusive } = rule;
    const said = { mode, tolerancePercent, isInclusive };
    return { ...sourceOf(rule, nameOf), ...said, text: ruleInWords(said), isInForce: place === inForce };
  });
  const { mode, tolerancePercent, isInclusive } = defaultLightRule;
  const house = { mode, tolerancePercent, isInclusive };
  return [{ ...ofHouse, ...house, text: ruleInWords(house), isInForce: inForce === -1 }, ...shown];
}

function calendarsShown(
  calendars: readonly BookEntryCalendar[],
  inForce: number,
  nameOf: NameOf,
): Judging["calendars"] {
  const { monthlyPercent: percents } = houseEntryCalendar;
  const house = { monthlyPercent: [...percents], yearWeights: [] };
  const text = calendarInWords({ monthlyPercent: percents, yearWeights: null });
  const shown = calendars.map((calendar, place) => {
    const { monthlyPercent } = calendar;
    const yearWeights = Object.entries(calendar.yearWeights ?? {}).map(([year, weight]) => ({
      year: Number(year),
      weight,
    }));
    return {
      ...sourceOf(calendar, nameOf),
      ...{ monthlyPercent, yearWeights, text: calendarInWords(calendar), isInForce: place === inForce },
    };
  });
  return [{ ...ofHouse, ...house, text, isInForce: inForce === -1 }, ...shown];
}

/** The first month from which something can be set. */
function firstOpen(first: Month, closed: readonly Month[]): Month {
  const last = closed.at(-1);
  return last === undefined ? first : addMonths(last, 1);
}

/** The answer of GET /api/plans/{plan}/judging. */
export async function readJudging(reads: Reads, plan: string): Promise<Answer<Judging>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const { judging, rules, entryCalendars, targets, facts, firstMonth } = outline;
  const month = runningMonth(reads);
  const nameOf = await peopleOf(reads);
  return give({
    plan: planSummary(reads, outline),
    month,
    firstOpen: firstOpen(firstMonth, await findClosedMonths(reads.store, facts.id)),
    rules: rulesShown(judging.lightRules, rules.indexOf(ruleInForce(rules, month)), nameOf).reverse(),
    calendars: calendarsShown(
      judging.entryCalendars,
      entryCalendars.indexOf(calendarInForce(entryCalendars, month)),
      nameOf,
    ).reverse(),
    batchTargets: targets.filter(({ target }) => target.curve.kind === "batch").length,
    batchYears: batchYearsOf(outline),
  });
}
