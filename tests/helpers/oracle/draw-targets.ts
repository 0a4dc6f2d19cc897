import type { Comparator, CurveKind, Direction, Nature, Reading } from "../../../db/src/vocabulary.ts";
import { readingsOf } from "../../../db/src/vocabulary.ts";
import type { Draw } from "./draw.ts";
import { linear } from "./example.ts";
import { between, later } from "./months.ts";
import type { PlainCurve, PlainRevision, PlainTable, PlainTarget } from "./plain.ts";

/** What the drawing of targets needs to know of the measure, so that targets lie where its values are. */
export interface Ground {
  readonly nature: Nature;
  readonly decimals: number;
  readonly base: string;
  /** About where the measure stands at its origin, in scaled digits. */
  readonly height: number;
}

interface Span {
  readonly origin: string;
  readonly deadline: string | null;
}

/** Between one and four targets on one measure; the first is the one asked about. */
export function drawTargets(draw: Draw, ground: Ground): readonly [PlainTarget, ...PlainTarget[]] {
  const spans = draw.chance(20) ? yearlySpans(draw, ground.base) : nestedSpans(draw, ground.base);
  const reading = drawReading(draw, ground.nature);
  const direction = drawDirection(draw, reading);
  const targets = fromTheBase(spans, ground.base).map((span, index) => {
    const isAlike = index === 0 || draw.chance(85);
    const ownReading = isAlike ? reading : drawReading(draw, ground.nature);
    const ownDirection = isAlike && draw.chance(95) ? direction : drawDirection(draw, ownReading);
    return drawTarget(draw, ground, `target-${index}`, span, ownReading, ownDirection);
  });
  const [first, ...others] = targets;
  if (first === undefined) throw new Error("spans are never empty");
  return [first, ...others];
}

function drawReading(draw: Draw, nature: Nature): Reading {
  const [first, ...others]: readonly Reading[] = readingsOf[nature];
  return draw.pick([first ?? "new", ...others]);
}

const onlyRising: readonly Reading[] = ["new", "cumulative", "done"];

function drawDirection(draw: Draw, reading: Reading): Direction {
  return onlyRising.includes(reading) || draw.chance(70) ? "rising" : "falling";
}

/** Different deadlines from one origin, rarely from a later one; mostly the longest is asked about. */
function nestedSpans(draw: Draw, base: string): readonly [Span, ...Span[]] {
  const count = draw.whole(1, 4);
  const lengths = new Set(Array.from({ length: count }, () => draw.pick([12, 24, 36, 48, 3, 6, 9, 12, 48, 7, 20])));
  const deadlines = [...lengths].sort((a, b) => b - a).map((length) => later(base, length));
  const spans: Span[] = deadlines.map((deadline) => {
    const origin = draw.chance(88) ? base : later(base, draw.pick([3, 6, 12]));
    return { origin: origin < deadline ? origin : base, deadline };
  });
  if (draw.chance(10)) spans.push({ origin: base, deadline: null });
  const asked = draw.chance(60) ? 0 : draw.whole(0, spans.length - 1);
  const main = draw.chance(10) ? { origin: base, deadline: null } : (spans[asked] ?? { origin: base, deadline: null });
  return [main, ...spans.filter((span) => span.deadline !== main.deadline)];
}

/** The measure's origin is the earliest of its targets': one of them starts there. */
function fromTheBase(spans: readonly Span[], base: string): readonly Span[] {
  const [first, ...others] = spans;
  const isThere = spans.some((span) => span.origin === base);
  return isThere || first === undefined ? spans : [{ ...first, origin: base }, ...others];
}

/** A quota for each year, from December to December. */
function yearlySpans(draw: Draw, base: string): readonly [Span, ...Span[]] {
  const years = draw.whole(1, 4);
  const spans: readonly Span[] = Array.from({ length: years }, (_, year) => ({
    origin: later(base, year * 12),
    deadline: later(base, year * 12 + 12),
  }));
  const main = spans[draw.whole(0, years - 1)] ?? { origin: base, deadline: later(base, 12) };
  return [main, ...spans.filter((span) => span.deadline !== main.deadline)];
}

