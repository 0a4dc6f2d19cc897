/** A target in words, as an office writes it. */
import type { Reading } from "@beizeng/db/vocabulary";
import { targetText } from "../domain/figures.ts";
import type { Assessment, Text } from "../domain/model.ts";
import { quantityInEnglish } from "../domain/quantity.ts";
import { readingWords } from "../domain/words.ts";
import type { TargetEntry } from "../plans/outline.ts";

/** Readings that need no word before the figure: the indicator's name says all of it. */
const plainReadings: readonly Reading[] = ["level", "rate"];

/** A target in words, such as 新增 ≥145户 or ≥50亿元; a milestone is its one word. */
export function targetInWords(
  { row }: TargetEntry,
  assessed: Pick<Assessment, "targetValue" | "stretch" | "unit">,
): Text {
  const value = targetText(row, assessed);
  if (row.reading === "done") return value;
  const { unit } = assessed;
  const [zh, en] = [`${value.zh}${unit.zh}`, quantityInEnglish(value.en, unit.en)];
  if (plainReadings.includes(row.reading)) return { zh, en };
  const reading = readingWords[row.reading];
  return { zh: `${reading.zh} ${zh}`, en: `${reading.en} ${en}` };
}
