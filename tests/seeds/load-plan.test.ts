import { findAuditRows, findIncentives, findLedgerRevision, findPlanBook, findPlans } from "@beizeng/db";
import { expandPlan } from "@beizeng/seeds/expand-plan.ts";
import { loadPlans } from "@beizeng/seeds/load-plan.ts";
import { plansFolder, readPlanDocuments } from "@beizeng/seeds/plan-document.ts";
import { beforeEach, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../helpers/store.ts";

const plans = readPlanDocuments(plansFolder).map(expandPlan);
const at = "2022-06-01T02:00:00.000Z";

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
  return () => opened.dispose();
});

const keys = ["gaoping-2022", "jincheng-2023", "lvliang-2022", "sanmenxia-2022", "wenshang-2022"];

test("the five plans are loaded by one write", async () => {
  expect(await loadPlans(opened.store, plans, at)).toEqual({ ok: true, loaded: keys, unchanged: [], edited: [] });
  expect((await findPlans(opened.store)).map((plan) => plan.key)).toEqual(keys);
  expect(await findLedgerRevision(opened.store)).toBe(1);
  const audit = await findAuditRows(opened.store, 0, 10);
  expect(audit.map(({ action, actor, at }) => [action, actor, at])).toEqual([["load-plans", "system", at]]);
  expect(JSON.parse(audit[0]?.payload ?? "").map(({ plan }: { plan: string }) => plan)).toEqual(keys);
});

test.each(plans.map((plan) => [plan.id, plan] as const))("%s comes back as its file says", async (key, plan) => {
  await loadPlans(opened.store, plans, at);
  const book = await findPlanBook(opened.store, key);
  expect(book?.plan).toMatchObject({ title: plan.title, documentNumber: plan.documentNumber, issuedOn: plan.issuedOn });
  expect(book?.departments.map(({ id: _, ...department }) => department)).toEqual(
    plan.departments.map(({ id, ...department }) => ({ key: id, ...department })),
  );
  expect(book?.subjects.map(({ id: _, assignments, ...subject }) => subject)).toEqual(
    plan.subjects.map(({ id, assignments, reporting, ...subject }) => ({ key: id, ...subject, addition: null })),
  );
  for (const [position, { assignments, reporting }] of plan.subjects.entries()) {
    expect(book?.subjects[position]?.assignments).toEqual(
      assignments.map((assignment) => ({
        ...assignment,
        isReporting: assignment.department === reporting,
        from: null,
      })),
    );
  }
  expect(book?.measures.map(({ key, subject, nature, reporting }) => ({ key, subject, nature, reporting }))).toEqual(
    plan.measures.map(({ key, subject, nature, reporting }) => ({ key, subject, nature, reporting })),
  );
  expect(book?.measures.map(({ indicator }) => indicator.key)).toEqual(plan.measures.map(({ indicator }) => indicator));
  expect(
    book?.targets.map(({ id: _, revisions, curvePoints, madeOf, ...target }) => ({
      ...target,
      value: revisions[0]?.value,
      stretch: revisions[0]?.stretch,
      parts: madeOf?.parts,
    })),
  ).toEqual(plan.targets.map(({ table, madeOf, ...target }) => ({ ...target, parts: madeOf?.parts })));
  expect(await findIncentives(opened.store, book?.plan.id ?? Number.NaN)).toEqual(
    plan.incentives.map((incentive) => ({ key: incentive.id, payload: incentive })),
  );
});

test("the document's own values are known from the beginning of its day of issue, China time", async () => {
  await loadPlans(opened.store, plans, at);
  const book = await findPlanBook(opened.store, "lvliang-2022");
  // Issued on 2022-05-10: its day begins at 16:00 UTC of the day before.
  expect(book?.plan.issuedOn).toBe("2022-05-10");
  expect(new Set(book?.targets.map((target) => target.revisions[0]?.knownAt))).toEqual(
    new Set(["2022-05-09T16:00:00.000Z"]),
  );
});

test("the same content again writes nothing", async () => {
  await loadPlans(opened.store, plans.slice(0, 2), at);
  await loadPlans(opened.store, plans, at);
  expect(await loadPlans(opened.store, plans, at)).toEqual({ ok: true, loaded: [], unchanged: keys, edited: [] });
  expect(await findLedgerRevision(opened.store)).toBe(2);
  expect((await findPlans(opened.store)).map((plan) => plan.key)).toEqual(keys);
});

test("changed content of a stored plan is refused, and nothing of the others is loaded", async () => {
  const [first, ...others] = plans;
  if (first === undefined) throw new Error("there is no plan");
  await loadPlans(opened.store, [first], at);
  const changed = { ...first, documentNumber: "另文〔2022〕1号" };
  expect(await loadPlans(opened.store, [changed, ...others], at)).toEqual({
    ok: false,
    reason: "content-changed",
    plans: [first.id],
  });
  expect((await findPlans(opened.store)).map((plan) => plan.key)).toEqual([first.id]);
  expect(await findLedgerRevision(opened.store)).toBe(1);
});

test("a plan that cannot be stored leaves nothing of those before it", async () => {
  const broken = plans.map((plan) => (plan.id === "wenshang-2022" ? { ...plan, issuer: "nobody" } : plan));
  await expect(loadPlans(opened.store, broken, at)).rejects.toThrow("nobody is not defined");
  expect(await findPlans(opened.store)).toEqual([]);
  expect(await findLedgerRevision(opened.store)).toBe(0);
});
