/**
 * Every route that writes leaves exactly one row of the audit, in the same transaction as what it writes (TRUST S3), and
 * nothing at all where the storage fails it, at whichever of its statements (TRUST R5).
 */
import { findAuditRows, insertRefusedSignIn, inTransaction } from "@beizeng/db";
import type { Role } from "@beizeng/db/vocabulary";
import { hashPassword } from "@beizeng/server/accounts/password-hash.ts";
import { makeAccount } from "@beizeng/server/actions/make-account.ts";
import { issueSetUpCode } from "@beizeng/server/actions/set-up.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { WorkbookReading } from "@beizeng/server/contract/workbook.ts";
import type { routeAccess } from "@beizeng/server/domain/access.ts";
import Database from "better-sqlite3";
import type { LightMyRequestResponse as Response } from "fastify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { FailingStorage, storageFailures } from "../helpers/failing-storage.ts";
import { filledWorkbook } from "../helpers/filled-workbook.ts";
import { type MockProvider, startMockProvider } from "../helpers/mock-provider.ts";
import { browserOf, codeOf, goodPassword } from "../helpers/people.ts";
import { reporter, reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

/** The routes of the table of access that write; one that is added and not here does not compile. */
type Writing = Extract<keyof typeof routeAccess, `${"POST" | "PUT" | "PATCH" | "DELETE"} ${string}`>;

/** A good request of a route: who makes it, where, with which body, after what was done before. */
type Good = {
  readonly role: Role | null;
  readonly url: string;
  readonly body?: object | Buffer;
  readonly headers?: Record<string, string>;
  readonly before?: (opened: TestApp) => Promise<void>;
  /** What is sent, where it follows from what the same person is given first. */
  readonly sent?: (
    opened: TestApp,
    session: { cookie?: string },
  ) => Promise<{ url: string; body: object | Buffer; own?: { cookie: string } }>;
  /** Where it is not the demonstration that is asked. */
  readonly kind?: "production";
  /** True of a route that only tries what is sent: it writes nothing at all. */
  readonly isTrial?: boolean;
};

const plan = "/api/plans/sample-2022";
const paper = `${plan}/papers/commerce/2022-09`;
const line = `${paper}/lines/food.above-scale-enterprises`;
const typed = { typed: { entries: { text: "2", as: "cumulative" } }, version: 0 };
const once = { "idempotency-key": "one-and-only" };
const octets = { "content-type": "application/octet-stream" };

/** Somebody's request; it must succeed. */
async function ask(
  opened: TestApp,
  method: "PUT" | "POST",
  role: Role,
  url: string,
  payload: object,
  key = `a-${role}`,
) {
  const session = await opened.as(role, ["commerce"], key);
  const headers = { ...session, "idempotency-key": `first ${url}`.replaceAll(" ", "-") };
  const response = await opened.app.inject({ method, url, headers, payload });
  expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
}

const handedInAt = "2022-10-12T01:30:00.000Z";

/** The last quarter's report of 商务局, waiting for review: the ninth paper of the ledger, eight are of the sample year. */
async function waiting({ store }: TestApp): Promise<void> {
  const lines = [{ measure: "food.above-scale-enterprises", entries: "2", exits: "0" }];
  const asked = { plan: "sample-2022", department: "commerce", period: "2022-09", lines };
  const submitted = await submitReport(store, {
    actor: reporter("commerce"),
    now: handedInAt,
    ...asked,
  });
  expect(submitted).toMatchObject({ ok: true, value: { submission: 9, round: 1 } });
}

const workbook = `${paper}/workbook`;

/** The form of the paper as a workbook, filled in. */
async function filledForm({ app }: TestApp, headers: { cookie?: string }): Promise<Buffer> {
  const { rawPayload } = await app.inject({ url: workbook, headers });
  return Buffer.from(filledWorkbook(new Uint8Array(rawPayload), { J6: 3, J7: 0 }));
}

/** The filled-in form on its way to being the draft, over the state that its trial was compared with. */
async function takenOver(opened: TestApp, session: { cookie?: string }) {
  const body = await filledForm(opened, session);
  const tried = { method: "POST", url: workbook, headers: { ...session, ...octets }, payload: body } as const;
  const { seen } = (await opened.app.inject(tried)).json<WorkbookReading>();
  return { url: `${workbook}/draft?seen=${seen}`, body };
}

/** A measure that a chain did not have. */
const appraisal = {
  ...{ from: "2022-07", subject: "service", units: ["industry", "commerce"] },
  indicators: [{ indicator: "output", method: "against-best", fullMarks: "20" }],
};
const entryCalendar = { from: "2022-07", monthlyPercent: [0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] };
const addedMeasure = {
  ...{ indicator: "output", nature: "level", from: "2022-07", reason: "任务增加" },
  targets: [
    {
      ...{ reading: "level", comparator: ">=", value: "8.5", deadline: "2022-12" },
      hardness: "committed",
      clause: "二",
    },
  ],
};

const history = `${plan}/history/commerce/workbook`;

/** The form of the last quarter, of which 商务局 has reported nothing yet, filled in by the office. */
async function filledHistory({ app }: TestApp, headers: { cookie?: string }): Promise<Buffer> {
  const { rawPayload } = await app.inject({ url: `${history}?from=2022-09&until=2022-09`, headers });
  return Buffer.from(filledWorkbook(new Uint8Array(rawPayload), { F6: 3, F7: 0 }));
}

const close = (opened: TestApp) =>
  ask(opened, "POST", "office", `${plan}/months/2022-06/closing`, { reason: "按期结账" });
const askReopening = async (opened: TestApp) => {
  await close(opened);
  await ask(opened, "POST", "office", `${plan}/months/2022-06/reopening`, { reason: "发现重复" });
};

const rules = {
  isSecondFactorRequired: true,
  isSingleSignOnSecondFactor: false,
  isWallOpen: false,
  lockAfter: 4,
  lockMinutes: 20,
};
const signOn = "/api/session/single-sign-on";
const factor = "/api/session/second-factor";
const secret = `${factor}/secret`;
const someLeader = async (opened: TestApp) => {
  await opened.as("leader");
};

const good: Record<Writing, Good> = {
  "DELETE /api/session": { role: "leader", url: "/api/session" },
  "POST /api/session/demonstration": {
    role: null,
    url: "/api/session/demonstration",
    body: { account: "a-leader" },
    before: someLeader,
  },
  "POST /api/session": {
    ...{ role: null, url: "/api/session" },
    sent: async ({ store, clock }) => {
      const moment = { now: clock.now(), at: clock.now() };
      const actor = { id: "a-admin", role: "admin", departments: [] } as const;
      const person = { account: "clerk", name: "李", role: "reporter", departments: ["commerce"] } as const;
      const made = await makeAccount(store, { actor, ...person, singleSignOnSubject: null, ...moment });
      return { url: "/api/session", body: { account: "clerk", password: made.ok ? made.value.password : "" } };
    },
  },
  "PUT /api/session/password": {
    ...{ role: "leader", url: "/api/session/password" },
    sent: async ({ runRaw }) => {
      await runRaw(`UPDATE accounts SET password_hash = '${await hashPassword(goodPassword)}'`);
      return { url: "/api/session/password", body: { standing: goodPassword, password: "Shui-Ku-9911" } };
    },
  },
  "POST /api/session/password": {
    ...{ role: "leader", url: "/api/session/password" },
    sent: async ({ runRaw }) => {
      await runRaw(`UPDATE accounts SET password_hash = '${await hashPassword(goodPassword)}'`);
      return { url: "/api/session/password", body: { password: goodPassword } };
    },
  },
  "POST /api/session/second-factor/secret": { role: "leader", url: secret },
  "PUT /api/session/second-factor": {
    ...{ role: "leader", url: factor },
    sent: async ({ app, clock }, headers) => {
      const proposed = (await app.inject({ method: "POST", url: secret, headers })).json<{ secret: string }>();
      return { url: factor, body: { code: codeOf(proposed.secret, clock.now()) } };
    },
  },
  "POST /api/session/second-factor": {
    ...{ role: "leader", url: factor },
    sent: async ({ runRaw, clock }) => {
      await runRaw("UPDATE accounts SET second_factor_secret = 'JBSWY3DPEHPK3PXP'");
      return { url: factor, body: { code: codeOf("JBSWY3DPEHPK3PXP", clock.now()) } };
    },
  },
  "POST /api/set-up": {
    ...{ role: null, url: "/api/set-up", kind: "production" },
    sent: async ({ store, clock }) => {
      const code = await issueSetUpCode(store, { now: clock.now(), at: clock.now() });
      return { url: "/api/set-up", body: { code, account: "guanli", name: "管理员", password: goodPassword } };
    },
  },
  "POST /api/session/single-sign-on": { role: null, url: signOn, kind: "production", isTrial: true },
  "POST /api/session/single-sign-on/return": {
    ...{ role: null, url: `${signOn}/return`, kind: "production", before: someLeader },
    sent: async (tested) => {
      await tested.runRaw("UPDATE accounts SET single_sign_on_subject = 'county-7788'");
      const browser = browserOf(tested);
      const { address } = (await browser.ask("POST", signOn)).json<{ address: string }>();
      const body = { query: await provider.visit(address) };
      return { url: `${signOn}/return`, body, own: { cookie: browser.cookie() } };
    },
  },
  "POST /api/accounts": {
    ...{ role: "admin", url: "/api/accounts" },
    body: { account: "clerk", name: "李", role: "reporter", departments: ["commerce"], singleSignOnSubject: null },
  },
  "PUT /api/accounts/:account": {
    ...{ role: "admin", url: "/api/accounts/a-leader", before: someLeader },
    body: { version: 1, name: "李", role: "auditor", departments: [], singleSignOnSubject: null, isDisabled: false },
  },
  "POST /api/accounts/:account/password": {
    ...{ role: "admin", url: "/api/accounts/a-leader/password", body: { version: 1 }, before: someLeader },
  },
  "DELETE /api/accounts/:account/second-factor": {
    ...{ role: "admin", url: "/api/accounts/a-leader/second-factor", body: { version: 1 }, before: someLeader },
  },
  "PUT /api/security": {
    ...{ role: "security", url: "/api/security" },
    body: { passwordProfile: "asvs", ...rules, seen: null },
  },
  "DELETE /api/security/locks/:name": {
    ...{ role: "security", url: "/api/security/locks/nobody" },
    before: ({ store, clock }) =>
      inTransaction(store, async (transaction) => {
        const refused = { account: "nobody", failure: "password", at: clock.now() } as const;
        for (let times = 0; times < 5; times += 1) await insertRefusedSignIn(transaction, refused);
      }),
  },
  "PUT /api/plans/:plan/papers/:department/:period/lines/:measure": { role: "reporter", url: line, body: typed },
  "POST /api/plans/:plan/papers/:department/:period/lines/:measure/evidence": {
    role: "reporter",
    url: `${line}/evidence?name=a.pdf`,
    body: Buffer.from("%PDF-1.7 hello"),
    headers: octets,
  },
  "POST /api/plans/:plan/papers/:department/:period/unchanged": { role: "reporter", url: `${paper}/unchanged` },
  "POST /api/plans/:plan/papers/:department/:period/agreement": {
    role: "statistics",
    url: `${plan}/papers/industry/2022-09/agreement?kind=confirmation`,
  },
  "POST /api/plans/:plan/papers/:department/:period/submission": {
    role: "reporter",
    url: `${paper}/submission`,
    body: { seen: [{ measure: "food.above-scale-enterprises", version: 1 }] },
    headers: once,
    before: (opened) => ask(opened, "PUT", "reporter", line, typed),
  },
  "POST /api/plans/:plan/papers/:department/:period/workbook": {
    ...{ role: "reporter", url: workbook, headers: octets, isTrial: true },
    sent: async (opened, session) => ({ url: workbook, body: await filledForm(opened, session) }),
  },
  "POST /api/plans/:plan/papers/:department/:period/workbook/corrected": {
    ...{ role: "reporter", url: workbook, headers: octets, isTrial: true },
    sent: async (opened, session) => ({ url: `${workbook}/corrected`, body: await filledForm(opened, session) }),
  },
  "PUT /api/plans/:plan/papers/:department/:period/workbook/draft": {
    ...{ role: "reporter", url: workbook, headers: octets },
    sent: takenOver,
  },
  "POST /api/plans/:plan/history/:department/workbook": {
    ...{ role: "office", url: history, headers: octets, isTrial: true },
    sent: async (opened, session) => ({ url: history, body: await filledHistory(opened, session) }),
  },
  "POST /api/plans/:plan/history/:department/workbook/corrected": {
    ...{ role: "office", url: history, headers: octets, isTrial: true },
    sent: async (opened, session) => ({ url: `${history}/corrected`, body: await filledHistory(opened, session) }),
  },
  "PUT /api/plans/:plan/history/:department/workbook/drafts": {
    ...{ role: "office", url: history, headers: octets },
    sent: async (opened, session) => ({ url: `${history}/drafts`, body: await filledHistory(opened, session) }),
  },
  "POST /api/submissions/:submission/acceptance": {
    role: "office",
    url: "/api/submissions/9/acceptance",
    body: { seen: handedInAt },
    headers: once,
    before: waiting,
  },
  "POST /api/submissions/:submission/return": {
    role: "office",
    url: "/api/submissions/9/return",
    body: { seen: handedInAt, reason: "请核对" },
    headers: once,
    before: waiting,
  },
  // Each of several is accepted by itself: one submission, one row.
  "POST /api/reviews/acceptances": {
    role: "office",
    url: "/api/reviews/acceptances",
    body: { submissions: [{ submission: "9", seen: handedInAt }] },
    headers: once,
    before: waiting,
  },
  "POST /api/plans/:plan/months/:month/closing": {
    role: "office",
    url: `${plan}/months/2022-06/closing`,
    body: { reason: "按期结账" },
    headers: once,
  },
  "POST /api/plans/:plan/months/:month/reopening": {
    role: "office",
    url: `${plan}/months/2022-06/reopening`,
    body: { reason: "发现重复" },
    headers: once,
    before: close,
  },
  "POST /api/plans/:plan/months/:month/reopening/decision": {
    role: "office",
    url: `${plan}/months/2022-06/reopening/decision`,
    body: { decision: "grant" },
    headers: once,
    before: askReopening,
  },
  "POST /api/plans/:plan/targets/:target/revisions": {
    role: "office",
    url: `${plan}/targets/food.above-scale-enterprises.new.2022-12/revisions`,
    body: { from: "2022-07", value: "5", reason: "任务增加" },
    headers: { "idempotency-key": "revise-once" },
  },
  "POST /api/plans/:plan/units": {
    ...{ role: "office", url: `${plan}/units`, headers: { "idempotency-key": "add-once" } },
    body: { name: { zh: "数据局" }, kind: "bureau", reason: "机构改革" },
  },
  "POST /api/plans/:plan/units/:unit/aliases": {
    ...{ role: "office", url: `${plan}/units/industry/aliases`, headers: { "idempotency-key": "add-once" } },
    body: { alias: "市工信局", reason: "文件写法不一" },
  },
  "POST /api/plans/:plan/subjects/:subject/units": {
    ...{ role: "office", url: `${plan}/subjects/food/units`, headers: { "idempotency-key": "add-once" } },
    body: { unit: "industry", role: "lead", from: "2022-07", reason: "分工调整" },
  },
  "POST /api/plans/:plan/subjects": {
    ...{ role: "office", url: `${plan}/subjects`, headers: { "idempotency-key": "add-once" } },
    body: {
      ...{ kind: "chain", id: "tea", name: { zh: "茶叶" }, from: "2022-07", reason: "新增产业链" },
      units: [{ unit: "commerce", role: "lead" }],
    },
  },
  "POST /api/plans/:plan/subjects/:subject/measures": {
    ...{ role: "office", url: `${plan}/subjects/food/measures`, headers: { "idempotency-key": "add-once" } },
    body: addedMeasure,
  },
  "POST /api/plans/:plan/subjects/:subject/measures/preview": {
    ...{ role: "office", url: `${plan}/subjects/food/measures/preview`, isTrial: true },
    body: addedMeasure,
  },
  "POST /api/plans/:plan/light-rules": {
    ...{ role: "office", url: `${plan}/light-rules`, headers: { "idempotency-key": "add-once" } },
    body: { from: "2022-07", mode: "ratio", tolerancePercent: 15, isInclusive: true, reason: "收紧" },
  },
  "POST /api/plans/:plan/briefing/paper": {
    ...{ role: "office", url: `${plan}/briefing/paper?month=2022-06&horizon=2022-12`, isTrial: true },
    body: { sections: [{ kind: "next", heading: "下步工作", text: "" }], annexes: [] },
  },
  "POST /api/plans/:plan/light-rules/preview": {
    ...{ role: "office", url: `${plan}/light-rules/preview`, isTrial: true },
    body: { from: "2022-07", mode: "ratio", tolerancePercent: 15, isInclusive: true },
  },
  "POST /api/plans/:plan/appraisal-rules": {
    ...{ role: "office", url: `${plan}/appraisal-rules`, headers: { "idempotency-key": "add-once" } },
    body: { ...appraisal, reason: "年度考评办法" },
  },
  "POST /api/plans/:plan/appraisal-rules/preview": {
    ...{ role: "office", url: `${plan}/appraisal-rules/preview`, isTrial: true },
    body: { ...appraisal, quarter: "2022-06" },
  },
  "POST /api/plans/:plan/entry-calendars": {
    ...{ role: "office", url: `${plan}/entry-calendars`, headers: { "idempotency-key": "add-once" } },
    body: { ...entryCalendar, reason: "按月入库" },
  },
  "POST /api/plans/:plan/entry-calendars/preview": {
    ...{ role: "office", url: `${plan}/entry-calendars/preview`, isTrial: true },
    body: entryCalendar,
  },
  "POST /api/plans/:plan/extensions": {
    role: "office",
    url: `${plan}/extensions`,
    body: { period: "2022-09", dueOn: "2022-10-20", reason: "汛期" },
    headers: once,
  },
  "POST /api/plans/:plan/briefings": {
    role: "office",
    url: `${plan}/briefings`,
    body: { month: "2022-06", horizon: "2022-12", edition: "1" },
    headers: once,
    before: close,
  },
  "PUT /api/plans/:plan/briefing-skeleton": {
    role: "office",
    url: `${plan}/briefing-skeleton`,
    body: { seen: 0, sections: [{ kind: "overall", heading: "总体情况", text: "" }], annexes: ["chains"] },
    headers: once,
  },
  "POST /api/plans/:plan/notes": {
    role: "leader",
    url: `${plan}/notes`,
    body: { month: "2022-09", subject: "food", text: "请商务局说明" },
    headers: once,
  },
  "POST /api/plans/:plan/notes/:note/steps": {
    role: "reporter",
    url: `${plan}/notes/1/steps`,
    body: { step: "answer", text: "已走访两户" },
    headers: once,
    before: (opened) =>
      ask(opened, "POST", "leader", `${plan}/notes`, { month: "2022-09", subject: "food", text: "请商务局说明" }),
  },
};

let opened: TestApp;
let provider: MockProvider;
beforeAll(async () => {
  provider = await startMockProvider();
  // The same sign-in is tried twice: once while no row can be written.
  provider.answering.isForgetful = true;
});
afterEach(() => opened.dispose());
afterAll(() => provider.stop());

/** Everything that the tables hold, but for when a session was last used. */
async function contents(): Promise<Record<string, unknown[]>> {
  const tables = await opened.runRaw("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const rows = await opened.runRaw(`SELECT * FROM ${String(name)}`);
    found[String(name)] = rows.map(({ seen_at: _, ...row }) => row);
  }
  return found;
}

/** Has each statement fail, one try after the other: nothing may be written by any of them. Answers the try that was let through. */
async function writeThroughFaults(storage: FailingStorage, write: () => Promise<Response>): Promise<Response> {
  const second = new Database(opened.file, { readonly: true });
  // Changes with whatever another connection commits.
  const version = () => second.pragma("data_version", { simple: true });
  const before = version();
  try {
    for (let call = 1; ; call += 1) {
      const failure = storageFailures[call % storageFailures.length] ?? "storage-failed";
      storage.failAt(call, failure);
      const response = await write();
      if (!storage.isStruck) return response;
      const status = failure === "storage-full" ? 507 : 503;
      expect([call, response.statusCode, response.json().code]).toEqual([call, status, failure]);
      expect([call, version()]).toEqual([call, before]);
    }
  } finally {
    storage.heal();
    second.close();
  }
}

test.each(Object.entries(good))(
  "%s",
  async (route, { role, headers = {}, before, sent, isTrial = false, kind, ...asked }) => {
    const { settings: identityProvider } = provider;
    const entrance = { publicUrl: "http://beizeng.example.cn", trustedProxies: [], identityProvider };
    const storage = new FailingStorage();
    opened = await openTestApp([samplePlan()], { storage, ...(kind && { kind, entrance }) });
    await reportSampleYear(opened.store);
    opened.clock.set("2022-10-12T02:00:00.000Z");
    await before?.(opened);
    // Not the person who asked for it: a reopening is another's to decide.
    const session = role === null ? {} : await opened.as(role, ["commerce"], `${role} who is asked`);
    const { url, body, own = session } = { own: undefined, ...((await sent?.(opened, session)) ?? asked) };
    const method = route.split(" ")[0] === "PUT" ? "PUT" : route.startsWith("DELETE") ? "DELETE" : "POST";
    const payload = body === undefined ? {} : { payload: body };
    const write = () => opened.app.inject({ method, url, headers: { ...own, ...headers }, ...payload });
    const rows = async () => (await findAuditRows(opened.store, 0, 10_000)).length;

    // While no row of the audit can be written, nothing else is written either.
    await opened.runRaw(
      "CREATE TRIGGER no_audit BEFORE INSERT ON audit_rows BEGIN SELECT RAISE(ABORT, 'no audit'); END",
    );
    const untouched = await contents();
    expect((await write()).statusCode).toBe(isTrial ? 200 : 500);
    expect(await contents()).toEqual(untouched);

    await opened.runRaw("DROP TRIGGER no_audit");
    const known = await rows();
    const response = await writeThroughFaults(storage, write);
    expect([response.statusCode, response.body]).toEqual([200, expect.anything()]);
    expect(await rows()).toBe(known + (isTrial ? 0 : 1));
  },
);
