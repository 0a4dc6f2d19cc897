/** A chart as a value: what it says and how its marks look, for documents and slides alike. */
import type { FontPair } from "./drawing.ts";

/** A quantity as the product shows it; null is a gap and no zero. */
export interface ChartPoint {
  readonly value: number | null;
  readonly text: string;
  /** RRGGBB, where it is not the colour of its series: the colour of its light. */
  readonly color?: string;
  /** True for what was carried forward: hatched. */
  readonly isCarried?: boolean;
}

/**
 * What a series is drawn as. `bar` is what was achieved, `tick` 序时 across it, `open-bar` the target; `line` is what is known,
 * `thin-line` the schedule, `dotted-line` the forecast and `faint-line` an end of its interval.
 */
export type ChartMark = "bar" | "tick" | "open-bar" | "line" | "thin-line" | "dotted-line" | "faint-line";

/** One series; it has a point for each category. */
export interface ChartSeries {
  readonly name: string;
  readonly mark: ChartMark;
  readonly color: string;
  readonly isLabelled?: boolean;
  readonly points: readonly ChartPoint[];
}

/** A chart: `across` has horizontal bars and the first category on top. */
export interface OfficeChart {
  /** What is seen, in words. */
  readonly title: string;
  /** Unit, 截至 and basis. */
  readonly subtitle: string;
  readonly direction: "across" | "up";
  /** True where the bars of a category stand on each other. */
  readonly isStacked?: boolean;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly fonts: FontPair;
}

/** True for a mark that is a bar, in the given direction: a tick across horizontal bars is the end of a bar of its own. */
export const isBar = (mark: ChartMark, direction: OfficeChart["direction"]): boolean =>
  mark === "bar" || mark === "open-bar" || (mark === "tick" && direction === "across");
