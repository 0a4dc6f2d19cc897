/** The numbers of a chart as cells and caches hold them: what is shown, to the last digit. */
import { formatOf, numberShown } from "../tables/shown-number.ts";
import type { ChartPoint, ChartSeries } from "./chart.ts";

/** A number with its format; `isSaid` is true where the format alone shows the text of its point. */
export interface ChartNumber {
  readonly value: number;
  readonly format: string;
  readonly isSaid: boolean;
}

/** The number of a point, null for a gap. A text that is no number (<0.1%) stands over the value itself. */
export function chartNumber({ value, text }: ChartPoint): ChartNumber | null {
  if (value === null) return null;
  const shown = numberShown(text);
  if (shown === null) return { value, format: "General", isSaid: false };
  const format = formatOf(shown);
  // The sign of a shown number is a true minus, which no format writes by itself.
  const signed = shown.value < 0 && !shown.isSigned ? `${format};"−"${format}` : format;
  return { value: shown.value, format: signed, isSaid: true };
}

/** The format that most points of a series have; the others carry their own. */
export function usualFormat({ points }: ChartSeries): string {
  const counts = new Map<string, number>();
  for (const point of points) {
    const format = chartNumber(point)?.format;
    if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const [usual = "General"] = [...counts].sort(([, one], [, other]) => other - one).map(([format]) => format);
  return usual;
}
