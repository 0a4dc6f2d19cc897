/** The one file that listens: `main.ts demo|serve`. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Store } from "@beizeng/db";
import { forgetExpired } from "./actions/forget-expired.ts";
import { issueSetUpCode } from "./actions/set-up.ts";
import { buildApp } from "./app.ts";
import { type KeeperLog, startKeeper } from "./backups/keeper.ts";
import { readBackupSettings } from "./backups/settings.ts";
import { completeHeadlines } from "./complete-headlines.ts";
import { readConfig } from "./config.ts";
import { endings, endMilliseconds } from "./ending.ts";
import { instantOn } from "./plans/china-day.ts";
import { sentenceOf } from "./start-problems.ts";
import { version } from "./version.ts";
import { openWorkspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How often it is seen whether a month has begun, and what has served its time. */
const anHour = 60 * 60 * 1000;

/** Until there is an administrator, each start gives a new code for making the first one. */
async function tellSetUpCode(store: Store): Promise<void> {
  const now = new Date().toISOString();
  const code = await issueSetUpCode(store, { now, at: now });
  if (code === null) return;
  console.log(`还没有系统管理员。打开上面的地址，用设置码 ${code} 建立第一个；重启后设置码会更换。`);
  console.log(
    `There is no administrator yet. Open the address above and use the set-up code ${code}; a restart changes it.`,
  );
}

async function serve(): Promise<void> {
  const config = readConfig(process.argv[2], process.env, root);
  const { entrance } = config;
  // What is invented needs no backup.
  const backups = config.kind === "production" ? readBackupSettings(process.env, config.dataDirectory) : null;
  const { store, kind, today } = await openWorkspace(config);
  const webRoot = `${root}web/dist`;
  const now = () => new Date().toISOString();
  const log: KeeperLog = {
    info: (facts, sentence) => app.log.info(facts, sentence),
    error: (facts, sentence) => app.log.error(facts, sentence),
  };
  const keeper = backups && startKeeper({ file: config.file, workspace: kind, settings: backups, now, log });
  const app = await buildApp({
    store,
    build: version,
    kind,
    now,
    today,
    webRoot: existsSync(webRoot) ? webRoot : null,
    isLogged: true,
    entrance,
    metricsToken: config.metricsToken,
    scan: config.scan,
    ...(keeper !== null && { backups: keeper }),
  });
  const address = await app.listen({ host: config.host, port: config.port });
  const shown = entrance.publicUrl === null ? address : `${entrance.publicUrl}（${address}）`;
  console.log(`倍增台账${kind === "demonstration" ? "（演示库 demonstration）" : ""}：${shown}`);

  if (kind === "production") await tellSetUpCode(store);

  const keepHouse = async () => {
    const now = new Date().toISOString();
    await forgetExpired(store, { now, at: instantOn(today(), now) });
    await completeHeadlines(store, today());
  };
  const kept = () => keepHouse().catch((error: unknown) => app.log.error({ err: error }, "keeping house failed"));
  const keeping = setInterval(kept, anHour);
  const firstKept = kept();
  const finish = async () => {
    clearInterval(keeping);
    await Promise.all([keeper?.close(), app.close()]);
    await firstKept;
    await store.close();
  };
  const exit = (code: number) => process.exit(code);
  const { onSignal, onException, onRejection } = endings({
    ...{ finish, log: app.log, exit },
    limitMilliseconds: endMilliseconds,
  });
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  process.on("uncaughtException", onException).on("unhandledRejection", onRejection);
}

try {
  await serve();
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exit(1);
}
