import { describe, expect, it } from "vitest";
import { openingHorizon } from "../../web/src/lib/horizons.ts";
import { monthsBetween, partsOfMonth, shiftMonth } from "../../web/src/lib/month.ts";
import { parseSearch, readSearch, writeSearch } from "../../web/src/lib/search.ts";
import { planSummaryOf } from "./plan-samples.ts";

describe("a page's address", () => {
  it("keeps the words that mean something, as they stand, and drops the rest", () => {
    expect(readSearch({ plan: "gaoping-2022", month: "2022-13", horizon: "", year: "2022", sort: 3 })).toEqual({
      plan: "gaoping-2022",
      month: "2022-13",
    });
  });

  it("reads every value as text and writes it back", () => {
    const search = { plan: "gaoping-2022", month: "2022-09", indicator: "firms.new" };
    expect(parseSearch(writeSearch(search))).toEqual(search);
    expect(parseSearch("?month=2022")).toEqual({ month: "2022" });
    expect(writeSearch({})).toBe("");
  });
});

describe("months", () => {
  it("step over the year's end in both directions", () => {
    expect(shiftMonth("2022-12", 1)).toBe("2023-01");
    expect(shiftMonth("2022-01", -1)).toBe("2021-12");
    expect(shiftMonth("2022-09", -21)).toBe("2020-12");
  });

  it("are listed with both ends, and not at all the wrong way round", () => {
    expect(monthsBetween("2021-11", "2022-02")).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
    expect(monthsBetween("2022-02", "2022-01")).toEqual([]);
  });

  it("are named without a leading zero", () => {
    expect(partsOfMonth("2022-09")).toEqual({ whole: "2022-09", year: "2022", month: "9" });
  });
});

describe("the horizon that a page opens with", () => {
  const plan = planSummaryOf(["2025-12", "2022-12", "standing"]);

  it("is the nearest deadline that is not past", () => {
    expect(openingHorizon(plan, "2022-09")).toBe("2022-12");
    expect(openingHorizon(plan, "2022-12")).toBe("2022-12");
    expect(openingHorizon(plan, "2023-01")).toBe("2025-12");
  });

  it("passes over one with few targets beside a fuller one", () => {
    const quotas = planSummaryOf(["2024-12", "2025-12", "2026-12"], [3, 3, 7]);
    expect(openingHorizon(quotas, "2025-09")).toBe("2026-12");
    expect(openingHorizon(planSummaryOf(["2022-12", "2025-12"], [12, 24]), "2022-09")).toBe("2022-12");
  });

  it("is the latest where all are past, and standing where none has a deadline", () => {
    expect(openingHorizon(plan, "2026-03")).toBe("2025-12");
    expect(openingHorizon(planSummaryOf(["standing"]), "2022-09")).toBe("standing");
  });
});
