import type { FigureField, Nature } from "../api/types.ts";
import type { useWords } from "./use-words.ts";

/** What a figure of a measure is called: 累计新增, 期末总数, and of what only stands at the end of a period 期末数. */
export function quantityName(
  { t }: Pick<ReturnType<typeof useWords>, "t">,
  nature: Nature,
  field: FigureField,
): string {
  const isStanding = nature === "level" || nature === "rate" || nature === "milestone";
  return field === "amount" && isStanding ? t(`paper.amountOf.${nature}`) : t(`paper.cumulativeOf.${field}`);
}

/** A figure of a measure as it is shown; a milestone is a word. */
export function quantityText(
  { t }: Pick<ReturnType<typeof useWords>, "t">,
  nature: Nature,
  { value, text }: { readonly value: number | null; readonly text: string },
): string {
  if (nature !== "milestone" || value === null) return text;
  return t(value === 1 ? "value.done" : "value.notDone");
}
