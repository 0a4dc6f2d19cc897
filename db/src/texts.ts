import type { Text } from "./schema/column-makers.ts";

/** An instant after all others: what `asKnownOn` means when it is left out. */
export const endOfTime = "9999-12-31T23:59:59.999Z";

/** A month after all others. */
export const lastMonth = "9999-12";

/** A revision after all others; the engines keep whole numbers of this size exactly. */
export const lastRevision = Number.MAX_SAFE_INTEGER;

/** The text of two columns that are stored together; null when they are. */
export function textOf(zh: string | null, en: string | null): Text | null {
  return zh === null || en === null ? null : { zh, en };
}
