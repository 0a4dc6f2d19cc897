/** A ledger of two places in which everybody has something of their own and something that is nobody else's affair. */
import { hashPassword } from "@beizeng/server/accounts/password-hash.ts";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportAndAccept, reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";
import { type Asker, type Audience, type Differing, newSecrets, type Secrets } from "./secrets.ts";

/** Who asks. The far clerk is of another place. */
export const askers: readonly Asker[] = [
  { name: "clerk", role: "reporter", units: ["industry"] },
  { name: "far-clerk", role: "reporter", units: ["far-2022-commerce"] },
  { name: "head", role: "head", units: ["government"] },
  { name: "office", role: "office", units: [] },
  { name: "statistics", role: "statistics", units: [] },
  { name: "leader", role: "leader", units: [] },
  { name: "security", role: "security", units: [] },
  { name: "admin", role: "admin", units: [] },
  { name: "auditor", role: "auditor", units: [] },
  { name: "visitor", role: null, units: [] },
];

/** The month that has an edition. */
export const closedMonth = "2022-03";

type Headers = Readonly<Record<string, string>>;

/** A file or a submission by its number, and who may know of it. */
export interface Numbered {
  readonly id: string;
  readonly unit: string;
  readonly audience: Audience;
}

/** The application over such a ledger. */
export interface Office {
  readonly opened: TestApp;
  readonly secrets: Secrets["secrets"];
  readonly sessions: ReadonlyMap<string, Headers>;
  readonly evidence: readonly Numbered[];
  readonly submissions: readonly Numbered[];
  /** Names the tables that were written since it was asked last. */
  readonly touched: () => readonly string[];
  readonly dispose: () => Promise<void>;
}

interface PaperAt {
  readonly plan: string;
  readonly unit: string;
  readonly period: string;
  readonly kind: "report" | "correction" | "confirmation";
  readonly measure: string;
}

/** Somebody writing on papers by the routes themselves; everything must be taken. */
class Desk {
  readonly evidence: Numbered[] = [];
  readonly submissions: Numbered[] = [];
  private keys = 0;
  private readonly opened: TestApp;
  private readonly secrets: Secrets;

  constructor(opened: TestApp, secrets: Secrets) {
    this.opened = opened;
    this.secrets = secrets;
  }

  private async send<T>(method: "PUT" | "POST", url: string, headers: Headers, payload: object | Buffer): Promise<T> {
    const response = await this.opened.app.inject({ method, url, headers, payload });
    expect([url, response.statusCode, response.body]).toEqual([url, 200, expect.anything()]);
    return response.json<T>();
  }

  /** Types a line with a figure, a note, a word and a file that nobody else is to know. */
  async type({ plan, unit, period, kind, measure }: PaperAt, headers: Headers, audience: Audience): Promise<number> {
    const line = `/api/plans/${plan}/papers/${unit}/${period}/lines/${measure}`;
    const label = `${unit}-${kind}-${period}`;
    const { word, figure } = this.secrets;
    const text = measure.endsWith("resolution-rate") ? "98.7" : figure(audience, unit);
    const field = /above-scale/.test(measure) ? "entries" : "amount";
    const typed = {
      [field]: { text, as: "cumulative" },
      note: word(audience, unit, `${label}-note`),
      reason: word(audience, unit, `${label}-reason`),
    };
    await this.send("PUT", `${line}?kind=${kind}`, headers, { typed, version: 0 });
    const name = `${word(audience, unit, `${label}-file`)}.pdf`;
    const row = await this.send<{ version: number; evidence: { id: number }[] }>(
      "POST",
      `${line}/evidence?kind=${kind}&name=${name}`,
      { ...headers, "content-type": "application/octet-stream" },
      Buffer.from(`%PDF-1.7 ${word(audience, unit, `${label}-content`)}`),
    );
    this.evidence.push({ id: String(row.evidence[0]?.id), unit, audience });
    return row.version;
  }

  /** Types a line and hands the paper in. */
  async handIn(paper: PaperAt, headers: Headers): Promise<string> {
    const { plan, unit, period, kind, measure } = paper;
    const version = await this.type(paper, headers, "handed-in");
    const url = `/api/plans/${plan}/papers/${unit}/${period}/submission?kind=${kind}`;
    const reason = this.secrets.word("handed-in", unit, `${unit}-${kind}-${period}-why`);
    const keyed = { ...headers, "idempotency-key": `desk-key-${++this.keys}` };
    const body = { seen: [{ measure, version }], reason };
    const { submission } = await this.send<{ submission: number }>("POST", url, keyed, body);
    this.submissions.push({ id: String(submission), unit, audience: "handed-in" });
    return String(submission);
  }

  /** Sends a submission back. */
  async sendBack(submission: string, unit: string, measure: string, headers: Headers): Promise<void> {
    const { word } = this.secrets;
    const found = await this.opened.app.inject({ url: `/api/submissions/${submission}`, headers });
    const body = {
      seen: found.json<{ submittedAt: string }>().submittedAt,
      reason: word("handed-in", unit, `${unit}-returned`),
      lines: [{ measure, reason: word("handed-in", unit, `${unit}-returned-line`) }],
    };
    const keyed = { ...headers, "idempotency-key": `desk-key-${++this.keys}` };
    await this.send("POST", `/api/submissions/${submission}/return`, keyed, body);
  }
}

const food = "food.above-scale-enterprises";
const rate = "service.resolution-rate";
const output = "steel.output";

