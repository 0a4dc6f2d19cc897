/** What slides are made of: 16:9, placed in millimetres of a slide of 338.7 × 190.5. */
import type { OfficeChart } from "../office/chart.ts";

/** Where something stands on a slide. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paragraphs; a text too long for its frame is set smaller by whoever edits it. */
export interface TextShape {
  readonly kind: "text";
  readonly frame: Frame;
  readonly points: number;
  readonly isBulleted?: boolean;
  readonly color?: string;
  readonly paragraphs: readonly string[];
}

/** A table; widths are shares of its frame, rows as high as `heights` says, the headings' first; all alike where it says nothing. */
export interface TableShape {
  readonly kind: "table";
  readonly frame: Frame;
  readonly title: string;
  readonly points: number;
  readonly columns: readonly { readonly heading: string; readonly share: number; readonly isFigure?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly heights?: readonly number[];
}

/** A native chart. */
export interface ChartShape {
  readonly kind: "chart";
  readonly frame: Frame;
  readonly chart: OfficeChart;
}

/** What stands on a slide beside its title. */
export type Shape = TextShape | TableShape | ChartShape;

/** A slide; `notes` names its source, a title is broken where it has a line's end. The cover has its title in the middle and a subtitle. */
export interface Slide {
  readonly kind: "cover" | "content";
  readonly title: string;
  /** On the cover alone. */
  readonly subtitle?: string;
  readonly shapes: readonly Shape[];
  readonly notes: string;
}

/** Slides with what stands at the foot of each: whose, as of when, and whether it may be quoted. */
export interface Presentation {
  readonly footer: string;
  readonly slides: readonly Slide[];
}
