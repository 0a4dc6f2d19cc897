/** The checks of a reported figure, one entry each: an error blocks, a warning asks for a word. DOMAIN section 8. */
import type { Nature } from "../../../db/src/vocabulary.ts";
import { figureText } from "./figures.ts";
import { compare, fractionOf, multiply, ofDecimal, ofScaled, sign } from "./fraction.ts";
import { revisionInForce } from "./in-force.ts";
import type { Measure, Observation, Target, Text } from "./model.ts";
import { type Month, yearOf } from "./month.ts";
import { originOf } from "./observation.ts";
import { type ReadingBase, readAt } from "./reading.ts";

/** The figures that an observation may hold. */
export const figureFields = ["entries", "exits", "stock", "amount"] as const;
export type FigureField = (typeof figureFields)[number];

/** What is wrong or odd about a figure. */
export type FindingCode =
  | "negative"
  | "not-done-or-not"
  | "cumulative-falls"
  | "cumulative-above-next"
  | "exits-beyond-stock"
  | "jump"
  | "unchanged"
  | "above-target"
  | "differs-from-department";

/** One finding at one figure; an error blocks the submission, a warning asks for a word. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly field: FigureField;
  readonly text: Text;
}

/** A figure under check, among what is accepted of its measure. */
export interface Figure {
  readonly measure: Measure;
  /** All targets of the measure. */
  readonly targets: readonly Target[];
  /** What was reported for the earliest origin of the targets (基期值), null without such a report. */
  readonly baseValue: Observation | null;
  readonly observation: Observation;
  readonly field: FigureField;
  readonly figure: number;
  /** Of a confirmation what stands of the department for the month; null without it. */
  readonly reported: number | null;
  /** The accepted observations before the month that hold the field, ascending. */
  readonly earlier: readonly Seen[];
  /** The first accepted one after the month that holds it, null when the month is the last. */
  readonly next: Seen | null;
}

/** A figure of a month. */
export interface Seen {
  readonly month: Month;
  readonly figure: number;
}

/** One rule of figures. */
export interface Check {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  /** The sentence when the figure fails, null when it passes. */
  readonly find: (figure: Figure) => Text | null;
}

/** A jump beyond so many times the largest earlier change asks for a word. */
const jumpFactor = 3;
/** With fewer earlier changes there is no history to jump beyond. */
const fewestChanges = 3;
/** As many reports in a row with the same figure ask for a word. */
const unchangedReports = 4;
/** Above this part of a target a figure asks for a word. */
const farAboveTarget = fractionOf(3n, 2n);

function shown(figure: number, { measure }: Figure): string {
  return figureText(ofScaled(figure, measure.decimals), measure.decimals);
}

/** True for a figure that counts up from the measure's origin and so cannot fall. */
function isCumulative({ measure, field }: Figure): boolean {
  return field === "entries" || field === "exits" || measure.nature === "tally";
}

const naturesFromZero: readonly Nature[] = ["population", "tally", "milestone"];

/** What a report added to the one before; a flow that is counted since January begins anew each year. */
function changeTo(now: Seen, before: Seen, { measure }: Figure): number {
  const beginsAnew = measure.nature === "yearly-flow" && yearOf(now.month) > yearOf(before.month);
  return beginsAnew ? now.figure : now.figure - before.figure;
}

function largestEarlierChange(figure: Figure): number {
  const [first, ...others] = figure.earlier;
  if (first === undefined || others.length < fewestChanges) {
    return 0;
  }
  let largest = 0;
  let before = first;
  for (const seen of others) {
    largest = Math.max(largest, Math.abs(changeTo(seen, before, figure)));
    before = seen;
  }
  return largest;
}

/** True when a reading of a rising target lies above 150 % of what was in force of it at a month; null where it cannot be formed. */
function isFarAbove(target: Target, base: ReadingBase, month: Month): boolean | null {
  const value = ofDecimal(revisionInForce(target, month).value);
  const achieved = readAt(target.reading, base, month);
  return achieved === null ? null : sign(value) > 0 && compare(achieved, multiply(value, farAboveTarget)) > 0;
}

/**
 * True when the observation takes a reading of a running, rising target above 150 % of it, where the last accepted one was
 * not; told once, at the leading figure. What stays above asks for no word again, and what has run out is judged for good.
 */
function passesFarAboveTarget({ measure, targets, observation, field }: Figure): boolean {
  const leading = observation.entries !== null ? "entries" : observation.stock !== null ? "stock" : "amount";
  if (field !== leading) {
    return false;
  }
  const { month } = observation;
  const before = measure.observations.filter((other) => other.month < month);
  const after = measure.observations.filter((other) => other.month > month);
  const observations = [...before, observation, ...after];
  const isRunning = ({ origin, deadline }: Target) => origin < month && (deadline === null || month <= deadline);
  return targets.some((target) => {
    if (target.direction !== "rising" || !isRunning(target)) {
      return false;
    }
    const measureOrigin = originOf(target, targets);
    const base = { measure: { ...measure, observations }, measureOrigin, origin: target.origin };
    return isFarAbove(target, base, month) === true && !wasFarAbove(target, base, before);
  });
}