function drawTarget(
  draw: Draw,
  ground: Ground,
  key: string,
  span: Span,
  reading: Reading,
  direction: Direction,
): PlainTarget {
  const comparators: Readonly<Record<Direction, readonly [Comparator, ...Comparator[]]>> = {
    rising: [">=", ">=", ">", "=", "range"],
    falling: ["<=", "<=", "<", "=", "range"],
  };
  const comparator = reading === "done" ? draw.pick<Comparator>([">=", "="]) : draw.pick(comparators[direction]);
  const revise = (from: string) => drawRevision(draw, ground, { from, reading, direction, comparator });
  const end = span.deadline ?? later(span.origin, 36);
  const months = between(span.origin, end);
  const revisions = [revise(draw.chance(95) ? span.origin : later(span.origin, -1))];
  if (reading !== "done" && draw.chance(20)) revisions.push(revise(later(span.origin, draw.whole(1, months + 6))));
  return { key, reading, comparator, direction, ...span, curve: drawCurve(draw, span.origin, end), revisions };
}

interface Wanted {
  readonly from: string;
  readonly reading: Reading;
  readonly direction: Direction;
  readonly comparator: Comparator;
}

/** A value beyond the start in the target's direction, seldom at it. */
function drawRevision(draw: Draw, ground: Ground, wanted: Wanted): PlainRevision {
  const sign = wanted.direction === "rising" ? 1 : -1;
  const step = 10 ** ground.decimals;
  const distance = draw.chance(4) ? 0 : draw.pick([1, 2, 3, draw.whole(1, 8), draw.whole(1, 40)]);
  const fine = ground.decimals > 0 && draw.chance(50) ? draw.whole(0, step - 1) : 0;
  const stretch = (digits: number, by: number) => (wanted.comparator === "range" ? digits + sign * by : null);
  switch (wanted.reading) {
    case "growth":
    case "annual-growth": {
      const decimals = draw.whole(0, 2);
      const digits = sign * distance * 10 ** decimals + (decimals > 0 && distance > 0 ? sign * draw.whole(0, 9) : 0);
      return { from: wanted.from, digits, decimals, stretchDigits: stretch(digits, draw.whole(1, 30)) };
    }
    case "done":
      return { from: wanted.from, digits: 1, decimals: 0, stretchDigits: null };
    default: {
      const isAbsolute = ["total", "level", "rate"].includes(wanted.reading);
      const digits = (isAbsolute ? ground.height : 0) + sign * (distance * step + (distance > 0 ? fine : 0));
      return {
        from: wanted.from,
        digits,
        decimals: ground.decimals,
        stretchDigits: stretch(digits, draw.whole(1, 3) * step),
      };
    }
  }
}

function drawCurve(draw: Draw, origin: string, end: string): PlainCurve {
  const kind = draw.pick<CurveKind>(["linear", "linear", "linear", "batch", "batch", "custom", "none"]);
  if (kind === "custom") return { ...linear, kind, points: drawPoints(draw, origin, end) };
  if (kind !== "batch") return { ...linear, kind };
  return { ...linear, kind, ...drawTable(draw, origin), dated: drawDated(draw, origin, end) };
}

function drawTable(draw: Draw, origin: string): PlainTable {
  const years = Array.from({ length: 5 }, (_, year) => [Number(origin.slice(0, 4)) + year, draw.pick([1, 2, 3, 0.5])]);
  return {
    monthlyPercent: draw.chance(60) ? null : climbing(draw, 12),
    yearWeights: draw.chance(60) ? null : Object.fromEntries(years),
  };
}

/** Up to three tables of the office's, entered in any order, some for the same month. */
function drawDated(draw: Draw, origin: string, end: string): PlainCurve["dated"] {
  if (draw.chance(50)) return [];
  const months = Array.from({ length: draw.whole(1, 3) }, () => later(origin, draw.whole(0, between(origin, end))));
  const [first = origin] = months;
  return months.map((month) => ({ from: draw.chance(25) ? first : month, ...drawTable(draw, origin) }));
}

/** So many rising percents, some with a decimal, the last of them 100. */
function climbing(draw: Draw, count: number): readonly number[] {
  const tenths = Array.from(
    { length: count - 1 },
    () => draw.whole(0, 100) * 10 + (draw.chance(20) ? draw.whole(0, 9) : 0),
  );
  return [...tenths.map((each) => Math.min(each, 1000) / 10).sort((a, b) => a - b), 100];
}

function drawPoints(draw: Draw, origin: string, end: string): PlainCurve["points"] {
  const length = between(origin, end);
  const months = new Set(Array.from({ length: draw.whole(1, 5) }, () => draw.whole(1, length)));
  if (draw.chance(80)) months.add(length);
  const offsets = [...months].sort((a, b) => a - b);
  const percents = climbing(draw, draw.chance(90) ? offsets.length : offsets.length + 1);
  return offsets.map((offset, index) => ({ month: later(origin, offset), percent: percents[index] ?? 100 }));
}
