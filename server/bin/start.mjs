/**
 * `npm start` (demo) and `npm run serve` (production): installs, builds pages and server if stale, makes the workspace
 * if absent, and serves. Each step says what it does and takes no time when it has nothing to do.
 */
import { spawnSync } from "node:child_process";
import { ensureInstalled, refuse, root } from "./install.mjs";
import { builds, standingOf } from "./stale.mjs";

const mode = process.argv[2];
if (mode !== "demo" && mode !== "serve") refuse("usage: start.mjs demo|serve");

function buildPagesIfStale() {
  if (standingOf(builds.pages) === "fresh") return;
  console.log("正在生成页面…  Building the pages …");
  const { status } = spawnSync("npm", ["run", "build", "-w", "web", "--silent"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) refuse("页面未能生成，原因见上。The pages could not be built; the reason stands above.");
}

async function buildServerIfStale() {
  if (standingOf(builds.server) === "fresh") return;
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
