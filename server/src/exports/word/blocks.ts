/** What a Word document is made of, from top to bottom. */
import type { OfficeChart } from "../office/chart.ts";
import type { StyleName } from "./styles.ts";

/** A paragraph in a style; a page number or an empty line is no text. */
export interface TextBlock {
  readonly kind: "text";
  readonly style: StyleName;
  readonly text: string;
}

/** A column of a table; its width in millimetres. */
export interface WordColumn {
  readonly heading: string;
  readonly width: number;
  readonly isFigure?: true;
}

/** A table: its headings stand on each page, and none of its rows is broken over two. */
export interface TableBlock {
  readonly kind: "table";
  /** What it is, for those who cannot see it. */
  readonly title: string;
  readonly columns: readonly WordColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A native chart as wide as the text. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly chart: OfficeChart;
  /** In millimetres. */
  readonly height: number;
}

/** A part of the document from top to bottom. */
export type WordBlock = TextBlock | TableBlock | ChartBlock;

/** A document: `header` stands on each page where it is not empty. */
export interface WordDocument {
  readonly header: string;
  readonly blocks: readonly WordBlock[];
}
