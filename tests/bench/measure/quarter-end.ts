/**
 * A quarter's end: a thousand clerks within minutes, each keeps ten lines as the form does while one types, then hands in; two
 * hundred leaders look at their county meanwhile.
 */
import { randomBytes } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { nearHorizon, planOf, reporterOf } from "../generator/county-plan.ts";
import { monthAt, monthCount } from "../generator/figures.ts";
import { type Running, startProcess } from "../processes/conversation.ts";
import { reportLines } from "../processes/report-lines.ts";
import { median, quantile } from "./times.ts";

/** How many hand in, and within how many seconds they begin: a due day's last ten minutes. */
export const clerkCount = 1000;
export const quarterEndSeconds = 600;
const linesOfAPaper = 10;
/** Every twentieth clicks twice. */
const clicksTwice = 20;
/** Days after which the months that they report have ended. */
const days = 300;

/** How many look meanwhile, and how long each looks at 本月研判 of a month before opening another. */
export const leaderCount = 200;
const leaderRestSeconds = 30;
/** Of how many months leaders look at one. */
const lookedAt = 12;

/** What 本月研判 asks of a plan so many months before the last that is reported. */
function pageOf(plan: string, back: number): string[] {
  const [month, since] = [monthAt(monthCount - back), monthAt(monthCount - back - 1)];
  const asked = `month=${month}&horizon=${nearHorizon}`;
  return [
    ...["progress", "shortfalls", "outlook"].map((name) => `${name}?${asked}`),
    `changes?${asked}&since=${since}`,
    `lights?horizon=${nearHorizon}`,
  ].map((question) => `/api/plans/${plan}/${question}`);
}

/** Milliseconds of requests. */
interface Times {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Milliseconds of keeping a line, of handing in and of an answer to a leader, and how many of those there were; answers that were none;
 * papers that were not kept, and those that were kept twice; the most memory of the product, in MB.
 */
export interface QuarterEnd {
  readonly save: Times;
  readonly submit: Times;
  readonly read: Times & { readonly count: number };
  readonly errors: number;
  readonly lost: number;
  readonly doubled: number;
  readonly megabytes: number;
}

type Line = ReturnType<typeof reportLines>[number];

/** A line as the form sends it. */
function typedOf({ measure: _, reason, ...figures }: Line) {
  const cells = Object.entries(figures).map(([field, text]) => [field, { text, as: "cumulative" }]);
  return { ...Object.fromEntries(cells), reason };
}

/** Sends JSON and answers status and body with the milliseconds it took. */
function sender({ port }: Running, agent: Agent) {
  return (method: string, path: string, headers: Readonly<Record<string, string>>, body?: object) =>
    new Promise<{ status: number; body: string; milliseconds: number }>((resolve, reject) => {
      const began = performance.now();
      const told = (response: IncomingMessage) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: text, milliseconds: performance.now() - began }),
        );
      };
      const sent = body === undefined ? headers : { ...headers, "content-type": "application/json" };
      request({ agent, host: "127.0.0.1", port, method, path, headers: sent }, told)
        .on("error", reject)
        .end(body && JSON.stringify(body));
    });
}

/** Lets clerks and leaders work on a copy of a workspace of that many counties, and looks what is kept of it. */
export async function measureQuarterEnd(file: string, counties: number): Promise<QuarterEnd> {
  const product = await startProcess("product.ts", file);
  for (let day = 0; day < days; day += 1) await product.ask("tomorrow");
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = sender(product, agent);
  const [saves, submits, reads] = [Array.of<number>(), Array.of<number>(), Array.of<number>()];
  const faults: string[] = [];
  /** One request; an answer other than 200 is none. */
  const timed = async (times: number[], ...request: Parameters<typeof send>) => {
    const { status, body, milliseconds } = await send(...request);
    if (status === 200) times.push(milliseconds);
    else faults.push(`${request[0]} ${request[1]}: ${status} ${body}`);
    return body;
  };
  const work = async (clerk: number) => {
    const county = (clerk % counties) + 1;
    const n = monthCount + 1 + Math.floor(clerk / counties);
    const department = reporterOf(county);
    const headers = await product.ask("clerk", department);
    const base = `/api/plans/${planOf(county)}/papers/${department}/${monthAt(n)}`;
    await pause((clerk / clerkCount) * quarterEndSeconds * 1000);
    const seen: { measure: string; version: number }[] = [];
    for (const line of reportLines(county, n).slice(0, linesOfAPaper)) {
      const body = { typed: typedOf(line), version: 0 };
      await timed(saves, "PUT", `${base}/lines/${line.measure}`, headers, body);
      seen.push({ measure: line.measure, version: 1 });
    }
    const keyed = { ...headers, "idempotency-key": randomBytes(16).toString("hex") };
    const handIn = () => timed(submits, "POST", `${base}/submission`, keyed, { seen });
    const answers = await Promise.all(clerk % clicksTwice === 0 ? [handIn(), handIn()] : [handIn()]);
    if (new Set(answers).size > 1) faults.push(`two receipts for ${base}`);
  };
  let isOver = false;
  const look = async (leader: number) => {
    const plan = planOf((leader % counties) + 1);
    const headers = await product.ask("leader", String(leader));
    await pause((leader / leaderCount) * leaderRestSeconds * 1000);
    for (let page = leader; !isOver; page += 1) {
      await Promise.all(pageOf(plan, page % lookedAt).map((path) => timed(reads, "GET", path, headers)));
      await pause(leaderRestSeconds * 1000);
    }
  };
  const leaders = Promise.all(Array.from({ length: leaderCount }, (_, leader) => look(leader)));
  await Promise.all(Array.from({ length: clerkCount }, (_, clerk) => work(clerk)));
  isOver = true;
  await leaders;
  const megabytes = await product.ask("memory");
  agent.destroy();
  await product.end();
  for (const fault of faults.slice(0, 5)) console.error(fault);
  const database = new Database(file, { readonly: true });
  const [kept, papers] = [
    "SELECT count(*) FROM submissions WHERE period > ?",
    "SELECT count(*) FROM (SELECT DISTINCT department_id, period FROM submissions WHERE period > ?)",
  ].map((sql) => Number(database.prepare(sql).pluck().get(monthAt(monthCount))));
  database.close();
  const of = (times: readonly number[]) => ({ p50: median(times), p99: quantile(times, 0.99) });
  return {
    save: of(saves),
    submit: of(submits),
    read: { ...of(reads), count: reads.length },
    errors: faults.length,
    lost: clerkCount - (papers ?? 0),
    doubled: (kept ?? 0) - (papers ?? 0),
    megabytes,
  };
}
