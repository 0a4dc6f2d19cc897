/** So many units stand beside each other at most. */
export const mostUnits = 4;

/** The units that an address asks for, each once, at most four. */
export const unitsAsked = (word: string | undefined): string[] =>
  [...new Set((word ?? "").split(",").filter((key) => key !== ""))].slice(0, mostUnits);

/** Units as they stand on the address; nothing for none. */
export const unitsOnAddress = (units: readonly string[]): string | undefined => units.join(",") || undefined;
