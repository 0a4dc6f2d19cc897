import type { DepartmentProgress } from "../../api/types.ts";

/** The orders in which the units can stand; the word is part of the address. */
export const orders = ["rank", "behind", "record", "document"] as const;
export type Order = (typeof orders)[number];

/** The order that an address asks for; by rank where it asks for none that we have. */
export const orderOf = (word: string | undefined): Order => orders.find((known) => known === word) ?? "rank";

const last = Number.POSITIVE_INFINITY;
const keys: Record<Order, (unit: DepartmentProgress) => readonly number[]> = {
  rank: ({ rank, composite }) => [rank ?? last, composite.value === null ? last : -composite.value],
  behind: ({ lights }) => [-lights.missed - lights["far-behind"], -lights.behind],
  record: ({ punctuality }) => [-punctuality.missing, -punctuality.late],
  document: () => [],
};

/** The units in an order; what ties keeps the order of the document. Those not ranked stand below those that are. */
export function ordered(departments: readonly DepartmentProgress[], order: Order): DepartmentProgress[] {
  const keyed = departments.map((unit) => ({ unit, key: keys[order](unit) }));
  return keyed
    .sort((one, other) => {
      const place = one.key.findIndex((each, at) => each !== other.key[at]);
      return place === -1 ? 0 : (one.key[place] ?? 0) < (other.key[place] ?? 0) ? -1 : 1;
    })
    .map(({ unit }) => unit);
}
