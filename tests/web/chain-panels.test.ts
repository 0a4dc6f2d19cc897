import { describe, expect, it } from "vitest";
import type { Subject } from "../../web/src/api/types.ts";
import { panelsOf } from "../../web/src/charts/drawings/panels.ts";
import { monthNumber } from "../../web/src/charts/history-marks.ts";
import { measureOf, targetOf } from "./chain-samples.ts";

/** A subject of whose answer the panels read the measures alone. */
const subjectWith = (...measures: Subject["measures"]) => ({ measures }) as unknown as Subject;

const near = targetOf({ key: "firms.new.2022-12" });
const far = targetOf({ key: "firms.new.2025-12", deadline: "2025-12", value: 80 });
const total = targetOf({ key: "firms.total.2025-12", deadline: "2025-12", reading: "total", value: 1000 });
const output = targetOf({ key: "output", indicator: "industry-output", reading: "level", unit: "亿元", value: 500 });

describe("the panels of a chain", () => {
  it("hold the horizons of one measure and reading together, and other readings apart", () => {
    const { panels } = panelsOf(subjectWith(measureOf("firms", [near, far, total])), "2022-12", "2022-09");
    expect(panels.map(({ targets }) => targets.map(({ target }) => target.key))).toEqual([
      ["firms.new.2022-12", "firms.new.2025-12"],
      ["firms.total.2025-12"],
    ]);
  });

  it("put 规上企业 first, the others in the order of the document", () => {
    const shown = (...measures: Subject["measures"]) =>
      panelsOf(subjectWith(...measures), "2022-12", "2022-09").panels.map(({ measure }) => measure.key);
    const firms = measureOf("firms", [near, far]);
    const others = [measureOf("output", [output]), measureOf("land", [output])];
    expect(shown(...others, firms)).toEqual(["firms", "output", "land"]);
    expect(shown(measureOf("firms", [near, total]), ...others)).toEqual(["firms", "firms", "output", "land"]);
  });

  it("speak of the horizon looked at, else of the nearest not past, else of the last", () => {
    const focus = (horizon: string, month: string) =>
      panelsOf(subjectWith(measureOf("firms", [near, far])), horizon, month).panels[0]?.focus.target.horizon;
    expect(focus("2025-12", "2022-09")).toBe("2025-12");
    expect(focus("2024-12", "2022-09")).toBe("2022-12");
    expect(focus("2024-12", "2023-03")).toBe("2025-12");
    expect(focus("2024-12", "2026-03")).toBe("2025-12");
  });

  it("do not speak of a yearly quota that has not begun", () => {
    const years = ["2021", "2022", "2023"].map((year) =>
      targetOf({ key: year, origin: `${year}-12`, deadline: `${Number(year) + 1}-12` }),
    );
    const { panels } = panelsOf(subjectWith(measureOf("projects", years)), "2024-12", "2023-06");
    expect(panels[0]?.focus.target.horizon).toBe("2023-12");
  });

  it("share one axis of time, from the first origin to the last deadline or the month looked at", () => {
    const standing = targetOf({ key: "standing", deadline: null });
    const { first, last } = panelsOf(subjectWith(measureOf("firms", [near, far, standing])), "2022-12", "2022-09");
    expect([first, last]).toEqual([monthNumber("2021-12"), monthNumber("2025-12")]);
    expect(panelsOf(subjectWith(measureOf("firms", [near])), "2022-12", "2024-06").last).toBe(monthNumber("2024-06"));
  });

  it("leave milestones to the table", () => {
    const done = targetOf({ key: "port", reading: "done" });
    const { panels, milestones } = panelsOf(subjectWith(measureOf("port", [done])), "2022-12", "2022-09");
    expect(panels).toEqual([]);
    expect(milestones).toEqual([done]);
  });
});
