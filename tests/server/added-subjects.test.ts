/** Subjects that the office adds to a loaded plan: they count from their month on, and nothing else moves. DOMAIN sections 6 and 8. */
import { findAuditRows } from "@beizeng/db";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { PlanEdits } from "@beizeng/server/contract/plan-edits.ts";
import type { Plan } from "@beizeng/server/contract/plans.ts";
import type { Progress } from "@beizeng/server/contract/progress.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "/api/plans/sample-2022";
const grounds = { reason: "新增产业链", document: "样办发〔2022〕5号" };
const tea = {
  kind: "chain",
  id: "tea",
  name: { zh: "茶叶", en: "Tea" },
  clause: "一",
  park: { zh: "茶叶园区" },
  units: [
    { unit: "commerce", role: "lead" },
    { unit: "industry", role: "responsible" },
  ],
  from: "2022-08",
  ...grounds,
};

let opened: TestApp;
let office: { cookie: string };
beforeEach(async () => {
  opened = await openTestApp([samplePlan()]);
  onTestFinished(() => opened.dispose());
  await reportSampleYear(opened.store);
  opened.clock.set("2022-10-12T02:00:00.000Z");
  office = await opened.as("office");
});

async function ask<T>(url: string): Promise<T> {
  const response = await opened.app.inject({ url: `${plan}${url}` });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
let keys = 0;
const add = (body: object, key = `subject-key-${++keys}`) => {
  const headers = { ...office, "idempotency-key": key };
  return opened.app.inject({ method: "POST", url: `${plan}/subjects`, headers, payload: body });
};
const figures = { plan: null, quotation: null };

test("counts from its month with its units; earlier months, a closed one and what was known before stay", async () => {
  const closing = { ...office, "idempotency-key": "closing-of-june" };
  const close = { method: "POST", url: `${plan}/months/2022-06/closing`, headers: closing } as const;
  expect((await opened.app.inject({ ...close, payload: { reason: "按期" } })).statusCode).toBe(200);
  const [progressOf, unitsOf] = ["/progress?horizon=2022-12&month=", "/departments?horizon=2022-12&month="];
  const before = [await ask<Progress>(`${progressOf}2022-06`), await ask<Departments>(`${unitsOf}2022-07`)];
  const edition = await ask<object>("/months/2022-06/editions/1");
  const lastMonth = await ask<Progress>(`${progressOf}2022-09`);
  expect((await add(tea)).json()).toMatchObject({ entity: "subject:tea", isRepeated: false });
  const after = [await ask<Progress>(`${progressOf}2022-06`), await ask<Departments>(`${unitsOf}2022-07`)];
  expect(after.map((each) => ({ ...each, ...figures }))).toEqual(before.map((each) => ({ ...each, ...figures })));
  expect({ ...(await ask<object>("/months/2022-06/editions/1")), plan: null }).toEqual({ ...edition, plan: null });

  const now = await ask<Progress>(`${progressOf}2022-09`);
  expect(now.chains.map(({ subject }) => subject.key)).toEqual(["steel", "food", "tea"]);
  expect(now.chains.at(-1)?.units.map(({ department, role }) => [department, role])).toEqual([
    ["commerce", "lead"],
    ["industry", "responsible"],
  ]);
  // It has no measure yet: no light moves.
  expect(now.lights).toEqual(lastMonth.lights);
  const then = await ask<Progress>(`${progressOf}2022-09&asKnownOn=2022-10-11`);
  expect(then.chains.map(({ subject }) => subject.key)).toEqual(["steel", "food"]);

  const { subjects } = await ask<Plan>("");
  expect(subjects.at(-1)).toMatchObject({
    ...{ key: "tea", kind: "chain", name: tea.name, clause: "一", park: { zh: "茶叶园区", en: "茶叶园区" } },
    addition: { from: "2022-08", ...grounds },
  });
  expect(subjects[0]?.addition).toBeNull();
  const { edits } = await ask<PlanEdits>("/edits");
  expect(edits.map(({ kind, what, from }) => [kind, what.zh, from])).toEqual([["add-subject", "茶叶", "2022-08"]]);
  expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
  // The addition, the subject, and two who answer for it.
  expect(await replayAudit(opened.store)).toMatchObject({ additions: 4, differences: [] });
});

test("that is to count from a month to come stands in the plan, and in no month before", async () => {
  expect((await add({ ...tea, from: "2022-11" })).statusCode).toBe(200);
  expect((await ask<Plan>("")).subjects.at(-1)).toMatchObject({
    ...{ key: "tea", addition: { from: "2022-11" } },
    units: [{ department: "commerce" }, { department: "industry" }],
  });
  const now = await ask<Progress>("/progress?horizon=2022-12&month=2022-10");
  expect(now.chains.map(({ subject }) => subject.key)).toEqual(["steel", "food"]);
});

test("is refused by the name of what is wrong, in both languages, and leaves nothing", async () => {
  const closing = { ...office, "idempotency-key": "closing-of-june" };
  const close = { method: "POST", url: `${plan}/months/2022-06/closing`, headers: closing } as const;
  expect((await opened.app.inject({ ...close, payload: { reason: "按期" } })).statusCode).toBe(200);
  const wrong = [
    [{ kind: "headline" }, 400, "malformed-parameter", "kind", /./, /./],
    [{ id: "Tea Chain" }, 422, "addition-refused", "id", /^代号：/, /^key: /],
    [{ id: "food" }, 409, "key-taken", "id", /食品/, /Food/],
    [{ name: { zh: " " } }, 422, "name-missing", "name", /名称/, /name/],
    [{ name: { zh: "食品" } }, 422, "addition-refused", "name", /^名称：/, /^name: /],
    [{ units: [] }, 422, "addition-refused", "units", /^责任单位：/, /^units: /],
    [{ units: [tea.units[0], tea.units[0]] }, 422, "addition-refused", "units", /商务局 列了两次/, /Commerce bureau/],
    [{ units: [{ unit: "nobody", role: "lead" }] }, 404, "unknown-department", "units", /nobody/, /nobody/],
    [{ from: "2020-01" }, 422, "addition-refused", "from", /^起计月份：.*2021-12/, /^first month: /],
    [{ from: "soon" }, 422, "addition-refused", "from", /^起计月份：/, /^first month: /],
    [{ from: "2022-06" }, 422, "addition-refused", "from", /2022-06 已结账/, /2022-06 is closed/],
    [{ reason: " " }, 422, "reason-missing", "reason", /原因/, /reason/],
  ] as const;
  const written = async () => (await findAuditRows(opened.store, 0, 1000)).filter(({ action }) => action !== "refused");
  const rows = (await written()).length;
  for (const [change, status, code, field, zh, en] of wrong) {
    const body = { ...tea, ...change };
    const told = await add(body);
    expect([change, told.statusCode, told.json()]).toEqual([
      change,
      status,
      { code, field: expect.stringContaining(field), message: expect.stringMatching(zh) },
    ]);
    const headers = { ...office, "idempotency-key": `english-${++keys}`, "accept-language": "en" };
    const english = await opened.app.inject({ method: "POST", url: `${plan}/subjects`, headers, payload: body });
    expect(english.json().message).toMatch(en);
  }
  expect((await written()).length).toBe(rows);
  expect((await ask<PlanEdits>("/edits")).edits).toEqual([]);
});

test("is added once under one key", async () => {
  const first = await add(tea, "the-same-key");
  expect((await add(tea, "the-same-key")).json()).toEqual({ ...first.json(), isRepeated: true });
  expect((await add({ ...tea, id: "tea-2" }, "the-same-key")).json().code).toBe("key-used-otherwise");
  expect((await ask<Plan>("")).subjects.filter(({ key }) => key.startsWith("tea"))).toHaveLength(1);
});
