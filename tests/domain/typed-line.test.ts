import type { Calendar } from "@beizeng/server/domain/model.ts";
import {
  fieldsNeeded,
  fieldsOf,
  figureBefore,
  isBlank,
  readCell,
  repeatable,
} from "@beizeng/server/domain/typed-line.ts";
import { describe, expect, test } from "vitest";
import { aMeasure, aTarget, month, observed, seen } from "../helpers/judging.ts";

const quarters: Calendar = { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10 };
const targets = [aTarget()];
const beforeOf = (measure: Parameters<typeof aMeasure>[0], field: "entries" | "amount", period: string) =>
  figureBefore(aMeasure(measure), targets, { field, period: month(period), calendar: quarters });

describe("from where a figure counts on", () => {
  test("the last accepted one, even when a period between was left out", () => {
    const observations = observed("entries", { "2022-03": 2, "2022-06": 3 });
    expect(beforeOf({ observations }, "entries", "2022-09")).toEqual({ figure: 3, month: "2022-06" });
    expect(beforeOf({ observations }, "entries", "2022-12")).toEqual({ figure: 3, month: "2022-06" });
    expect(beforeOf({ observations }, "entries", "2022-06")).toEqual({ figure: 2, month: "2022-03" });
  });
  test("0 in the first period after the origin, and unknown in a later one without any before", () => {
    expect(beforeOf({}, "entries", "2022-03")).toEqual({ figure: 0, month: null });
    expect(beforeOf({}, "entries", "2022-06")).toBeNull();
  });
  test("a stock that was reported alone tells nothing of the entries", () => {
    expect(beforeOf({ observations: observed("stock", { "2022-03": 9 }) }, "entries", "2022-06")).toBeNull();
  });
  test("a flow counts anew from January", () => {
    const flow = { nature: "yearly-flow", observations: observed("amount", { "2022-12": 40, "2023-03": 9 }) } as const;
    expect(beforeOf(flow, "amount", "2023-03")).toEqual({ figure: 0, month: null });
    expect(beforeOf(flow, "amount", "2023-06")).toEqual({ figure: 9, month: "2023-03" });
    expect(beforeOf(flow, "amount", "2024-03")).toEqual({ figure: 0, month: null });
    expect(beforeOf(flow, "amount", "2024-06")).toBeNull();
  });
  test("levels, shares and milestones do not count up", () => {
    for (const nature of ["level", "rate", "milestone"] as const) {
      expect(beforeOf({ nature, observations: observed("amount", { "2022-03": 1 }) }, "amount", "2022-06")).toBeNull();
    }
  });
});

describe("a typed cell", () => {
  const from = { figure: 12, month: month("2022-06") };
  test.each([
    ["15", "cumulative", { ok: true, cumulative: 15, added: 3 }],
    ["3", "added", { ok: true, cumulative: 15, added: 3 }],
    ["0", "added", { ok: true, cumulative: 12, added: 0 }],
    ["-1", "added", { ok: true, cumulative: 11, added: -1 }],
    [" １５ ", "cumulative", { ok: true, cumulative: 15, added: 3 }],
    ["", "added", { ok: true, cumulative: null, added: null }],
  ] as const)("%j as %s", (text, as, reading) => {
    expect(readCell({ text, as }, from, 0)).toEqual(reading);
  });
  test("with decimals, scaled", () => {
    expect(readCell({ text: "1.5", as: "added" }, { figure: 105, month: null }, 1)).toEqual({
      ok: true,
      cumulative: 120,
      added: 15,
    });
  });
  test("what was added means nothing where nothing stood before", () => {
    expect(readCell({ text: "3", as: "added" }, null, 0)).toMatchObject({ ok: false, fault: "nothing-before" });
    expect(readCell({ text: "3", as: "cumulative" }, null, 0)).toEqual({ ok: true, cumulative: 3, added: null });
  });
  test.each([
    ["三", "not-a-number"],
    ["1.5", "too-many-decimals"],
    ["99999999999999999", "too-large"],
  ])("%s is %s", (text, fault) => {
    expect(readCell({ text, as: "added" }, from, 0)).toMatchObject({ ok: false, fault });
  });
  test("a sum beyond what can be kept is too large", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(readCell({ text: "1", as: "added" }, { figure: most, month: null }, 0)).toMatchObject({ ok: false });
  });
});

test("the fields of a line follow from nature and targets", () => {
  expect(fieldsOf("population", false)).toEqual(["entries", "exits", "stock"]);
  expect(fieldsOf("population", true)).toEqual(["stock"]);
  expect(fieldsOf("tally", false)).toEqual(["amount"]);
  const needed = (...readings: ("new" | "net" | "total" | "growth")[]) =>
    fieldsNeeded(
      "population",
      readings.map((reading) => aTarget({ reading })),
      false,
    );
  expect(needed("new")).toEqual(["entries"]);
  expect(needed("net")).toEqual(["entries", "exits"]);
  expect(needed("total", "new")).toEqual(["entries", "stock"]);
  expect(needed("growth")).toEqual(["stock"]);
});

test("无变化 repeats the last observation, but no flow of another year", () => {
  const observations = [seen("2022-12", { amount: 40 })];
  expect(repeatable(aMeasure({ nature: "level", observations }), "2023-03")).toEqual(observations[0]);
  expect(repeatable(aMeasure({ nature: "yearly-flow", observations }), "2023-03")).toBeNull();
  expect(repeatable(aMeasure({ nature: "level", observations }), "2022-12")).toBeNull();
});

test("a line is blank while nothing is said of the figures", () => {
  expect(isBlank({})).toBe(true);
  expect(isBlank({ note: "待核", amount: { text: " ", as: "cumulative" } })).toBe(true);
  expect(isBlank({ amount: { text: "0", as: "cumulative" } })).toBe(false);
  expect(isBlank({ isUnchanged: true })).toBe(false);
});

test("a base is asked for as a stock, and what is no population as its amount", () => {
  expect(fieldsNeeded("population", [aTarget({ reading: "new" })], true)).toEqual(["stock"]);
  expect(fieldsNeeded("tally", [aTarget({ reading: "cumulative" })], false)).toEqual(["amount"]);
  expect(fieldsNeeded("level", [aTarget({ reading: "level" })], true)).toEqual(["amount"]);
});

test("a cell that was never typed into is blank", () => {
  expect(readCell(undefined, null, 0)).toEqual({ ok: true, cumulative: null, added: null });
});