/** True when the last of the observations that the target can be read at lies above 150 % of it. */
function wasFarAbove(target: Target, base: ReadingBase, before: readonly Observation[]): boolean {
  for (const { month } of before.toReversed()) {
    const isFar = month > target.origin ? isFarAbove(target, base, month) : null;
    if (isFar !== null) {
      return isFar;
    }
  }
  return false;
}

/** Every check of a figure, errors first. */
export const checks: readonly Check[] = [
  {
    code: "negative",
    severity: "error",
    find: ({ measure, figure }) =>
      figure < 0 && naturesFromZero.includes(measure.nature) ? { zh: "不得小于0", en: "must not be below 0" } : null,
  },
  {
    code: "not-done-or-not",
    severity: "error",
    find: ({ measure, figure }) =>
      measure.nature === "milestone" && figure !== 0 && figure !== 10 ** measure.decimals
        ? { zh: "只能填1（已完成）或0（未完成）", en: "only 1 (done) or 0 (not done) can stand here" }
        : null,
  },
  {
    code: "cumulative-falls",
    severity: "error",
    find: (figure) => {
      const last = figure.earlier.at(-1);
      return last !== undefined && isCumulative(figure) && figure.figure < last.figure
        ? {
            zh: `累计不得小于上期 ${shown(last.figure, figure)}`,
            en: `the cumulative figure must not be below the last one, ${shown(last.figure, figure)}`,
          }
        : null;
    },
  },
  {
    code: "cumulative-above-next",
    severity: "error",
    find: (figure) =>
      figure.next !== null && isCumulative(figure) && figure.figure > figure.next.figure
        ? {
            zh: `累计不得大于下期 ${shown(figure.next.figure, figure)}`,
            en: `the cumulative figure must not be above the next one, ${shown(figure.next.figure, figure)}`,
          }
        : null,
  },
  {
    code: "exits-beyond-stock",
    severity: "error",
    find: (figure) => {
      const stock = figure.measure.opening?.amount ?? figure.baseValue?.stock ?? null;
      const { entries } = figure.observation;
      if (figure.field !== "exits" || stock === null || entries === null) {
        return null;
      }
      const most = stock + entries;
      return figure.figure > most
        ? {
            zh: `退出数不得大于期初加新增 ${shown(most, figure)}`,
            en: `exits must not exceed the opening stock and the entries, ${shown(most, figure)}`,
          }
        : null;
    },
  },
  {
    code: "jump",
    severity: "warning",
    find: (figure) => {
      const last = figure.earlier.at(-1);
      const largest = largestEarlierChange(figure);
      if (last === undefined || largest === 0) {
        return null;
      }
      const change = changeTo({ month: figure.observation.month, figure: figure.figure }, last, figure);
      return Math.abs(change) > jumpFactor * largest
        ? {
            zh: `本期变动 ${shown(change, figure)}，超过以往最大变动 ${shown(largest, figure)} 的3倍，请说明`,
            en: `a change of ${shown(change, figure)} is more than 3 times the largest before, ${shown(largest, figure)}; please say why`,
          }
        : null;
    },
  },
  {
    code: "unchanged",
    severity: "warning",
    find: ({ measure, baseValue, figure, earlier }) => {
      // The base that is counted from is no report of a period.
      const last = earlier.filter(({ month }) => month !== baseValue?.month).slice(1 - unchangedReports);
      return measure.nature !== "milestone" &&
        last.length === unchangedReports - 1 &&
        last.every((seen) => seen.figure === figure)
        ? { zh: "连续4期数据相同，请说明", en: "the same figure for 4 periods in a row; please say why" }
        : null;
    },
  },
  {
    code: "above-target",
    severity: "warning",
    find: (figure) =>
      passesFarAboveTarget(figure)
        ? { zh: "超过目标值的150%，请说明", en: "above 150% of a target; please say why" }
        : null,
  },
  {
    code: "differs-from-department",
    severity: "warning",
    find: (figure) => {
      if (figure.reported === null || figure.reported === figure.figure) {
        return null;
      }
      const [theirs, apart] = [shown(figure.reported, figure), shown(figure.figure - figure.reported, figure)];
      return {
        zh: `部门填报 ${theirs}，相差 ${apart}，请说明`,
        en: `the department reported ${theirs}, a difference of ${apart}; please say why`,
      };
    },
  },
];
