import type { Frequency, Nature } from "../../../db/src/vocabulary.ts";
import { additiveReadings, natures } from "../../../db/src/vocabulary.ts";
import { type Draw, fromSeed } from "./draw.ts";
import { drawTargets } from "./draw-targets.ts";
import { houseRule, seen } from "./example.ts";
import { minus, pair } from "./fractions.ts";
import { between, decemberBefore, earlier, endsQuarter, isDecember, later, named } from "./months.ts";
import type { PlainCase, PlainObservation, PlainRollUp, PlainRule, PlainTarget } from "./plain.ts";
import { valueInForce } from "./schedule.ts";

/** Any plan's target at any month: every nature, reading, comparator, curve, rule and gap in the reports. */
export const caseOf = fromSeed(drawCase);

/** The same as one drawing, for tests that draw more around it. */
export function drawCase(draw: Draw): PlainCase {
  const nature = draw.pick<Nature>([...natures, "population", "tally", "population"]);
  const isCounted = nature === "population" || nature === "tally" || nature === "milestone";
  const decimals = isCounted ? 0 : draw.whole(0, 2);
  const base = draw.chance(85) ? draw.pick(["2020-12", "2021-12"]) : named(2021, draw.whole(1, 12));
  const isBelowNothing = (nature === "level" || nature === "rate") && draw.chance(10);
  const size = draw.whole(1, 60) * 10 ** decimals * (nature === "yearly-flow" ? 12 : 1);
  const height = isBelowNothing ? -size : size;
  const targets = drawTargets(draw, { nature, decimals, base, height });
  const [target, ...others] = targets;
  const month = drawMonth(draw, target);
  const frequency = draw.pick<Frequency>(["month", "quarter"]);
  const rollUp = drawRollUp(draw, target, month);
  const isSilent = rollUp !== null && draw.chance(75);
  const path = drawPath(draw, target, decimals, height);
  return {
    nature,
    decimals,
    isIndivisible: draw.chance(isCounted ? 85 : 10),
    opening: drawOpening(draw, nature, base, height),
    observations: isSilent ? [] : drawObservations(draw, { nature, decimals, base, height, month, frequency, path }),
    target,
    siblings: draw.chance(50) || !others.some((other) => other.origin === base) ? targets : others,
    month,
    frequency,
    firstPeriod: later(base, draw.chance(90) ? draw.whole(1, 3) : draw.whole(1, 14)),
    rules: drawRules(draw, base),
    rollUp,
  };
}

/** From before the first period to a year and a half after the deadline, often in the deadline month itself. */
function drawMonth(draw: Draw, target: PlainTarget): string {
  const end = target.deadline ?? later(target.origin, 36);
  const length = between(target.origin, end);
  if (draw.chance(12)) return end;
  if (draw.chance(15)) return later(end, -draw.whole(1, 2));
  if (draw.chance(25)) return later(end, draw.whole(1, 18));
  if (draw.chance(4)) return later(target.origin, draw.whole(-3, 2));
  return later(target.origin, draw.whole(1, length));
}

/** Unknown, of the origin, or of an earlier month; a year's flow is always that of a December. */
function drawOpening(draw: Draw, nature: Nature, base: string, height: number): PlainCase["opening"] {
  if (["tally", "rate", "milestone"].includes(nature) || draw.chance(25)) return null;
  const month = draw.chance(80) ? base : later(base, -draw.whole(1, 12));
  const december = isDecember(month) ? month : decemberBefore(month);
  return { month: nature === "yearly-flow" ? december : month, amount: height };
}

interface Reporting {
  readonly nature: Nature;
  readonly decimals: number;
  readonly base: string;
  readonly height: number;
  readonly month: string;
  readonly frequency: PlainCase["frequency"];
  readonly path: (month: string) => number;
}

/** The way from nothing to (about) what the target asks for, in scaled digits, too slow or too fast by a factor. */
function drawPath(draw: Draw, target: PlainTarget, decimals: number, height: number): Reporting["path"] {
  const { digits, decimals: written } = target.revisions[0] ?? { digits: 0, decimals: 0 };
  const isGrowth = target.reading === "growth" || target.reading === "annual-growth";
  const isAbsolute = ["total", "level", "rate"].includes(target.reading);
  const asked = isGrowth ? (digits / 10 ** written / 100) * height : (digits / 10 ** written) * 10 ** decimals;
  const whole = isAbsolute ? asked - height : asked;
  const months = between(target.origin, target.deadline ?? later(target.origin, 24));
  const factor = draw.pick([0, 50, 70, 80, 90, 95, 100, 100, 100, 110, 120, 200]) / 100;
  return (month) => Math.floor((factor * whole * Math.max(0, between(target.origin, month))) / months);
}

