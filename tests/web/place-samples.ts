/** Places with a headline target: a county behind, a city further behind, one that has not reported, one without the target. */
import type { HeadlineKind, HeadlineLights, HeadlineRow, Headlines, PlanSummary } from "../../web/src/api/types.ts";
import { plan as gaoping } from "./opened-page.tsx";

const text = (zh: string) => ({ zh, en: zh });
const figure = (value: number | null) => ({ value, text: value === null ? "—" : String(value) });

const planIn = (key: string, place: string, parent: string | null): PlanSummary => ({
  ...gaoping,
  key,
  title: text(`${place}方案`),
  jurisdiction: {
    code: key,
    name: text(place),
    parent: parent === null ? null : { code: `above-${parent}`, name: text(parent) },
  },
});

/** 高平市 and 阳城县 lie in 晋城市, 吕梁市 in 山西省; 汶上县 has no such target. */
export const placePlans: readonly PlanSummary[] = [
  planIn("gaoping", "高平市", "晋城市"),
  planIn("lvliang", "吕梁市", "山西省"),
  planIn("yangcheng", "阳城县", "晋城市"),
  planIn("wenshang", "汶上县", "济宁市"),
];

const target = "headline.firms.new.2022-12";
const rowOf = (plan: string, place: string, achieved: number | null, gap: number | null): HeadlineRow => ({
  ...{ plan, place: text(place), target, achieved: figure(achieved), targetValue: figure(15) },
  ...{ expected: figure(7), completion: figure(achieved === null ? null : achieved / 15), gap: figure(gap) },
  light: gap === null ? null : gap > 10 ? "far-behind" : "behind",
  ...{ partsReported: achieved === null ? 0 : 9, parts: 9 },
});

/** Their rows at 2022-09, in the order of loading. */
export const headlineRows: readonly HeadlineRow[] = [
  rowOf("gaoping", "高平市", 2, 5),
  { ...rowOf("lvliang", "吕梁市", 49, 16), carriedFrom: "2022-06" },
  { ...rowOf("yangcheng", "阳城县", null, null), comparator: ">" },
];

/** The target that they are rows of. */
export const kind: HeadlineKind = {
  ...{ indicator: "firms", indicatorName: text("规上企业"), unit: text("户"), definition: null },
  ...{ reading: "new", horizon: "2022-12", plans: 3, firstMonth: "2022-01", lastMonth: "2022-10" },
};

const asked = { basis: "department", indicator: "firms", reading: "new", horizon: "2022-12" } as const;

/** The answer at 2022-09. */
export const headlines: Headlines = {
  ...asked,
  ...{ month: "2022-09", unit: text("户"), revision: 7, isDemonstration: true, rows: [...headlineRows] },
};

/** Two months of lights, the second of which is yet to come. */
export const headlineLights: HeadlineLights = {
  ...asked,
  ...{ indicatorName: text("规上企业"), revision: 7, isDemonstration: true, months: ["2022-09", "2022-10"] },
  rows: headlineRows.map((row) => ({
    ...{
      plan: row.plan,
      place: row.place,
      target,
      scopeName: null,
      lights: [row.light],
      corrected: row.plan === "lvliang" ? ["2022-09"] : [],
    },
  })),
};
