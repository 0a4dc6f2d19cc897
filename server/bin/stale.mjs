/** Which built files are older than what they are made of. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

/** What is built: the file that stands for all of it, and what it is made of, from the root. */
export const builds = {
  pages: {
    built: "web/dist/index.html",
    sources: ["web/src", "web/index.html", "web/vite.config.ts", "web/package.json"],
  },
  server: {
    built: "server/dist/serve.mjs",
    sources: ["db/src", "server/src", "seeds/src", "server/bin/bundle.mjs", "package-lock.json"],
  },
};

/**
 * The newest change below a folder or of a file, as milliseconds.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const { isDirectory, mtimeMs } = { isDirectory: statSync(path).isDirectory(), mtimeMs: statSync(path).mtimeMs };
  if (!isDirectory) return mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), mtimeMs);
}

/**
 * How a built file stands to its sources; where those are not there, as in a release, it cannot be stale.
 * @param {{ built: string, sources: string[] }} build
 * @param {string} [folder]
 * @returns {"absent" | "stale" | "fresh"}
 */
export function standingOf({ built, sources }, folder = root) {
  const file = join(folder, built);
  if (!existsSync(file)) return "absent";
  const there = sources.map((path) => join(folder, path)).filter((path) => existsSync(path));
  return statSync(file).mtimeMs < Math.max(0, ...there.map(newestChange)) ? "stale" : "fresh";
}
