import { differencesOf, latestCompared } from "@beizeng/server/domain/differences.ts";
import type { Observation } from "@beizeng/server/domain/model.ts";
import { describe, expect, it } from "vitest";
import { aMeasure, month, observed, seen } from "../helpers/judging.ts";

type Known = Partial<Omit<Observation, "month">>;
const of = (reported: Known, confirmed: Known) =>
  differencesOf({ reported: seen("2022-12", reported), confirmed: seen("2022-12", confirmed) });

describe("what differs between the bases", () => {
  const rows: readonly (readonly [string, Known, Known, object[]])[] = [
    ["the same figure does not", { entries: 12 }, { entries: 12 }, []],
    [
      "less is negative",
      { entries: 12 },
      { entries: 11 },
      [{ field: "entries", reported: 12, confirmed: 11, difference: -1 }],
    ],
    ["more is positive", { amount: 0 }, { amount: 5 }, [{ field: "amount", reported: 0, confirmed: 5, difference: 5 }]],
    ["what only one of them holds does not", { entries: 12, exits: 1 }, { entries: 12, stock: 40 }, []],
    [
      "each figure stands for itself",
      { entries: 12, exits: 1, stock: 41 },
      { entries: 11, exits: 1, stock: 40 },
      [
        { field: "entries", reported: 12, confirmed: 11, difference: -1 },
        { field: "stock", reported: 41, confirmed: 40, difference: -1 },
      ],
    ],
  ];
  it.each(rows)("%s", (_, reported, confirmed, expected) => {
    expect(of(reported, confirmed)).toEqual(expected);
  });
});

describe("what is compared at a month", () => {
  const reported = aMeasure({ observations: observed("entries", { "2022-06": 3, "2022-09": 5, "2022-12": 8 }) });
  const at = (text: string, confirmed: Record<string, number>, field: "entries" | "stock" = "entries") =>
    latestCompared(reported, aMeasure({ observations: observed(field, confirmed) }), month(text))?.confirmed.month ??
    null;

  const rows: readonly (readonly [string, string | null, string | null])[] = [
    ["the month itself", at("2022-12", { "2022-12": 8 }), "2022-12"],
    ["the latest month that both have", at("2022-12", { "2022-06": 3, "2022-09": 4 }), "2022-09"],
    ["nothing of a later month", at("2022-08", { "2022-06": 3, "2022-09": 4 }), "2022-06"],
    ["nothing of a month that one of them lacks", at("2022-12", { "2022-11": 4 }), null],
    ["nothing of another kind", at("2022-12", { "2022-12": 40 }, "stock"), null],
    ["nothing where nothing is confirmed", at("2022-12", {}), null],
  ];
  it.each(rows)("%s", (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
