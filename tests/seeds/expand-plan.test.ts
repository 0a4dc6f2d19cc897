import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { parsePlanDocument } from "@beizeng/seeds/plan-document.ts";
import { reconcile } from "@beizeng/seeds/reconcile.ts";
import { describe, expect, test } from "vitest";
import { samplePlan, sampleWith } from "./sample-plan.ts";

function expandedWith(pointer: string, value: unknown) {
  return expandPlan(parsePlanDocument("sample.json", sampleWith(pointer, value)));
}

describe("expandPlan", () => {
  const plan = expandPlan(samplePlan);

  test("derives the key of every target, one a year and one a member", () => {
    expect(plan.targets.map((target) => target.key)).toEqual([
      "overall.firms.new.2022-12",
      "steel.firms.new.2022-12",
      "steel.share.east.level.standing",
      "reform.restructured.done.2022-06",
      "reform.firms.cumulative.2022-12",
      "reform.firms.cumulative.2023-12",
      "reform.firms.cumulative.2024-12",
    ]);
    expect(plan.horizons).toEqual(["2022-06", "2022-12", "2023-12", "2024-12", "standing"]);
  });

  test("begins a yearly quota in December of the year before, all else in December before the year of issue", () => {
    expect(plan.targets.map(({ origin, deadline }) => [origin, deadline])).toEqual([
      ["2021-12", "2022-12"],
      ["2021-12", "2022-12"],
      ["2021-12", null],
      ["2021-12", "2022-06"],
      ["2021-12", "2022-12"],
      ["2022-12", "2023-12"],
      ["2023-12", "2024-12"],
    ]);
    const later = expandedWith("/issuedOn", "2021-10-31");
    expect(later.targets[0]?.origin).toBe("2020-12");
    expect(expandedWith("/subjects/0/measures/0/targets/0/origin", "2020-12").targets[0]?.origin).toBe("2020-12");
  });

  test("falls where less is wanted, and where the text says so", () => {
    expect(plan.targets.map(({ direction }) => direction)).toEqual([
      ...["rising", "rising", "falling", "rising", "rising", "rising", "rising"],
    ]);
    const target = "/subjects/0/measures/0/targets/0";
    expect(expandedWith(`${target}/direction`, "falling").targets[0]?.direction).toBe("falling");
  });

  test("lets the issuer stand, implied, where the text names no unit", () => {
    const [overall, steel] = plan.subjects;
    expect(overall?.assignments).toEqual([{ department: "office", role: "responsible", isImplied: true }]);
    expect(overall?.reporting).toBe("office");
    expect(steel?.assignments.map(({ department, isImplied }) => [department, isImplied])).toEqual([
      ["counties", false],
      ["industry", false],
    ]);
  });

  test("chooses the reporting unit: written, lead, issuer, first bureau, first unit", () => {
    expect(plan.measures.map(({ key, reporting }) => [key, reporting])).toEqual([
      ["overall.firms", "office"],
      ["steel.firms", "industry"],
      ["steel.share.east", "east"],
      ["reform.restructured", "east"],
      ["reform.firms", "east"],
    ]);
    const reportingWith = (pointer: string, value: unknown, subject: number) =>
      expandedWith(pointer, value).subjects[subject]?.reporting;
    expect(reportingWith("/subjects/3/reporting", undefined, 3)).toBe("counties");
    expect(reportingWith("/issuer", "counties", 1)).toBe("counties");
    expect(reportingWith("/subjects/1/assignments/1/department", "east", 1)).toBe("counties");
    const own = expandedWith("/subjects/3/measures/0/reporting", "industry");
    expect(own.measures[3]?.reporting).toBe("industry");
  });

  test("names the member as the scope of its measure", () => {
    expect(plan.measures[2]?.scope).toEqual({ id: "east", kind: "unit", name: { zh: "东县", en: "东县" } });
  });

  test("keeps values as exact decimals", () => {
    expect(plan.targets[2]?.value).toEqual({ digits: 625, decimals: 1 });
    expect(plan.targets[1]?.stretch).toEqual({ digits: 5, decimals: 0 });
    expect(plan.measures[0]?.opening).toEqual({ month: "2021-12", value: { digits: 50, decimals: 0 }, implied: null });
    expect(plan.targets[1]?.table).toEqual([
      { month: "2022-06", percent: { digits: 40, decimals: 0 } },
      { month: "2022-12", percent: { digits: 100, decimals: 0 } },
    ]);
  });

  test("finds the parts of a headline", () => {
    expect(plan.targets[0]?.madeOf?.parts).toEqual(["steel.firms.new.2022-12"]);
  });
});

test("reconcile says what is allocated, what is not, and who has a part", () => {
  expect(reconcile(expandPlan(samplePlan))).toEqual([
    {
      target: "overall.firms.new.2022-12",
      indicator: "firms",
      horizon: "2022-12",
      kind: "chain",
      whole: { digits: 10, decimals: 0 },
      allocated: { digits: 3, decimals: 0 },
      unallocated: { digits: 7, decimals: 0 },
      subjectsWith: ["steel"],
      subjectsWithout: ["food"],
    },
  ]);
});

test("reconcile does not hide that the parts exceed the whole", () => {
  const [answer] = reconcile(expandedWith("/subjects/0/measures/0/targets/0/value", 2));
  expect(answer?.unallocated).toEqual({ digits: -1, decimals: 0 });
});
