import { findAuditChain } from "@beizeng/db";
import type { Paper, PaperRow, Receipt } from "@beizeng/server/contract/paper.ts";
import { replayAudit } from "@beizeng/server/replay-audit.ts";
import { expect } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";

/** People of each side who want the same thing at the same time. */
const rivals = 64;
const measure = "food.above-scale-enterprises";
const paperAddress = "/api/plans/sample-2022/papers/commerce/2022-09";
/** What lies between two rounds by the clock: so little that nobody's session ends, or is asked again whose it is. */
const betweenRounds = 100;

interface Told<Body> {
  readonly status: number;
  readonly body: Body;
}
interface Conflict {
  readonly code: string;
  readonly row: PaperRow;
}
type Headers = Readonly<Record<string, string>>;

/** What a run did: rounds of typing, handing in and deciding, the lines that were kept, and the decisions that counted. */
export interface Rivalry {
  readonly rounds: number;
  readonly kept: number;
  readonly accepted: number;
  readonly returned: number;
}

/** One paper for which everybody is a rival of everybody. */
class Contest {
  /** The next figure, which nobody has typed before; a cumulative figure may only rise. */
  next = 10;
  keys = 0;
  kind: "report" | "correction" = "report";

  readonly origin: string;
  readonly clerks: readonly Headers[];
  readonly reviewers: readonly Headers[];

  constructor(origin: string, clerks: readonly Headers[], reviewers: readonly Headers[]) {
    this.origin = origin;
    this.clerks = clerks;
    this.reviewers = reviewers;
  }

  async ask<Body>(method: string, address: string, headers: Headers, payload?: object): Promise<Told<Body>> {
    this.keys += 1;
    const key = { "idempotency-key": `a-key-of-rival-${this.keys}` };
    const body = payload === undefined ? {} : { body: JSON.stringify(payload) };
    const response = await fetch(`${this.origin}${address}`, {
      ...{ method, ...body },
      headers: { ...headers, ...key, ...(payload && { "content-type": "application/json" }) },
    });
    // What the contract's tests hold the answers to.
    return { status: response.status, body: (await response.json()) as Body };
  }

  async row(headers: Headers): Promise<PaperRow> {
    const { body } = await this.ask<Paper>("GET", `${paperAddress}?kind=${this.kind}`, headers);
    const found = body.subjects.flatMap(({ rows }) => rows).find((row) => row.measure === measure);
    if (found === undefined) throw new Error(`no line of ${measure}`);
    return found;
  }

  /** All type another figure over what they saw; answers how many were kept, and the last of them. */
  async type(): Promise<{ kept: number; last: PaperRow }> {
    const [someone = {}] = this.clerks;
    const before = await this.row(someone);
    const answers = await Promise.all(
      this.clerks.map(async (clerk) => {
        const { version } = await this.row(clerk);
        this.next += 1;
        const typed = { entries: { text: String(this.next), as: "cumulative" }, reason: "多人同时填报" };
        const address = `${paperAddress}/lines/${measure}?kind=${this.kind}`;
        return this.ask<PaperRow & Conflict>("PUT", address, clerk, { typed, version });
      }),
    );
    const kept = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    const lost = answers.filter(({ status }) => status !== 200);
    // Each was written over the one before it: nothing that was kept was overwritten unseen.
    const versions = kept.map(({ version }) => version).toSorted((one, other) => one - other);
    expect(versions).toEqual(kept.map((_, place) => before.version + place + 1));
    const byVersion = new Map(kept.map((row) => [row.version, row.typed]));
    for (const { status, body } of lost) {
      expect([status, body.code]).toEqual([409, "line-moved-on"]);
      expect(body.row.typed).toEqual(byVersion.get(body.row.version));
    }
    const last = await this.row(someone);
    expect([last.version, last.typed]).toEqual([versions.at(-1), byVersion.get(last.version)]);
    return { kept: kept.length, last };
  }