/** Writes what everybody has: drafts, files, what waits, what was sent back. */
async function fill(opened: TestApp, secrets: Secrets, sessions: ReadonlyMap<string, Headers>): Promise<Desk> {
  const desk = new Desk(opened, secrets);
  const of = (name: string) => sessions.get(name) ?? {};
  const owner = (unit: string) => opened.as("reporter", [unit], `owner-of-${unit}`);
  const near = (unit: string, period: string, kind: PaperAt["kind"], measure: string): PaperAt => {
    return { plan: "sample-2022", unit, period, kind, measure };
  };
  const far = (unit: string, period: string, measure: string): PaperAt => {
    return { plan: "far-2022", unit: `far-2022-${unit}`, period, kind: "report", measure };
  };
  // One's own.
  await desk.type(near("industry", "2022-06", "correction", output), of("clerk"), "unit");
  await desk.handIn(near("industry", "2022-09", "correction", output), of("clerk"));
  await desk.type(near("government", "2022-06", "correction", rate), of("head"), "unit");
  await desk.type(near("industry", "2022-09", "confirmation", output), of("statistics"), "bureau");
  await desk.handIn(near("industry", "2022-06", "confirmation", output), of("statistics"));
  await desk.type(far("commerce", "2022-06", food), of("far-clerk"), "unit");
  // Others'. That a draft was begun is their affair as well: in the other ledger it is of another quarter.
  const commerce = await owner("commerce");
  await desk.type(near("commerce", "2022-06", "correction", food), commerce, "unit");
  await desk.type(near("commerce", "2022-09", "report", food), commerce, "unit");
  const begun = secrets.isOther ? "2022-09" : "2022-06";
  await desk.type(far("industry", begun, output), await owner("far-2022-industry"), "unit");
  await desk.handIn(far("commerce", "2022-03", food), await owner("far-2022-commerce"));
  const sent = await desk.handIn(far("government", "2022-03", rate), await owner("far-2022-government"));
  await desk.sendBack(sent, "far-2022-government", rate, of("office"));
  await desk.type(far("government", "2022-03", rate), await owner("far-2022-government"), "unit");
  return desk;
}

/** An account about which nothing is to be learned. */
async function hideAccount({ as, runRaw }: TestApp, { word, keep }: Secrets): Promise<void> {
  await as("leader", [], "hidden-leader");
  const hash = await hashPassword("Mei-Ren-Zhidao-7788");
  const set = [
    `single_sign_on_subject = '${word("administrator", null, "subject")}'`,
    `second_factor_secret = '${word("nobody", null, "factor")}'`,
    `password_hash = '${keep("nobody", null, () => hash)}'`,
  ];
  await runRaw(`UPDATE accounts SET ${set.join(", ")} WHERE key = 'hidden-leader'`);
}

/** Notes each table that is written, from now on. */
function watchWrites(file: string) {
  const raw = new Database(file);
  const tables = raw
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .all();
  raw.exec("CREATE TABLE touched (id INTEGER PRIMARY KEY, place TEXT NOT NULL)");
  for (const { name } of tables) {
    for (const deed of ["INSERT", "UPDATE", "DELETE"]) {
      raw.exec(
        `CREATE TRIGGER touched_${name}_${deed} AFTER ${deed} ON "${name}" BEGIN INSERT INTO touched (place) VALUES ('${name}'); END`,
      );
    }
  }
  const since = raw.prepare<[number], { id: number; place: string }>("SELECT id, place FROM touched WHERE id > ?");
  let last = 0;
  return {
    touched: () => {
      const rows = since.all(last);
      last = rows.at(-1)?.id ?? last;
      return rows.map(({ place }) => place);
    },
    stop: () => raw.close(),
  };
}

/** Everybody asks thousands of times within one instant. */
const endless = { export: { atOnce: 1e9, seconds: 1 }, upload: { atOnce: 1e9, seconds: 1 } };

/** Opens an office of its own; of two with the same `differing` the other one differs in those secrets and in nothing else. */
export async function openOffice(isOther: boolean, differing: Differing, paces = endless): Promise<Office> {
  const opened = await openTestApp([samplePlan(), samplePlan("far-2022", "140582")], {
    kind: "production",
    paces,
  });
  const secrets = newSecrets(
    isOther,
    differing,
    askers.flatMap(({ units }) => units),
  );
  await reportSampleYear(opened.store);
  const first = { plan: "far-2022", period: "2022-03", now: "2022-04-08T03:00:00.000Z" };
  const lines = [
    { measure: "steel.above-scale-enterprises", entries: "2", exits: "0" },
    { measure: output, amount: "11.5" },
    { measure: "steel.plant", amount: "0" },
  ];
  await reportAndAccept(opened.store, { ...first, department: "far-2022-industry", lines });
  opened.clock.set("2022-10-12T02:00:00.000Z");
  const sessions = new Map<string, Headers>();
  for (const { name, role, units } of askers)
    sessions.set(name, role === null ? {} : await opened.as(role, units, name));
  const closed = await opened.app.inject({
    method: "POST",
    url: `/api/plans/sample-2022/months/${closedMonth}/closing`,
    headers: { ...sessions.get("office"), "idempotency-key": "closing-of-march" },
    payload: {},
  });
  expect([closed.statusCode, closed.body]).toEqual([200, expect.anything()]);
  const issued = await opened.app.inject({
    method: "POST",
    url: "/api/plans/sample-2022/briefings",
    headers: { ...sessions.get("office"), "idempotency-key": "briefing-of-march" },
    payload: { month: closedMonth, horizon: "2022-12", edition: "1" },
  });
  expect([issued.statusCode, issued.body]).toEqual([200, expect.anything()]);
  const desk = await fill(opened, secrets, sessions);
  await hideAccount(opened, secrets);
  const writes = watchWrites(opened.file);
  return {
    ...{ opened, sessions, secrets: secrets.secrets, evidence: desk.evidence, submissions: desk.submissions },
    touched: writes.touched,
    dispose: async () => {
      writes.stop();
      await opened.dispose();
    },
  };
}
