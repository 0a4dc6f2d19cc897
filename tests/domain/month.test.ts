import {
  addMonths,
  earlier,
  isMonth,
  later,
  latestPeriod,
  type Month,
  monthOf,
  monthOfYear,
  monthsBetween,
  monthsFrom,
  parseMonth,
  periodEnd,
  yearOf,
} from "@beizeng/server/domain/month.ts";
import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";

it.each(["2022-09", "1000-01", "9999-12"])("%s is a month", (text) => {
  expect(isMonth(text)).toBe(true);
  expect(parseMonth(text)).toBe(text);
});

it.each(["2022-00", "2022-13", "2022-9", "22-09", "0999-01", "2022-09-30", "2022/09", " 2022-09", ""])(
  "“%s” is none",
  (text) => {
    expect(isMonth(text)).toBe(false);
    expect(parseMonth(text)).toBeNull();
  },
);

describe("counting months", () => {
  const rows: readonly (readonly [Month, number, Month])[] = [
    ["2021-12", 9, "2022-09"],
    ["2021-12", 12, "2022-12"],
    ["2022-01", -1, "2021-12"],
    ["2022-09", 0, "2022-09"],
    ["2022-03", -27, "2019-12"],
  ];
  it.each(rows)("%s and %d months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
    expect(monthsBetween(from, to)).toBe(months);
  });

  it("goes forth and back", () => {
    const anyMonth = integer({ min: 1500 * 12, max: 8000 * 12 }).map((n) => monthOf(Math.floor(n / 12), (n % 12) + 1));
    assert(
      property(anyMonth, integer({ min: -600, max: 600 }), (from, months) => {
        expect(addMonths(addMonths(from, months), -months)).toBe(from);
        expect(monthsBetween(from, addMonths(from, months))).toBe(months);
        expect(monthOf(yearOf(from), monthOfYear(from))).toBe(from);
      }),
    );
  });

  it("lists them", () => {
    expect(monthsFrom("2021-11", "2022-02")).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
    expect(monthsFrom("2022-02", "2022-02")).toEqual(["2022-02"]);
    expect(monthsFrom("2022-02", "2021-11")).toEqual([]);
  });

  it("knows the earlier and the later", () => {
    expect([earlier("2022-09", "2021-12"), earlier("2021-12", "2022-09")]).toEqual(["2021-12", "2021-12"]);
    expect([later("2022-09", "2021-12"), later("2021-12", "2022-09")]).toEqual(["2022-09", "2022-09"]);
  });

  it("refuses a month that is none", () => {
    expect(() => monthOf(2022, 13)).toThrow("2022-13 is not a month");
    expect(() => monthOf(999, 1)).toThrow("999-01 is not a month");
  });
});

describe("periods", () => {
  const ends: readonly (readonly [Month, Month])[] = [
    ["2022-01", "2022-03"],
    ["2022-03", "2022-03"],
    ["2022-10", "2022-12"],
    ["2022-12", "2022-12"],
  ];
  it.each(ends)("%s lies in the quarter that ends with %s, and is a period of its own by month", (month, end) => {
    expect(periodEnd(month, "quarter")).toBe(end);
    expect(periodEnd(month, "month")).toBe(month);
  });

  const latest: readonly (readonly [Month, "month" | "quarter", Month, Month, Month | null])[] = [
    ["2022-09", "month", "2022-01", "2021-12", "2022-09"],
    ["2022-09", "quarter", "2022-03", "2021-12", "2022-09"],
    ["2022-08", "quarter", "2022-03", "2021-12", "2022-06"],
    ["2022-02", "quarter", "2022-03", "2021-12", null],
    ["2022-02", "quarter", "2021-03", "2021-12", null],
    ["2021-12", "month", "2021-01", "2021-12", null],
    ["2022-01", "month", "2022-03", "2021-12", null],
    ["2023-01", "quarter", "2022-03", "2021-12", "2022-12"],
  ];
  it.each(latest)(
    "in %s, by %s from %s on and counted from %s, the latest is %s",
    (month, length, first, origin, end) => {
      expect(latestPeriod(month, length, first, origin)).toBe(end);
    },
  );
});
