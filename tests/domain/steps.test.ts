import { fractionOf, ofNumber } from "@beizeng/server/domain/fraction.ts";
import { placeGaps } from "@beizeng/server/domain/gap-order.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { mostOf, quartersFrom, stepsOf } from "@beizeng/server/domain/steps.ts";
import { describe, expect, it } from "vitest";
import { exactly } from "../helpers/judging.ts";

const at = (month: Month, value: number | null) => ({ month, value: value === null ? null : ofNumber(value) });
const counted = {
  quarters: quartersFrom("2022-01", "2022-12"),
  start: at("2021-12", 0),
  restartsYearly: false,
  due: { first: "2022-03", last: "2022-12" } as const,
};
const told = (source: Parameters<typeof stepsOf>[0]) =>
  stepsOf(source).map(({ state, gained, since, standsAt }) => [
    state,
    gained === null ? null : exactly(gained),
    since,
    standsAt,
  ]);

describe("quarters", () => {
  it("are named by their last months, from the one that a month lies in", () => {
    expect(quartersFrom("2022-02", "2022-12")).toEqual(["2022-03", "2022-06", "2022-09", "2022-12"]);
    expect(quartersFrom("2022-12", "2023-01")).toEqual(["2022-12", "2023-03"]);
    expect(quartersFrom("2022-07", "2022-06")).toEqual([]);
  });
});

describe("what a quarter brings", () => {
  it("is what came since the quarter before; a missing report is made up for by the next", () => {
    const values = [at("2022-03", 1), at("2022-09", 4), at("2022-12", 3)];
    expect(told({ ...counted, values })).toEqual([
      ["reported", "1", "2021-12", "2022-03"],
      ["unreported", null, null, null],
      ["reported", "3", "2022-03", "2022-09"],
      ["reported", "-1", "2022-09", "2022-12"],
    ]);
  });

  it("is told by the last month reported in it, where each month is", () => {
    const values = [at("2022-01", 1), at("2022-03", 2), at("2022-04", 5), at("2022-05", null)];
    expect(told({ ...counted, values, due: { first: "2022-01", last: "2022-05" } })).toEqual([
      ["reported", "2", "2021-12", "2022-03"],
      ["reported", "3", "2022-03", "2022-04"],
      ["awaited", null, null, null],
      ["awaited", null, null, null],
    ]);
  });

  it("is not known where nothing is to count from, or the report does not say", () => {
    const values = [at("2022-03", 30), at("2022-06", null), at("2022-09", 33)];
    expect(told({ ...counted, start: at("2021-12", null), values })).toEqual([
      ["reported", null, null, "2022-03"],
      ["reported", null, null, "2022-06"],
      ["reported", "3", "2022-03", "2022-09"],
      ["unreported", null, null, null],
    ]);
  });

  it("owes nothing before the first period and after the last", () => {
    expect(told({ ...counted, values: [], due: null }).map(([state]) => state)).toEqual(Array(4).fill("awaited"));
    expect(
      told({ ...counted, values: [], due: { first: "2022-06", last: "2022-09" } }).map(([state]) => state),
    ).toEqual(["awaited", "unreported", "unreported", "awaited"]);
  });

  it("of a flow since January begins anew each year, whatever December said", () => {
    const quarters = quartersFrom("2022-09", "2023-06");
    const values = [at("2022-09", 36), at("2022-12", 50), at("2023-06", 21)];
    expect(told({ ...counted, quarters, values, restartsYearly: true, start: at("2021-12", null) })).toEqual([
      ["reported", "36", "2021-12", "2022-09"],
      ["reported", "14", "2022-09", "2022-12"],
      ["awaited", null, null, null],
      ["reported", "21", "2022-12", "2023-06"],
    ]);
  });
});

describe("who brought most", () => {
  it("is the first of the largest above zero", () => {
    const amounts = [ofNumber(0), null, ofNumber(2), ofNumber(2), ofNumber(-3)];
    expect(mostOf(amounts.map((amount, entry) => ({ entry, amount })))?.entry).toBe(2);
    expect(mostOf([{ entry: "a", amount: ofNumber(0) }])).toBeNull();
  });
});

describe("the places of gaps", () => {
  it("the largest first, ties share a place, without a gap last", () => {
    const entries = [
      { entry: "none", gap: null },
      { entry: "ahead", gap: ofNumber(-2) },
      { entry: "half", gap: fractionOf(1n, 2n) },
      { entry: "three", gap: ofNumber(3) },
      { entry: "other half", gap: fractionOf(2n, 4n) },
    ];
    expect(placeGaps(entries).map(({ entry, place }) => [entry, place])).toEqual([
      ["three", 1],
      ["half", 2],
      ["other half", 2],
      ["ahead", 4],
      ["none", null],
    ]);
  });
});
