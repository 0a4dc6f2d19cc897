/** Invented figures as a department types them. */
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { addMonths, type Month } from "@beizeng/server/domain/month.ts";
import { accident } from "./accident.ts";
import type { Figures } from "./followed-measure.ts";
import type { InventedMeasure } from "./invented-series.ts";
import type { Misreport } from "./story.ts";

/** Stands on every invented figure. */
const note = "演示数据";

/** Months after its last deadline in which a measure is still reported, so that what is met late is seen. */
const monthsAfterwards = 12;

/** Whether a measure is reported for a period: while a target on it runs, and for some time afterwards. */
export function isReported({ followed }: InventedMeasure, period: Month): boolean {
  return followed.aims.some(({ deadline }) => deadline === null || period <= addMonths(deadline, monthsAfterwards));
}

/** The figures as they are first reported: true ones, but for what the scenario tells was misreported. */
export function reportedFigures(
  { followed, series }: InventedMeasure,
  period: Month,
  misreports: readonly Misreport[],
): Figures {
  const { measure, decimals } = followed;
  const misreport = misreports.find((one) => one.measure === measure.key && one.from <= period && period <= one.until);
  return addTo(series.get(period) ?? {}, Math.round((misreport?.excess ?? 0) * 10 ** decimals));
}

/** The figures with something too much in what is counted, the stock following. */
export function addTo(figures: Figures, excess: number): Figures {
  const added = (["entries", "stock", "amount"] as const).flatMap((field) => {
    const figure = figures[field];
    return figure === undefined ? [] : [[field, figure + excess] as const];
  });
  return { ...figures, ...Object.fromEntries(added) };
}

/** Whether a department's reporter uses 无变化 where nothing has changed. */
export function usesNoChange(department: string): boolean {
  return accident(department, "no change") < 0.5;
}

/** The line of a measure; the reason answers a warning where there is one. */
export function lineOf({ followed }: InventedMeasure, figures: Figures, reason: string | null): ReportLine {
  const write = (digits: number) => writeDecimal({ digits, decimals: followed.decimals });
  const { entries, exits, stock, amount, doneOn } = figures;
  return {
    measure: followed.measure.key,
    ...(entries === undefined ? {} : { entries: write(entries) }),
    ...(exits === undefined ? {} : { exits: write(exits) }),
    ...(stock === undefined ? {} : { stock: write(stock) }),
    ...(amount === undefined ? {} : { amount: write(amount) }),
    ...(doneOn === undefined ? {} : { doneOn }),
    note,
    ...(reason === null ? {} : { reason }),
  };
}

/** The line that repeats what was accepted last. */
export function unchangedLine({ followed }: InventedMeasure, reason: string | null): ReportLine {
  return { measure: followed.measure.key, isUnchanged: true, note, ...(reason === null ? {} : { reason }) };
}
