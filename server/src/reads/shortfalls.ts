/** What a plan's targets lack at a month, kind by kind, the largest first: which of them hold it back, and since when. */
import { additiveReadings, type Reading } from "@beizeng/db/vocabulary";
import type { ProgressQuery } from "../contract/questions.ts";
import type { ShortfallGroup, Shortfalls } from "../contract/shortfalls.ts";
import { compare, type Fraction, sign, zero } from "../domain/fraction.ts";
import { isLagging } from "../domain/light-move.ts";
import type { Text } from "../domain/model.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { longestBehindInWords, shortfallsInWords } from "../domain/month-sentences.ts";
import { sumOf } from "../domain/roll-up.ts";
import { rankShortfalls } from "../domain/shortfalls.ts";
import { readingName } from "../domain/words.ts";
import { firstCounted } from "../plans/additions.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownShare, shownShort } from "../plans/shown-figure.ts";
import { type MonthView, monthView, type PlanView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { assignedUnits } from "./assigned-units.ts";
import { distanceInWords, indicatorInWords, shortfallAt } from "./named-target.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** Readings whose shortfalls are counts of something; those of one unit and reading may be added. */
const countedReadings: readonly Reading[] = [...additiveReadings, "total"];

/** How months are looked at, each view made once. */
export type MonthViews = (month: Month) => MonthView;

/** The months of a view, each looked at once. */
export function viewsOf(view: PlanView): MonthViews {
  const made = new Map<Month, MonthView>();
  return (month) => {
    const found = made.get(month) ?? monthView(view, month);
    made.set(month, found);
    return found;
  };
}

/** The first month of the unbroken run in which a target that is behind at a month has been so. */
export function behindSince(at: MonthViews, entry: TargetEntry, month: Month): Month {
  const first = firstCounted(entry);
  let since = month;
  for (let each = addMonths(month, -1); each >= first; each = addMonths(each, -1)) {
    if (!isLagging(at(each).assessment(entry).light)) break;
    since = each;
  }
  return since;
}

/** Targets by what they count. A headline stands with its parts in no sum: it is alone or left out. */
function kindsOf(entries: readonly TargetEntry[]): readonly (readonly [string, readonly TargetEntry[]])[] {
  const kinds = new Map<string, TargetEntry[]>();
  for (const entry of entries) {
    const { indicator } = entry.measure.row;
    const key = `${indicator.key}.${entry.row.reading}`;
    kinds.set(key, [...(kinds.get(key) ?? []), entry]);
  }
  return [...kinds].map(([key, found]) => {
    const parts = found.filter(({ measure }) => measure.subject.row.kind !== "headline");
    return [key, parts.length > 0 ? parts : found] as const;
  });
}

/** What each unit's targets lack together, the largest first; each joint target in full. */
function unitsOf(month: MonthView, entries: readonly TargetEntry[], decimals: number): ShortfallGroup["units"] {
  const found = new Map<string, { name: Text; entries: TargetEntry[] }>();
  for (const entry of entries) {
    for (const { department, name } of assignedUnits(month.view.outline, entry.measure.subject, month.month)) {
      const unit = found.get(department) ?? { name, entries: [] };
      unit.entries.push(entry);
      found.set(department, unit);
    }
  }
  return [...found]
    .map(([department, unit]) => ({
      ...{ department, name: unit.name, targets: unit.entries.length },
      lacking: sumOf(unit.entries.flatMap((entry) => shortfallAt(month, entry).exact ?? [])),
    }))
    .sort((left, right) => compare(right.lacking, left.lacking))
    .map(({ lacking, ...unit }) => ({ ...unit, shortfall: shownShort(lacking, zero, decimals) }));
}

/** A kind with its place among others: what is behind first, what is counted whole first, the largest total first. */
interface PlacedGroup {
  readonly group: ShortfallGroup;
  readonly isWhole: boolean;
  readonly total: Fraction;
}

const placing = (left: PlacedGroup, right: PlacedGroup) =>
  sign(right.total) - sign(left.total) ||
  Number(right.isWhole) - Number(left.isWhole) ||
  compare(right.total, left.total);

function groupOf(at: MonthViews, now: Month, key: string, entries: readonly TargetEntry[]): PlacedGroup | null {
  const month = at(now);
  const [first] = entries;
  if (first === undefined) return null;
  const { unit, decimals } = month.assessment(first);
  const { total, ranked } = rankShortfalls(
    entries.map((entry) => ({ entry, shortfall: shortfallAt(month, entry).exact })),
  );
  const subjects = new Set(entries.map(({ measure }) => measure.subject));
  const areChains = [...subjects].every(({ row }) => row.kind === "chain") && subjects.size === entries.length;
  const group: ShortfallGroup = {
    key,
    indicatorName: first.measure.row.indicator.name,
    reading: first.row.reading,
    unit,
    judged: entries.filter((entry) => month.assessment(entry).light !== null).length,
    total: shownShort(total, zero, decimals),
    rows: ranked.flatMap(({ entry, shortfall, share, cumulative }) => {
      const { light } = month.assessment(entry);
      return light === null
        ? []
        : [
            {
              target: entry.row.key,
              subject: subjectSummary(entry.measure.subject),
              scopeName: entry.measure.row.scope?.name ?? null,
              light,
              shortfall: shownShort(shortfall, zero, decimals),
              share: shownShare(share),
              cumulative: shownShare(cumulative),
              since: behindSince(at, entry, now),
              units: assignedUnits(month.view.outline, entry.measure.subject, now),
            },
          ];
    }),
    units: unitsOf(
      month,
      ranked.map(({ entry }) => entry),
      decimals,
    ),
    sentence: shortfallsInWords({
      indicator: readingName(first.row.reading, first.measure.row.indicator.name),
      rows: ranked.map(({ entry, shortfall }) => ({
        subject: entry.measure.subject.row.name,
        shortfall: distanceInWords(shortfall, unit, decimals),
      })),
      total: distanceInWords(total, unit, decimals),
      shareOfFirstThree: shownShare(ranked[2]?.cumulative ?? null).text,
      areChains,
    }),
  };
  return { group, isWhole: first.measure.row.indicator.isIndivisible, total };
}

/** Of all that is behind at a month that which has been so for longest; null where nothing is. */
function longestBehind(at: MonthViews, now: Month, entries: readonly TargetEntry[]) {
  const behind = entries
    .filter((entry) => isLagging(at(now).assessment(entry).light))
    .map((entry) => ({
      subject: entry.measure.subject.row.name,
      indicator: indicatorInWords(entry),
      since: behindSince(at, entry, now),
    }));
  return behind.reduce<(typeof behind)[number] | null>(
    (longest, each) => (longest === null || each.since < longest.since ? each : longest),
    null,
  );
}

/** The answer of GET /api/plans/{plan}/shortfalls. */
export async function readShortfalls(reads: Reads, plan: string, query: ProgressQuery): Promise<Answer<Shortfalls>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, month, horizon } = asked.value;
  const at = viewsOf(view);
  const { outline } = at(month).view;
  const entries = outline.targets.filter(({ row }) => row.horizon === horizon);
  const isAnyLit = entries.some((entry) => at(month).assessment(entry).light !== null);
  const counted = entries.filter(({ row }) => countedReadings.includes(row.reading));
  const groups = kindsOf(counted)
    .flatMap(([key, found]) => groupOf(at, month, key, found) ?? [])
    .sort(placing)
    .map(({ group }) => group);
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, month),
    horizon,
    groups,
    longest: longestBehindInWords(month, longestBehind(at, month, entries), isAnyLit),
  });
}
