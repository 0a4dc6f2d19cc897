/** What a department types, period after period. */
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { type Figures, reportedBase } from "./followed-measure.ts";
import type { InventedMeasure } from "./invented-series.ts";
import { isReported, lineOf, reportedFigures, unchangedLine, usesNoChange } from "./lines.ts";
import type { Misreport } from "./story.ts";
import { wordsOnWarnings } from "./words-on-warnings.ts";

/** The lines of a department's report for each period for which it has any. */
export function departmentLines(
  department: string,
  measures: readonly InventedMeasure[],
  periods: readonly Month[],
  misreports: readonly Misreport[],
): Map<Month, ReportLine[]> {
  const lines = new Map(periods.map((period) => [period, Array.of<ReportLine>()]));
  const repeats = usesNoChange(department);
  for (const measure of measures) {
    const figures = periods
      .filter((period) => isReported(measure, period))
      .map((period) => [period, reportedFigures(measure, period, misreports)] as const);
    const base = reportedBase(measure.followed);
    const words = wordsOnWarnings(measure.followed, new Map([...base, ...figures]));
    // Once a misreport is corrected, later figures are held against the true ones.
    const truth = figures.map(([period]) => [period, measure.series.get(period) ?? {}] as const);
    const wordsOnTruth = wordsOnWarnings(measure.followed, new Map([...base, ...truth]));
    for (const [place, [period, now]] of figures.entries()) {
      const word = words.get(period) ?? wordsOnTruth.get(period) ?? null;
      // 无变化 repeats figures; the day of a milestone is told each time.
      const isSame = repeats && now.doneOn === undefined && areSame(figures[place - 1]?.[1], now);
      lines.get(period)?.push(isSame ? unchangedLine(measure, word) : lineOf(measure, now, word));
    }
  }
  return new Map([...lines].filter(([, typed]) => typed.length > 0));
}

function areSame(before: Figures | undefined, now: Figures): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now);
}
