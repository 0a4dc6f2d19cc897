import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import { reconcile } from "@beizeng/seeds/reconcile.ts";
import { writeDecimal } from "@beizeng/server/domain/decimal.ts";
import { describe, expect, test } from "vitest";

const documents = readPlanDocuments(plansFolder);
const plans = new Map(documents.map((document) => [document.id, expandPlan(document)]));

function planOf(id: string) {
  const plan = plans.get(id);
  if (plan === undefined) throw new Error(`no plan ${id}`);
  return plan;
}

/** Counted in the documents by hand: the numbers that bind someone (a yearly quota once), and the chains. */
const counted = [
  { id: "gaoping-2022", targets: 45, chains: 10, number: "高工信发〔2022〕44号", issuedOn: "2022-07-06" },
  { id: "jincheng-2023", targets: 9, chains: 0, number: "晋市政办〔2023〕39号", issuedOn: "2023-10-31" },
  { id: "lvliang-2022", targets: 113, chains: 12, number: "吕工业专班发〔2022〕1号", issuedOn: "2022-05-10" },
  { id: "sanmenxia-2022", targets: 25, chains: 0, number: null, issuedOn: "2022-05-27" },
  { id: "wenshang-2022", targets: 9, chains: 5, number: "汶政发〔2022〕9号", issuedOn: "2022-11-23" },
];

test("the five plans are there, and no other", () => {
  expect([...plans.keys()]).toEqual(counted.map(({ id }) => id));
});

describe.each(counted)("$id", ({ id, targets, chains, number, issuedOn }) => {
  test("holds what its document holds", () => {
    const written = documents.find((document) => document.id === id)?.subjects.flatMap(({ measures }) => measures);
    expect(written?.flatMap((measure) => measure.targets).length).toBeGreaterThanOrEqual(targets);
    const plan = planOf(id);
    expect(plan.subjects.filter(({ kind }) => kind === "chain")).toHaveLength(chains);
    expect([plan.documentNumber, plan.issuedOn]).toEqual([number, issuedOn]);
    expect(plan.incentives.length).toBeGreaterThan(0);
  });

  test("names a unit for every subject, and never counts one twice", () => {
    for (const { assignments } of planOf(id).subjects) {
      const units = assignments.map(({ department }) => department);
      expect(units.length).toBeGreaterThan(0);
      expect(new Set(units).size).toBe(units.length);
    }
  });

  test("has one key a target", () => {
    const keys = planOf(id).targets.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("what adds up and what does not", () => {
  const answers = [...plans.values()].flatMap((plan) =>
    reconcile(plan).map((answer) => [
      `${plan.id} ${answer.target}`,
      `${writeDecimal(answer.allocated)}/${writeDecimal(answer.whole)}`,
      writeDecimal(answer.unallocated),
      `${answer.subjectsWith.length} with, ${answer.subjectsWithout.length} without`,
    ]),
  );

  test("高平 divides its headline fully, 吕梁 leaves 107 firms", () => {
    expect(answers).toEqual([
      ["gaoping-2022 headline.above-scale-enterprises.new.2022-12", "15/15", "0", "8 with, 2 without"],
      ["gaoping-2022 headline.above-scale-enterprises.new.2025-12", "50/50", "0", "9 with, 1 without"],
      ["gaoping-2022 headline.enterprises.net.2022-12", "100/100", "0", "10 with, 0 without"],
      ["gaoping-2022 headline.enterprises.net.2025-12", "400/400", "0", "10 with, 0 without"],
      ["lvliang-2022 headline.above-scale-enterprises.new.2022-12", "38/145", "107", "11 with, 1 without"],
    ]);
  });

  test("the chains without a part are the ones whose text names none", () => {
    const without = (plan: string, horizon: string) =>
      reconcile(planOf(plan)).find((answer) => answer.horizon === horizon)?.subjectsWithout;
    expect(without("gaoping-2022", "2022-12")).toEqual(["new-energy-vehicle-parts", "traditional-crafts"]);
    expect(without("gaoping-2022", "2025-12")).toEqual(["traditional-crafts"]);
    expect(without("lvliang-2022", "2022-12")).toEqual(["steel"]);
  });

  test("the note on 企业 made of 中小微企业 is kept", () => {
    const whole = planOf("gaoping-2022").targets.find(({ key }) => key === "headline.enterprises.net.2022-12");
    expect(whole?.madeOf?.indicator).toBe("small-and-medium-enterprises");
    expect(whole?.madeOf?.note?.zh).toContain("口径");
  });
});