/** Reports at (mostly) every period, some missing, some from before the origin, some later than the month looked at. */
function drawObservations(draw: Draw, reporting: Reporting): readonly PlainObservation[] {
  const { nature, base, month, frequency } = reporting;
  const first = later(base, nature === "yearly-flow" ? -12 : -1);
  const all = Array.from({ length: Math.max(between(first, month), 0) + 4 }, (_, index) => later(first, index));
  const isAlwaysThere = draw.chance(50);
  const periods = all.filter((each) => frequency === "month" || endsQuarter(each) || draw.chance(4));
  const report = nature === "population" ? populationReporter(draw, reporting) : amountReporter(draw, reporting);
  const reports = periods.map((each) => report(each));
  return reports.filter(({ month: at }) => {
    if (at <= base && nature !== "yearly-flow") return draw.chance(at === base ? 40 : 10);
    return draw.chance(isAlwaysThere ? 99 : 75);
  });
}

function populationReporter(draw: Draw, { base, height, path }: Reporting): (month: string) => PlainObservation {
  const leaving = draw.pick([0, 0, 1, 2]);
  const noise = draw.pick([0, 1]);
  const knows = draw.pick(["all", "all", "flows", "entries", "stock", "mixed"]);
  let [entries, exits] = [0, 0];
  return (month) => {
    if (month > base) {
      exits += draw.whole(0, leaving);
      const goal = path(month) + draw.whole(-noise, noise);
      entries = Math.max(entries, goal + (leaving > 0 && draw.chance(50) ? exits : 0));
      exits = Math.min(Math.max(exits, entries - goal - leaving), height + entries);
    }
    const stock = height + entries - exits + (draw.chance(3) ? 1 : 0);
    const isBaseAlone = month === base && draw.chance(60);
    const tells = (part: "entries" | "exits" | "stock"): boolean => {
      if (isBaseAlone) return part === "stock";
      if (month < base && part !== "stock") return false;
      if (knows === "mixed") return draw.chance(70);
      return knows === "all" || knows === part || (knows === "flows" && part !== "stock");
    };
    return seen(month, {
      entries: tells("entries") ? entries : null,
      exits: tells("exits") ? exits : null,
      stock: tells("stock") ? stock : null,
      isCorrected: draw.chance(10),
    });
  };
}

function amountReporter(draw: Draw, reporting: Reporting): (month: string) => PlainObservation {
  const { nature, decimals, base, height, path } = reporting;
  const step = 10 ** decimals;
  const pace = draw.pick([0, 0, 1, 2]);
  let [amount, last] = [0, ""];
  const next = (month: string): number => {
    if (nature === "tally")
      return month > base ? Math.max(amount, path(month) + draw.whole(-Math.min(1, pace), pace)) : 0;
    if (nature === "milestone") return month > base && (amount === 1 ? !draw.chance(3) : draw.chance(8)) ? 1 : 0;
    if (nature === "yearly-flow") {
      const isNewYear = last.slice(0, 4) !== month.slice(0, 4);
      const months = last === "" || isNewYear ? Number(month.slice(5)) : between(last, month);
      const flow = Math.max(0, Math.round((months * (height + path(month))) / 12) + draw.whole(-1, 1) * pace * step);
      return (isNewYear ? 0 : amount) + flow;
    }
    return height + path(month) + draw.whole(-1, 1) * draw.whole(0, pace * step);
  };
  return (month) => {
    [amount, last] = [next(month), month];
    return seen(month, { amount: draw.chance(1) ? null : amount, isCorrected: draw.chance(10) });
  };
}

function drawRules(draw: Draw, base: string): readonly PlainRule[] {
  const rule = (from: string): PlainRule => ({
    from,
    mode: draw.pick(["points", "points", "ratio"]),
    tolerancePercent: draw.pick([20, 0, 5, 10, 12.5, 30]),
    isInclusive: draw.chance(70),
  });
  if (draw.chance(3)) return [];
  const first = draw.chance(50) ? houseRule : rule("2020-01");
  return draw.chance(30) ? [first, rule(later(base, draw.whole(1, 30)))] : [first];
}

/** Parts standing in for a headline's own reports, for readings that may be added. */
function drawRollUp(draw: Draw, target: PlainTarget, month: string): PlainRollUp | null {
  if (!additiveReadings.some((reading) => reading === target.reading) || draw.chance(80)) return null;
  const end = earlier(month, target.deadline ?? month);
  const length = between(target.origin, end);
  const parts = draw.whole(1, 10);
  const partsReported = length < 1 ? 0 : draw.chance(70) ? parts : draw.whole(0, parts);
  const value = valueInForce(target, end);
  const unallocated = draw.chance(80) ? pair(0) : pair(draw.whole(-5, 5));
  return {
    achieved: partsReported === 0 ? null : pair(draw.whole(-2, 25)),
    judgedMonth: partsReported === 0 ? null : later(end, -Math.min(draw.pick([0, 0, 1, 3]), length - 1)),
    partsReported,
    parts,
    allocated: minus(value, unallocated),
    unallocated,
  };
}
