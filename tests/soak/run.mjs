/**
 * `npm run soak` runs all harnesses at their full sizes; `npm run soak -- R1 S8` those of some promises, or by a part of
 * their file's name. SOAK_SIZE=0.01 runs a hundredth, SOAK_SEED draws the same again.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const harnesses = readdirSync(folder).filter((name) => name.endsWith(".soak.ts"));
const asked = process.argv.slice(2);
const isPromise = (word) => /^[RS]\d+$/.test(word);
const answering = (word) =>
  harnesses.filter((name) => (isPromise(word) ? name.startsWith(`${word}-`) : name.includes(word)));

const unknown = asked.filter((word) => answering(word).length === 0);
if (unknown.length > 0) {
  console.error(`no harness of ${unknown.join(", ")}; there are: ${harnesses.join(", ")}`);
  process.exit(1);
}
const chosen = asked.length === 0 ? harnesses : [...new Set(asked.flatMap(answering))];
const vitest = join(folder, "..", "..", "node_modules", ".bin", "vitest");
const { status } = spawnSync(
  vitest,
  ["run", "--config", join(folder, "vitest.config.ts"), ...chosen.map((name) => `tests/soak/${name}`)],
  { cwd: join(folder, "..", ".."), stdio: "inherit" },
);
process.exit(status ?? 1);
