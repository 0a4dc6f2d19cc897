/** Kills and retries at their full size (TRUST R3). */
import { killAndRetry } from "../faults/kill-and-retry.ts";
import { soak } from "./harness.ts";

/** Kills that one ledger sees. */
const together = 100;

soak({ promise: "R3", what: "kill, then retry", full: 10_000, unit: "kills" }, async ({ size, seed }) => {
  let keptUntold = 0;
  for (let done = 0; done < size; done += together) {
    const kills = Math.min(together, size - done);
    keptUntold += (await killAndRetry({ kills, seed: seed + done / together })).keptUntold;
  }
  return `nothing lost, doubled or half; ${keptUntold} kept before they were told`;
});
