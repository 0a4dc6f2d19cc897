/** The product itself on a generated workspace: `product.ts <file> [timed]`; timed, every statement is watched. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { insertAuditRow, inTransaction, nextRevision, openStore } from "@beizeng/db";
import { buildApp } from "@beizeng/server/app.ts";
import { signIn } from "../../helpers/signed-in.ts";
import { benchDay } from "../generator/workspace.ts";
import { answerQuestions } from "./conversation.ts";
import { watchStatements } from "./watch-statements.ts";

const [file = "", mode] = process.argv.slice(2);
const longest = mode === "timed" ? watchStatements() : { take: () => 0 };
const eventLoop = monitorEventLoopDelay({ resolution: 1 });
eventLoop.enable();

const firstDay = Date.parse(`${benchDay}T00:00:00Z`);
const dayLength = 24 * 60 * 60 * 1000;
let days = 0;
const today = () => new Date(firstDay + days * dayLength).toISOString().slice(0, 10);
const now = () => new Date(firstDay + days * dayLength).toISOString();
/** Sessions go by the wall clock: a day that is put on must not end them. */
const wallClock = () => new Date().toISOString();

const store = await openStore({ engine: "sqlite", file, now, migrate: false });
const app = await buildApp({
  store,
  build: "bench",
  kind: "production",
  now: wallClock,
  today,
  webRoot: null,
  // Logged as it would be; of its lines only what goes wrong is told.
  isLogged: true,
  writeLog: (line) => {
    if (/"level":"(error|fatal)"/.test(line)) process.stderr.write(line);
  },
});
const headers = await signIn(store, { key: "bench", role: "leader", departments: [], now: wallClock() });
const address = await app.listen({ host: "127.0.0.1", port: 0 });

answerQuestions({
  door: () => ({ port: Number(new URL(address).port), headers }),
  cpu: () => process.cpuUsage().user + process.cpuUsage().system,
  tomorrow: () => {
    days += 1;
  },
  clerk: (department) =>
    signIn(store, { key: `clerk-${department}`, role: "reporter", departments: [department], now: wallClock() }),
  leader: (name) => signIn(store, { key: `leader-${name}`, role: "leader", departments: [], now: wallClock() }),
  // Of Linux in KB.
  memory: () => process.resourceUsage().maxRSS / 1024,
  raise: () =>
    inTransaction(store, async (transaction) => {
      const revision = await nextRevision(transaction, "bench", now());
      const said = { at: now(), actor: "bench", actorRole: "system", action: "bench", entity: "bench" } as const;
      await insertAuditRow(transaction, { revision, ...said, payload: {} });
    }),
  longest: () => {
    const held = { statement: longest.take(), eventLoop: eventLoop.max / 1e6 };
    eventLoop.reset();
    return held;
  },
});
