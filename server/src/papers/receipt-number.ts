import type { PaperKey } from "./asked-paper.ts";

/** The number on a receipt: plan, period, unit, which of the unit's papers for the period, and its round. */
export const receiptNumber = ({ plan, period, department }: PaperKey, number: number, round: number): string =>
  `${plan}/${period}/${department}/${number}-${round}`;
