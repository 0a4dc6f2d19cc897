import type { Language } from "./language.ts";

/** What one of a unit is called, from its English plural: firms → firm, factories → factory. */
const singular = (unit: string) => unit.replace(/ies$/, "y").replace(/s$/, "");
const isOne = /^[≥>≤<−]?1$/;

/**
 * A figure with its unit: 15户; 1 firm, 2 firms, 20%, and a unit that is itself a number multiplied, as
 * 15.2 × 100 million yuan. A figure that has its percent sign, or is none, stands alone. As the API writes targets.
 */
export function quantityIn(language: Language, figure: string, unit: string): string {
  if (figure === "—" || unit === "" || figure.endsWith("%")) return figure;
  if (language !== "en" || unit.startsWith("%")) return `${figure}${unit}`;
  if (/^\d/.test(unit)) return `${figure} × ${unit}`;
  return `${figure} ${isOne.test(figure) ? singular(unit) : unit}`;
}
