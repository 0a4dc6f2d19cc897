/**
 * `npm start` (demo) and `npm run serve` (production): installs, builds pages and server if stale, makes the workspace
 * if absent, and serves. Each step says what it does and takes no time when it has nothing to do.
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

/** True when the built file is absent or older than what it is made of; all paths from the root. */
function isStale(built, sources) {
  const file = join(root, built);
  return (
    !existsSync(file) || statSync(file).mtimeMs < Math.max(...sources.map((path) => newestChange(join(root, path))))
  );
}

function buildPagesIfStale() {
  if (!isStale("web/dist/index.html", ["web/src", "web/index.html", "web/vite.config.ts", "web/package.json"])) return;
  console.log("正在生成页面…  Building the pages …");
  const { status } = spawnSync("npm", ["run", "build", "-w", "web", "--silent"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) refuse("页面未能生成，原因见上。The pages could not be built; the reason stands above.");
}

async function buildServerIfStale() {
  const sources = ["db/src", "server/src", "seeds/src", "server/bin/bundle.mjs", "package-lock.json"];
  if (!isStale("server/dist/serve.mjs", sources)) return;
  console.log("正在生成服务程序…  Building the server …");
  const { bundleServer } = await import("./bundle.mjs");
  await bundleServer();
}

ensureInstalled();
buildPagesIfStale();
await buildServerIfStale();
// Faults are told by the lines of the source.
process.setSourceMapsEnabled(true);
// One process for all that follows: what the workspace needs is loaded once, and a signal reaches who serves.
await import("../dist/prepare.mjs");
if (process.exitCode === undefined) await import("../dist/serve.mjs");
