/** Adding to a loaded plan: what is added counts from its month on, and nothing else moves. DOMAIN sections 6 and 8. */
import { findAuditRows } from "@beizeng/db";
import { roles } from "@beizeng/db/vocabulary";
import type { Departments } from "@beizeng/server/contract/departments.ts";
import type { PlanEdits } from "@beizeng/server/contract/plan-edits.ts";
import type { Plan } from "@beizeng/server/contract/plans.ts";
import { may } from "@beizeng/server/domain/access.ts";
import { verify } from "@beizeng/server/verify.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

const plan = "/api/plans/sample-2022";
const grounds = { reason: "机构改革", document: "样办发〔2022〕3号" };
const unit = { name: { zh: "数据局", en: "Data bureau" }, kind: "bureau", ...grounds };
const assigned = { unit: "sample-2022-unit-4", role: "lead", from: "2022-07", ...grounds };

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
  const response = await opened.app.inject({ url });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
  return response.json<T>();
}
let keys = 0;
const add = (url: string, body: object, headers = office, key = `addition-${++keys}`) =>
  opened.app.inject({
    method: "POST",
    url: `${plan}${url}`,
    headers: { ...headers, "idempotency-key": key },
    payload: body,
  });
const departmentsIn = (month: string) => ask<Departments>(`${plan}/departments?month=${month}&horizon=2022-12`);

describe("a unit that is added", () => {
  test("stands in the plan with its names, and answers for nothing yet", async () => {
    const before = await departmentsIn("2022-09");
    expect((await add("/units", unit)).json()).toMatchObject({ entity: "unit:sample-2022-unit-4", isRepeated: false });
    expect((await add("/units/sample-2022-unit-4/aliases", { alias: "市数据局", ...grounds })).statusCode).toBe(200);
    const { departments } = await ask<Plan>(plan);
    expect(departments.at(-1)).toEqual({
      key: "sample-2022-unit-4",
      name: { zh: "数据局", en: "Data bureau" },
      kind: "bureau",
      aliases: ["市数据局"],
      members: [],
      subjects: 0,
      targets: 0,
    });
    const after = await departmentsIn("2022-09");
    expect(after.departments).toEqual(before.departments);
    const { edits } = await ask<PlanEdits>(`${plan}/edits`);
    expect(edits.map(({ kind, what, by, document }) => [kind, what.zh, by, document])).toEqual([
      ["add-alias", "市数据局＝数据局", "a-office", grounds.document],
      ["add-unit", "数据局", "a-office", grounds.document],
    ]);
  });

  test("answers for a subject from its month on; earlier months and closed editions stay", async () => {
    const headers = { ...office, "idempotency-key": "closing-of-june" };
    const close = { method: "POST", url: `${plan}/months/2022-06/closing`, headers } as const;
    expect((await opened.app.inject({ ...close, payload: { reason: "按期" } })).statusCode).toBe(200);
    const edition = await ask<{ isWhole: boolean }>(`${plan}/months/2022-06/editions/1`);
    const before = await departmentsIn("2022-06");
    await add("/units", unit);
    expect((await add("/subjects/food/units", assigned)).statusCode).toBe(200);
    const same = await departmentsIn("2022-06");
    expect({ ...same, plan: null, quotation: null }).toEqual({ ...before, plan: null, quotation: null });
    expect(before.withoutLead.map(({ key }) => key)).toContain("food");
    const then = await departmentsIn("2022-07");
    const added = then.departments.find(({ department }) => department.key === "sample-2022-unit-4");
    expect(added?.cells).toEqual([expect.objectContaining({ subject: "food", role: "lead", targets: 1 })]);
    expect(then.withoutLead.map(({ key }) => key)).not.toContain("food");
    expect(await ask(`${plan}/months/2022-06/editions/1`)).toEqual({ ...edition, plan: expect.anything() });
    expect(edition.isWhole).toBe(true);
    const known = await ask<Departments>(`${plan}/departments?month=2022-09&horizon=2022-12&asKnownOn=2022-10-11`);
    expect(known.departments.map(({ department }) => department.key)).not.toContain("sample-2022-unit-4");
    expect((await verify(opened.store, "2022-10-12")).differences).toEqual([]);
  });
});

describe("an addition", () => {
  test("is refused in a sentence, and writes nothing", async () => {
    const wrong = [
      ["/units", { ...unit, name: { zh: " " } }, 422, "name-missing"],
      ["/units", { ...unit, name: { zh: "工信局" } }, 409, "name-taken"],
      ["/units", { ...unit, name: { zh: "工 信局" } }, 409, "name-taken"],
      ["/units", { ...unit, reason: " " }, 422, "reason-missing"],
      ["/units", { ...unit, kind: "group" }, 400, "malformed-parameter"],
      ["/units/nobody/aliases", { alias: "某局", ...grounds }, 404, "unknown-department"],
      ["/units/industry/aliases", { alias: "商务局", ...grounds }, 409, "name-taken"],
      ["/subjects/tea/units", { ...assigned, unit: "industry" }, 404, "unknown-subject"],
      ["/subjects/food/units", { ...assigned, unit: "nobody" }, 404, "unknown-department"],
      ["/subjects/food/units", { ...assigned, unit: "commerce" }, 409, "assigned-already"],
      ["/subjects/food/units", { ...assigned, unit: "industry", from: "2020-01" }, 422, "month-out-of-range"],
    ] as const;
    const rows = (await findAuditRows(opened.store, 0, 1000)).filter(({ action }) => action !== "refused").length;
    for (const [url, body, status, code] of wrong) {
      const response = await add(url, body);
      expect([url, body, response.statusCode, response.json().code]).toEqual([url, body, status, code]);
    }
    const after = (await findAuditRows(opened.store, 0, 1000)).filter(({ action }) => action !== "refused").length;
    expect(after).toBe(rows);
    expect((await ask<PlanEdits>(`${plan}/edits`)).edits).toEqual([]);
  });

  test("is made once under one key, and changes the ETag of figures", async () => {
    const url = `${plan}/departments?month=2022-09&horizon=2022-12`;
    const { etag } = (await opened.app.inject({ url })).headers;
    const first = await add("/units", unit, office, "the-same-key");
    const again = await add("/units", unit, office, "the-same-key");
    expect(again.json()).toEqual({ ...first.json(), isRepeated: true });
    expect((await ask<Plan>(plan)).departments.length).toBe(4);
    expect((await opened.app.inject({ url })).headers.etag).not.toBe(etag);
  });

  test("is open to the office alone", async () => {
    for (const role of roles.filter((each) => each !== "system")) {
      const headers = await opened.as(role, ["industry"]);
      const response = await add("/units", { ...unit, name: { zh: `${role}局` } }, headers);
      expect([role, response.statusCode]).toEqual([role, may(role, "revise-plans") ? 200 : 403]);
    }
  });
});
