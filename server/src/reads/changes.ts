/** What differs between two months of a plan: what a review of the month speaks of first. */
import type { Changes, TargetChange } from "../contract/changes.ts";
import type { ChangesQuery } from "../contract/questions.ts";
import { compare, type Fraction, ofDecimal, sign, subtract, zero } from "../domain/fraction.ts";
import { type LightMove, lightMove, lightMoves } from "../domain/light-move.ts";
import { changesInWords } from "../domain/month-sentences.ts";
import { firstCounted } from "../plans/additions.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { type Figure, noFigure, shownDecimal, shownShort } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { trendPoint } from "./history.ts";
import { indicatorInWords, shortfallAt } from "./named-target.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { furthestFirst } from "./progress-in-words.ts";
import { askMonth, askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** A target at both months; `before` is null where it was not counted yet. */
interface Pair {
  readonly entry: TargetEntry;
  readonly before: MonthView | null;
  readonly after: MonthView;
  readonly move: LightMove | null;
}

function pairOf(entry: TargetEntry, earlier: MonthView, after: MonthView): Pair {
  const isCounted = earlier.view.outline.targetByKey.has(entry.row.key) && earlier.month >= firstCounted(entry);
  const before = isCounted ? earlier : null;
  return {
    entry,
    before,
    after,
    move: lightMove(before?.assessment(entry).light ?? null, after.assessment(entry).light),
  };
}

/** What was achieved in between, with a plus where it is more. */
function gained({ entry, before, after }: Pair): Figure {
  const [then, now] = [before?.assessment(entry).achieved ?? null, after.assessment(entry).achieved];
  if (then === null || now === null) return noFigure;
  const difference = subtract(now, then);
  const figure = shownShort(difference, zero, after.assessment(entry).decimals);
  return sign(difference) > 0 ? { ...figure, text: `+${figure.text}` } : figure;
}

function changeOf(pair: Pair): TargetChange {
  const { entry, before, after, move } = pair;
  const { measure, row } = entry;
  const { unit, stretch } = after.assessment(entry);
  return {
    target: row.key,
    subject: subjectSummary(measure.subject),
    indicatorName: measure.row.indicator.name,
    scopeName: measure.row.scope?.name ?? null,
    reading: row.reading,
    unit,
    comparator: row.comparator,
    stretch: stretch === null ? null : shownDecimal(stretch),
    move,
    before: before === null ? null : trendPoint(before, entry),
    after: trendPoint(after, entry),
    gained: gained(pair),
    shortfallBefore: before === null ? noFigure : shortfallAt(before, entry).figure,
    shortfall: shortfallAt(after, entry).figure,
  };
}

/** Whether anything that a reader sees of the target differs. */
function differs({ entry, before, after, move }: Pair): boolean {
  if (move !== null) return true;
  const now = after.assessment(entry);
  if (before === null) return now.achieved !== null;
  const then = before.assessment(entry);
  return !isSame(then.achieved, now.achieved) || !isSame(ofDecimal(then.targetValue), ofDecimal(now.targetValue));
}

const isSame = (left: Fraction | null, right: Fraction | null) =>
  left === null || right === null ? left === right : compare(left, right) === 0;

const placeOf = (move: LightMove | null) => (move === null ? lightMoves.length : lightMoves.indexOf(move));

/** The answer of GET /api/plans/{plan}/changes. */
export async function readChanges(reads: Reads, plan: string, query: ChangesQuery): Promise<Answer<Changes>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, month, horizon } = asked.value;
  const since = askMonth(reads, view.outline, "since", query.since);
  if (!since.ok) return since;
  if (since.value > month) {
    return refuse({ code: "months-reversed", field: "month", value: month, allowed: since.value });
  }
  const [earlier, after] = [monthView(view, since.value), monthView(view, month)];
  const pairs = after.view.outline.targets
    .filter(({ row }) => row.horizon === horizon)
    .map((entry) => pairOf(entry, earlier, after));
  const furthest = furthestFirst(after);
  const changed = pairs
    .filter(differs)
    .sort((left, right) => placeOf(left.move) - placeOf(right.move) || furthest(left.entry, right.entry));
  const named = ({ entry }: Pair) => ({
    subject: entry.measure.subject.row.name,
    indicator: indicatorInWords(entry),
    shortfall: shortfallAt(after, entry).inWords,
  });
  const moved = lightMoves
    .map((move) => ({ move, targets: changed.filter((pair) => pair.move === move).map(named) }))
    .filter(({ targets }) => targets.length > 0);
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, month),
    horizon,
    since: since.value,
    changes: changed.map(changeOf),
    unchanged: pairs.length - changed.length,
    sentence: changesInWords(since.value, moved),
  });
}
