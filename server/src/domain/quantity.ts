/** A figure and its unit as one, as each language writes them. */
import type { Text } from "./model.ts";

/** What one of a unit is called, from its English plural: firms → firm, factories → factory. */
const singular = (unit: string) => unit.replace(/ies$/, "y").replace(/s$/, "");
const isOne = /^[≥>≤<−]?1$/;

/**
 * A figure with its English unit: 1 firm, 2 firms, 20%; a unit that is itself a number is multiplied, as
 * 15.2 × 100 million yuan. The figure may carry its comparator.
 */
export function quantityInEnglish(figure: string, unit: string): string {
  if (unit.startsWith("%")) return `${figure}${unit}`;
  if (/^\d/.test(unit)) return `${figure} × ${unit}`;
  return `${figure} ${isOne.test(figure) ? singular(unit) : unit}`;
}

/** A figure, the same in both languages, with its unit. */
export const quantityInWords = (figure: string, unit: Text): Text => ({
  zh: `${figure}${unit.zh}`,
  en: quantityInEnglish(figure, unit.en),
});
