import type { MeasureDifference } from "../../api/types.ts";

/** The orders in which the differences can stand; the word is part of the address. */
export const orders = ["document", "share", "light", "unit"] as const;
export type Order = (typeof orders)[number];

/** The order that an address asks for; that of the document where it asks for none that we have. */
export const orderOf = (word: string | undefined): Order => orders.find((known) => known === word) ?? "document";

const share = ({ figures }: MeasureDifference) =>
  Math.max(...figures.map(({ percent }) => Math.abs(percent.value ?? 0)));

const comparisons: Record<Order, (left: MeasureDifference, right: MeasureDifference) => number> = {
  document: () => 0,
  share: (left, right) => share(right) - share(left),
  light: (left, right) => right.lights.length - left.lights.length,
  unit: (left, right) => left.reportingUnit.zh.localeCompare(right.reportingUnit.zh, "zh-CN"),
};

/** The differences in an order; equals keep the order of the document. */
export const ordered = (differences: readonly MeasureDifference[], order: Order): MeasureDifference[] =>
  [...differences].sort(comparisons[order]);
