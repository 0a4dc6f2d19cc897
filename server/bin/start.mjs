/**
 * `npm start` (demo) and `npm run serve` (production): installs, builds the pages if stale, makes the workspace if
 * absent, and serves. Each step says what it does and takes no time when it has nothing to do.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, refuse, root } from "./install.mjs";

const mode = process.argv[2];
if (mode !== "demo" && mode !== "serve") refuse("usage: start.mjs demo|serve");

/** The newest change below a folder or of a file, as milliseconds. */
function newestChange(path) {
  const { isDirectory, mtimeMs } = { isDirectory: statSync(path).isDirectory(), mtimeMs: statSync(path).mtimeMs };
  if (!isDirectory) return mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), mtimeMs);
}

function buildPagesIfStale() {
  const built = join(root, "web", "dist", "index.html");
  const sources = ["src", "index.html", "vite.config.ts", "package.json"].map((name) => join(root, "web", name));
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources.map(newestChange))) return;
  console.log("正在生成页面…  Building the pages …");
  const { status } = spawnSync("npm", ["run", "build", "--silent"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) refuse("页面未能生成，原因见上。The pages could not be built; the reason stands above.");
}

ensureInstalled();
buildPagesIfStale();
// One process for all that follows: what the workspace needs is loaded once, and a signal reaches who serves.
const { register } = await import("tsx/esm/api");
register();
await import("../../seeds/src/prepare-workspace.ts");
if (process.exitCode === undefined) await import("../src/main.ts");