  /** All hand the paper in as it stands, each under a key of their own; one does. */
  async handIn({ version }: PaperRow): Promise<Receipt> {
    const asked = { seen: [{ measure, version }], ...(this.kind === "correction" ? { reason: "核对后更正" } : {}) };
    const address = `${paperAddress}/submission?kind=${this.kind}`;
    const answers = await Promise.all(
      this.clerks.map((clerk) => this.ask<Receipt & Conflict>("POST", address, clerk, asked)),
    );
    const [receipt, ...others] = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    if (receipt === undefined) throw new Error(`nobody handed in: ${JSON.stringify(answers[0])}`);
    expect(others).toEqual([]);
    for (const { status, body } of answers.filter((each) => each.status !== 200)) {
      expect([status, body.code]).toEqual([409, "not-from-this-state"]);
    }
    return receipt;
  }

  /** Every other reviewer accepts, the rest return; one decides, and the others are told so. */
  async decide({ submission, at }: Receipt): Promise<"accepted" | "returned"> {
    const answers = await Promise.all(
      this.reviewers.map(async (reviewer, place) => {
        const step = (place + this.keys) % 2 === 0 ? "acceptance" : "return";
        const asked = { seen: at, ...(step === "return" ? { reason: "请再核对" } : {}) };
        const told = await this.ask<Conflict>("POST", `/api/submissions/${submission}/${step}`, reviewer, asked);
        return { ...told, step };
      }),
    );
    const [decision, ...others] = answers.filter(({ status }) => status === 200);
    if (decision === undefined) throw new Error(`nobody decided: ${JSON.stringify(answers[0])}`);
    expect(others).toEqual([]);
    for (const { status, body } of answers.filter((each) => each.status !== 200)) {
      expect([status, body.code]).toEqual([409, "already-decided"]);
    }
    return decision.step === "acceptance" ? "accepted" : "returned";
  }
}

/** The figure of September that stands in the ledger. */
async function standing({ runRaw }: TestApp): Promise<string> {
  const sql = "SELECT entries FROM observations WHERE month = '2022-09' ORDER BY revision DESC LIMIT 1";
  return String((await runRaw(sql))[0]?.entries);
}

/**
 * Lets 64 clerks type over each other on one paper, hand it in at once, and 64 reviewers decide on it at once, round after
 * round for so many seconds; throws where anything is lost, overwritten unseen, handed in or decided twice. TRUST R8.
 */
export async function letRivalsMeet({ seconds }: { seconds: number }): Promise<Rivalry> {
  const opened = await openTestApp([samplePlan()], { kind: "production" });
  try {
    await reportSampleYear(opened.store);
    opened.clock.set("2022-10-12T02:00:00.000Z");
    const people = (role: "reporter" | "office", units: readonly string[]) =>
      Promise.all(Array.from({ length: rivals }, (_, place) => opened.as(role, units, `${role}-${place}`)));
    const [clerks, reviewers] = [await people("reporter", ["commerce"]), await people("office", [])];
    const origin = await opened.app.listen({ host: "127.0.0.1", port: 0 });
    const contest = new Contest(origin, clerks, reviewers);
    const count = { rounds: 0, kept: 0, accepted: 0, returned: 0 };
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const { kept, last } = await contest.type();
      const decision = await contest.decide(await contest.handIn(last));
      if (decision === "accepted") {
        expect(await standing(opened)).toBe(last.typed?.entries?.text);
        contest.kind = "correction";
      }
      count.rounds += 1;
      count.kept += kept;
      count[decision] += 1;
      opened.clock.set(new Date(Date.parse(opened.clock.now()) + betweenRounds).toISOString());
    }
    const moves = async (move: string) =>
      Number((await opened.runRaw(`SELECT count(*) AS n FROM audit_rows WHERE action = '${move}'`))[0]?.n);
    expect(await moves("save-draft-line")).toBe(count.kept);
    expect(await findAuditChain(opened.store)).toMatchObject({ isWhole: true });
    expect((await replayAudit(opened.store)).differences).toEqual([]);
    return count;
  } finally {
    await opened.dispose();
  }
}
