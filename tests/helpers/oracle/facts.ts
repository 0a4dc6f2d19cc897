/** What DOMAIN sections 2 and 3 say about a case, before a light is thought of. */
import { minus, order, type Pair, zero } from "./fractions.ts";
import { earlier } from "./months.ts";
import type { PlainCase, PlainTarget } from "./plain.ts";
import { lastFormed, type Reached, startOf } from "./readings.ts";
import { expectedAt, isProRated, nearerTargets, valueInForce } from "./schedule.ts";

/** Everything known about the case before the light is decided. */
export interface Facts {
  readonly asked: PlainCase;
  /** min(month, deadline). */
  readonly end: string;
  readonly isRolledUp: boolean;
  readonly value: Pair;
  readonly start: Pair | null;
  readonly judgedMonth: string | null;
  readonly reached: Reached | null;
  readonly expected: Pair | null;
  readonly bar: PlainTarget | null;
}

/** From the deadline on. */
export const isPast = (asked: PlainCase): boolean =>
  asked.target.deadline !== null && asked.month >= asked.target.deadline;

/** "A bare number is `=` and is met at or above it when rising"; a range is met at its value. */
export function meets(reached: Reached, value: Pair, target: PlainTarget): boolean {
  const side = reached.against(value);
  switch (target.comparator) {
    case ">=":
      return side >= 0;
    case ">":
      return side > 0;
    case "<=":
      return side <= 0;
    case "<":
      return side < 0;
    case "=":
    case "range":
      return target.direction === "rising" ? side >= 0 : side <= 0;
  }
}

/** How far a value lies short of another in the target's direction; positive is short. */
export const shortOf = (aim: Pair, amount: Pair, target: PlainTarget): Pair =>
  target.direction === "rising" ? minus(aim, amount) : minus(amount, aim);

/** "Target equal to start: met or not met, no division"; a start that is beyond the target already is no other case. */
export function isThereAlready(facts: Facts): boolean {
  return facts.start !== null && order(shortOf(facts.value, facts.start, facts.asked.target), zero) <= 0;
}

/** What is pro-rated in kind, with a way still to go from the start. */
export function followsCurve(facts: Facts): boolean {
  return isProRated(facts.asked, facts.asked.target) && !isThereAlready(facts);
}

/** What is judged by its own value each month, deadline or not. */
export function isJudgedNow(facts: Facts): boolean {
  const { target } = facts.asked;
  if (target.reading === "rate" || target.deadline === null) return true;
  return isProRated(facts.asked, target) && isThereAlready(facts);
}

/** A bar is what was asked at its own deadline. */
export const barValue = (bar: PlainTarget): Pair => valueInForce(bar, bar.deadline ?? bar.origin);

/** What is known before a light is thought of. */
export function factsOf(asked: PlainCase): Facts {
  const { target, rollUp } = asked;
  const end = target.deadline === null ? asked.month : earlier(asked.month, target.deadline);
  const own = lastFormed(asked, target, end);
  const isRolledUp = own === null && rollUp !== null;
  const summed = isRolledUp ? rollUp.achieved : null;
  const reached: Reached | null =
    summed === null ? (own?.value ?? null) : { amount: summed, against: (threshold) => order(summed, threshold) };
  const judgedMonth = isRolledUp ? rollUp.judgedMonth : (own?.month ?? null);
  const value = valueInForce(target, end);
  const start = startOf(asked, target);
  const at = judgedMonth ?? end;
  const partial = { asked, end, isRolledUp, value, start, judgedMonth, reached, expected: null, bar: null };
  if (isProRated(asked, target) && start !== null) {
    return { ...partial, expected: isThereAlready(partial) ? value : expectedAt(asked, start, value, at) };
  }
  return { ...partial, bar: barAt(asked, at) };
}

/** "unless a nearer target on the measure has come due, which is then the bar". */
function barAt(asked: PlainCase, at: string): PlainTarget | null {
  const { target } = asked;
  if (target.reading === "rate" || isPast(asked)) return null;
  return (
    nearerTargets(asked)
      .filter((each) => each.deadline !== null && each.deadline <= at)
      .at(-1) ?? null
  );
}
