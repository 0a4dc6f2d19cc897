import type { Quotation } from "../../api/types.ts";
import { quotationLine } from "../../words/quotation-line.ts";
import type { Words } from "../../words/spoken-words.ts";
import type { Drawing } from "./drawing.ts";

/** What stands in a chart's place where there is nothing to draw: a sentence, and by which figures it is so. */
export const noDrawing = (words: Words, quotation: Quotation, title: string): Drawing => ({
  ...{ title, subtitle: quotationLine(words, quotation) },
  ...{ legend: [], charts: [] },
});
