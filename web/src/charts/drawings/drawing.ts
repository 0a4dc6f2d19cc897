import type { ReactElement } from "react";

/** A mark of a chart, an SVG with its own width and height, beside its word. */
export interface LegendItem {
  readonly key: string;
  readonly mark: ReactElement;
  readonly word: string;
}

/** A chart as it can leave the page: its marks, and the words that stand around it there. */
export interface Drawing {
  /** What is seen, in words. */
  readonly title: string;
  /** Whose figures, unit, 截至 and basis. */
  readonly subtitle: string;
  readonly legend: readonly LegendItem[];
  /** Each an SVG with its own width and height: one, or small multiples under headings of their own, two in a row. */
  readonly charts: readonly { readonly heading: string | null; readonly chart: ReactElement }[];
}

/** How wide a chart is drawn where no page says it, in px: alone as legible as text on a page of A4, and as one of small multiples. */
export const drawnWidth = { alone: 720, multiple: 440 };
