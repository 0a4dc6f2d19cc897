/** A thousand clerks within minutes: each keeps ten lines as the form does while one types, then hands in. */
import { randomBytes } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { planOf, reporterOf } from "../generator/county-plan.ts";
import { monthAt, monthCount } from "../generator/figures.ts";
import { type Running, startProcess } from "../processes/conversation.ts";
import { reportLines } from "../processes/report-lines.ts";
import { median, quantile } from "./times.ts";

/** How many hand in, and within how many seconds they begin: four times as fast as a due day's last ten minutes. */
export const clerkCount = 1000;
export const clerkSeconds = 150;
const linesOfAPaper = 10;
/** Every twentieth clicks twice. */
const clicksTwice = 20;
/** Days after which the months that they report have ended. */
const days = 300;

/** Milliseconds of keeping a line and of handing in; papers that were not kept, and those that were kept twice. */
export interface Clerks {
  readonly save: { readonly p50: number; readonly p99: number };
  readonly submit: { readonly p50: number; readonly p99: number };
  readonly lost: number;
  readonly doubled: number;
}

type Line = ReturnType<typeof reportLines>[number];

/** A line as the form sends it. */
function typedOf({ measure: _, reason, ...figures }: Line) {
  const cells = Object.entries(figures).map(([field, text]) => [field, { text, as: "cumulative" }]);
  return { ...Object.fromEntries(cells), reason };
}

/** Sends JSON and answers the body with the milliseconds it took; anything but 200 is a fault of the bench. */
function sender({ port }: Running, agent: Agent) {
  return (method: string, path: string, body: object, headers: Readonly<Record<string, string>>) =>
    new Promise<{ body: string; milliseconds: number }>((resolve, reject) => {
      const began = performance.now();
      const told = (response: IncomingMessage) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => {
          if (response.statusCode === 200) resolve({ body: text, milliseconds: performance.now() - began });
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
      };
      const sent = { ...headers, "content-type": "application/json" };
      request({ agent, host: "127.0.0.1", port, method, path, headers: sent }, told)
        .on("error", reject)
        .end(JSON.stringify(body));
    });
}

/** Lets the clerks work on a copy of a workspace of that many counties, and looks what is kept of it. */
export async function measureClerks(file: string, counties: number): Promise<Clerks> {
  const product = await startProcess("product.ts", file);
  for (let day = 0; day < days; day += 1) await product.ask("tomorrow");
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = sender(product, agent);
  const [saves, submits] = [Array.of<number>(), Array.of<number>()];
  const work = async (clerk: number) => {
    const county = (clerk % counties) + 1;
    const n = monthCount + 1 + Math.floor(clerk / counties);
    const department = reporterOf(county);
    const headers = await product.ask("clerk", department);
    const base = `/api/plans/${planOf(county)}/papers/${department}/${monthAt(n)}`;
    await pause((clerk / clerkCount) * clerkSeconds * 1000);
    const seen: { measure: string; version: number }[] = [];
    for (const line of reportLines(county, n).slice(0, linesOfAPaper)) {
      const body = { typed: typedOf(line), version: 0 };
      saves.push((await send("PUT", `${base}/lines/${line.measure}`, body, headers)).milliseconds);
      seen.push({ measure: line.measure, version: 1 });
    }
    const keyed = { ...headers, "idempotency-key": randomBytes(16).toString("hex") };
    const handIn = () => send("POST", `${base}/submission`, { seen }, keyed);
    const answers = await Promise.all(clerk % clicksTwice === 0 ? [handIn(), handIn()] : [handIn()]);
    for (const { milliseconds } of answers) submits.push(milliseconds);
    if (new Set(answers.map(({ body }) => body)).size > 1) throw new Error(`two receipts for ${base}`);
  };
  await Promise.all(Array.from({ length: clerkCount }, (_, clerk) => work(clerk)));
  agent.destroy();
  await product.end();
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
    lost: clerkCount - (papers ?? 0),
    doubled: (kept ?? 0) - (papers ?? 0),
  };
}
