/** The steps that are drawn: everything anybody could try of papers, reviews, months and their own account. */
import fc from "fast-check";
import { kinds, type MonthStep, newModel, periods, type Role, units } from "./model.ts";

const { people } = newModel();
const papers = units.length * periods.length * kinds.length;

/** One try, by the places of a person and of a paper in the model. */
export type Step = { readonly who: number } & (
  | { readonly kind: "save"; readonly paper: number; readonly value: string; readonly isStale: boolean }
  | {
      readonly kind: "submit";
      readonly paper: number;
      readonly isStale: boolean;
      readonly isTwice: boolean;
      readonly reason: string | null;
    }
  | { readonly kind: "accept" | "together"; readonly paper: number; readonly isStale: boolean }
  | { readonly kind: "return"; readonly paper: number; readonly isStale: boolean; readonly reason: string }
  | { readonly kind: "month"; readonly period: number; readonly step: MonthStep; readonly reason: string }
  | { readonly kind: "transfer" }
);

const anybody = fc.nat(people.length - 1);
/** Those whose work it is half of the time, so that papers come all the way; anybody else the other half. */
const mostly = (...suited: Role[]) => {
  const places = [...people.keys()].filter((place) => suited.includes(people[place]?.role ?? "leader"));
  return fc.oneof(anybody, fc.constantFrom(...places));
};
const writer = mostly("reporter", "head", "statistics");
const reviewer = mostly("office");
const paper = fc.nat(papers - 1);
const isStale = fc.integer({ min: 0, max: 7 }).map((drawn) => drawn === 0);
/** A share of problems solved; blank now and then. */
const value = fc.integer({ min: 895, max: 999 }).map((tenths) => (tenths < 900 ? "" : (tenths / 10).toFixed(1)));
const reason = fc.constantFrom("已核实", "已核实", "已核实", " ");
/** A month that is closed stops everything else, so that opening it again is tried more often. */
const step = fc.constantFrom<MonthStep[]>("close", "ask", "ask", "ask", "grant", "grant", "grant", "grant", "keep");

/** A step, drawn so that papers come all the way and everything else is tried on them. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant("save" as const), who: writer, paper, value, isStale }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("submit" as const),
      ...{ who: writer, paper, isStale, isTwice: fc.boolean(), reason: fc.option(reason, { freq: 4 }) },
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("accept" as const), who: reviewer, paper, isStale }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("together" as const), who: reviewer, paper, isStale }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant("return" as const), who: reviewer, paper, isStale, reason }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("month" as const),
      ...{ who: reviewer, period: fc.nat(periods.length - 1), step, reason },
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("transfer" as const), who: anybody }) },
);
