/** The one file that listens: `main.ts demo|serve`. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openStore, StoreProblem } from "@beizeng/db";
import { buildApp } from "./app.ts";
import { ConfigError, readConfig } from "./config.ts";
import { workspaceOf } from "./workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function serve(): Promise<void> {
  const config = readConfig(process.argv[2], process.env, root);
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const now = () => new Date().toISOString();
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
  const store = await openStore({ engine: "sqlite", file: config.file, now, migrate: false });
  const workspace = await workspaceOf(store, config.kind);
  const webRoot = `${root}web/dist`;
  const app = await buildApp({
    store,
    build: String(version),
    kind: workspace.kind,
    today: workspace.today,
    webRoot: existsSync(webRoot) ? webRoot : null,
    isLogged: true,
  });
  const end = async () => {
    await app.close();
    await store.close();
    process.exit(0);
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  const address = await app.listen({ host: config.host, port: config.port });
  console.log(`倍增台账 ${workspace.kind === "demonstration" ? "演示库 demonstration" : "正式库"}：${address}`);
}

try {
  await serve();
} catch (error) {
  const isSaid = error instanceof ConfigError || error instanceof StoreProblem;
  console.error(
    isSaid ? (error instanceof StoreProblem ? `${error.sentence.zh} ${error.sentence.en}` : error.message) : error,
  );
  process.exit(1);
}
