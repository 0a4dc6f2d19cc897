/** The lines of a submission that count, and the values that would come to stand by them. */
import type { RecordedLine, StandingValue } from "@beizeng/db";
import type { Finding } from "../domain/check-list.ts";
import { checkObservation } from "../domain/checks.ts";
import type { Month } from "../domain/month.ts";
import { observationAt } from "../domain/observation.ts";
import { headlineTargets } from "./headline-rows.ts";
import type { MeasureEntry, PlanOutline, TargetEntry } from "./outline.ts";
import type { PlanView } from "./view.ts";

/** The lines of the last round; of several for a measure the last one. */
export function countedLines(lines: readonly RecordedLine[]): readonly RecordedLine[] {
  const last = Math.max(...lines.map(({ round }) => round));
  return [...new Map(lines.filter(({ round }) => round === last).map((line) => [line.measureId, line])).values()];
}

/** A line that counts, its measure, and the value that stands by it once it is accepted. */
export interface CountedLine {
  readonly line: RecordedLine;
  readonly entry: MeasureEntry;
  readonly value: StandingValue;
}

/** The lines of a submission about a period that count, each in the place of what stands in the view. */
export function linesThatCount(view: PlanView, period: string, lines: readonly RecordedLine[]): readonly CountedLine[] {
  const measures = new Map(view.outline.measures.map((entry) => [entry.row.id, entry]));
  return countedLines(lines).map((line) => {
    const entry = measures.get(line.measureId);
    if (entry === undefined) throw new Error(`a submission to ${view.outline.facts.key} has a line of another plan`);
    const { entries, exits, stock, amount } = line;
    const standing = view.standing.get(line.measureId)?.find(({ month }) => month === period);
    const number = (standing?.number ?? 0) + 1;
    const former =
      standing === undefined
        ? null
        : { entries: standing.entries, exits: standing.exits, stock: standing.stock, amount: standing.amount };
    const value = { month: period, number, entries, exits, stock, amount, isCorrected: number > 1, former };
    return { line, entry, value };
  });
}

/** What the checks say of a line about a period, among what stands in the view; of a confirmation, held against what the departments `reported`. */
export function findingsOf(
  { view, reported }: { readonly view: PlanView; readonly reported: PlanView | null },
  period: Month,
  { entry, line }: CountedLine,
): readonly Finding[] {
  const { entries, exits, stock, amount } = line;
  const observation = { month: period, entries, exits, stock, amount, isCorrected: false };
  const theirs = reported === null ? null : observationAt(reported.measure(entry), period);
  return checkObservation(view.measure(entry), entry.siblings, observation, theirs);
}

/** The headline targets that the figures of some measures move: their own, and those made of their targets. */
export function movedHeadlines(outline: PlanOutline, measureIds: ReadonlySet<number>): readonly TargetEntry[] {
  return headlineTargets(outline).filter(
    ({ measure, parts }) => measureIds.has(measure.row.id) || parts.some((part) => measureIds.has(part.measure.row.id)),
  );
}
