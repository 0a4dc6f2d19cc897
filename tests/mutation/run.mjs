/**
 * `npm run mutants`: small faults put into the code one by one, each of which a test must find. `npm run mutants -- ledger`
 * for another group, with files after it for those alone. Half an hour for the core; nothing of `npm test`. What lives is
 * written into survivors.md.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root } from "../../server/bin/install.mjs";
import { groups } from "./groups.mjs";
import { writeSurvivors } from "./write-survivors.mjs";

ensureInstalled();
const [group = "domain", ...files] = process.argv.slice(2);
if (!(group in groups)) {
  console.error(`unknown group ${group}; known: ${Object.keys(groups).join(", ")}`);
  process.exit(1);
}
mkdirSync(join(root, "node_modules/.cache/mutants"), { recursive: true });
const { status } = spawnSync(
  join(root, "node_modules/.bin/stryker"),
  ["run", "tests/mutation/stryker.config.mjs", ...(files.length > 0 ? ["--mutate", files.join(",")] : [])],
  { cwd: root, stdio: "inherit", env: { ...process.env, MUTANTS_GROUP: group } },
);
// A part of a group says nothing of the whole.
if (status === 0 && files.length === 0) {
  writeSurvivors(group, join(root, `node_modules/.cache/mutants/${group}-report.json`));
}
process.exit(status ?? 1);
