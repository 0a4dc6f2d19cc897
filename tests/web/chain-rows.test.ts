import { describe, expect, it } from "vitest";
import { chainIndicators, sortingOf, sortRows } from "../../web/src/charts/drawings/chain-rows.ts";
import { foremost } from "../../web/src/pages/overview/foremost.ts";
import { assessmentOf, subjectOf } from "./samples.ts";

const food = subjectOf("food", "食品加工");
const steel = subjectOf("steel", "不锈钢");
const silk = subjectOf("silk", "潞绸文化");
const row = (subject: typeof food, gap: number | null, completion: number | null) => ({
  subject,
  assessment: assessmentOf({
    target: `${subject.key}.firms.new.2022-12`,
    gap: { value: gap, text: String(gap) },
    completion: { value: completion, text: String(completion) },
  }),
});
const keys = (rows: readonly { subject: { key: string } }[]) => rows.map(({ subject }) => subject.key);

describe("the order of chains", () => {
  const rows = [row(silk, null, null), row(steel, -0.5, 1), row(food, 1.5, 0.25)];

  it("puts the largest gap first, and what has none last", () => {
    expect(keys(sortRows(rows, "gap", (text) => text.zh))).toEqual(["food", "steel", "silk"]);
  });

  it("puts the least complete first, and what has no completion last", () => {
    expect(keys(sortRows(rows, "completion", (text) => text.zh))).toEqual(["food", "steel", "silk"]);
  });

  it("keeps the document's order, also among equals", () => {
    expect(keys(sortRows(rows, "document", (text) => text.zh))).toEqual(["silk", "steel", "food"]);
    const equals = [row(silk, 1, 0), row(food, 1, 0), row(steel, 2, 0)];
    expect(keys(sortRows(equals, "gap", (text) => text.zh))).toEqual(["steel", "silk", "food"]);
  });

  it("puts names in the order of pinyin", () => {
    expect(keys(sortRows(rows, "name", (text) => text.zh))).toEqual(["steel", "silk", "food"]);
  });

  it("takes an unknown word of the address for the largest gap first", () => {
    expect(sortingOf("loudest")).toBe("gap");
    expect(sortingOf("name")).toBe("name");
  });
});

describe("the indicators of chains", () => {
  it("are one per indicator and reading, in the document's order, rare ones last", () => {
    const has = (subject: typeof food, ...kinds: readonly ("output.level" | "firms.new" | "firms.total")[]) => ({
      subject,
      units: [],
      assessments: kinds.map((kind) =>
        kind === "output.level"
          ? assessmentOf({ indicator: "output", reading: "level" })
          : assessmentOf({ indicator: "firms", reading: kind === "firms.new" ? "new" : "total" }),
      ),
    });
    const found = chainIndicators([
      has(food, "output.level", "firms.new"),
      has(steel, "firms.new", "firms.total"),
      has(silk, "firms.new"),
    ]);
    expect(found.map(({ key, rows }) => [key, rows.length])).toEqual([
      ["firms.new", 3],
      ["output.level", 1],
      ["firms.total", 1],
    ]);
  });
});

describe("the headline targets that stand open", () => {
  const many = (...lights: readonly (typeof assessment.light)[]) =>
    lights.map((light, place) => assessmentOf({ target: `t${place}`, light }));
  const assessment = assessmentOf({});

  it("are all of eight", () => {
    expect(foremost(many(null, null, null, null, null, null, "met", "not-due")).size).toBe(8);
  });

  it("are of many those that are judged, wherever they stand", () => {
    const open = foremost(
      many("not-due", "met", null, "behind", "unreported", "not-due", "missed", null, "on-schedule"),
    );
    expect([...open]).toEqual(["t1", "t3", "t6", "t8"]);
  });

  it("are four at least and twelve at most", () => {
    expect([...foremost(many(null, "not-due", null, null, null, null, "met", null, null))]).toEqual([
      "t6",
      "t0",
      "t1",
      "t2",
    ]);
    expect(foremost(many(...Array.from({ length: 20 }, () => "met" as const))).size).toBe(12);
  });
});
