import { describe, expect, it } from "vitest";
import { kindKey, openingKind } from "../../web/src/lib/headline-kinds.ts";
import { foundRows, groupedRows, missingPlans, placeRows } from "../../web/src/pages/places/place-rows.ts";
import { headlineLights, headlineRows, kind, placePlans } from "./place-samples.ts";

const rows = placeRows(headlineRows, headlineLights, placePlans);
const names = (found: typeof rows) => found.map(({ plan }) => plan.jurisdiction.name.zh);

describe("the places of a headline target", () => {
  it("stand with the largest gap first, and those without one at the end", () => {
    expect(names(rows)).toEqual(["吕梁市", "高平市", "阳城县"]);
  });

  it("are found by their own name, their plan's, and the name of the place above", () => {
    expect(names(foundRows(rows, " 高平 "))).toEqual(["高平市"]);
    expect(names(foundRows(rows, "晋城"))).toEqual(["高平市", "阳城县"]);
    expect(names(foundRows(rows, "阳城县方案"))).toEqual(["阳城县"]);
    expect(names(foundRows(rows, "  "))).toEqual(["吕梁市", "高平市", "阳城县"]);
    expect(foundRows(rows, ".*")).toEqual([]);
  });

  it("are grouped by the place above, the group of the widest gap first", () => {
    expect(groupedRows(rows, true).map(({ name, rows: of }) => [name?.zh, names(of)])).toEqual([
      ["山西省", ["吕梁市"]],
      ["晋城市", ["高平市", "阳城县"]],
    ]);
    expect(groupedRows(rows, false).map(({ name, rows: of }) => [name, names(of)])).toEqual([
      [null, ["吕梁市", "高平市", "阳城县"]],
    ]);
    expect(groupedRows([], false)).toEqual([]);
  });

  it("name those without the target apart from those that do not count yet", () => {
    const { without, notYet } = missingPlans(headlineRows.slice(0, 2), headlineLights, placePlans);
    expect([without, notYet].map((plans) => plans.map(({ key }) => key))).toEqual([["wenshang"], ["yangcheng"]]);
  });
});

describe("the target that the page opens with", () => {
  const kinds = [
    { ...kind, plans: 3, horizon: "2022-12" },
    { ...kind, plans: 3, horizon: "2025-12" },
    { ...kind, plans: 1, horizon: "2026-12" },
  ];
  it("is what most places have, of that one which is not over", () => {
    expect(kindKey(openingKind(kinds, "2022-12") ?? kind)).toBe("firms.new.2022-12");
    expect(kindKey(openingKind(kinds, "2023-01") ?? kind)).toBe("firms.new.2025-12");
    // All are over: the first of them still.
    expect(kindKey(openingKind(kinds, "2027-01") ?? kind)).toBe("firms.new.2022-12");
    expect(openingKind([], "2022-12")).toBeUndefined();
  });
});
