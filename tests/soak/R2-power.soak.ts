/** What a power loss leaves, at its full size (TRUST R2). */
import { expect } from "vitest";
import { countSyncs } from "../faults/counted-syncs.ts";
import { openDamaged } from "../faults/damaged-images.ts";
import { historyLength, recordHistory } from "../faults/recorded-history.ts";
import { soak } from "./harness.ts";

soak({ promise: "R2", what: "damaged images of the log", full: 100_000, unit: "images" }, async ({ size, seed }) => {
  const { powerLosses, shortened } = await openDamaged(await recordHistory(historyLength), { images: size, seed });
  return `none corrupt, none half; all ${powerLosses} power losses kept what was acknowledged, ${shortened} of ${size - powerLosses} broken disks lost the log's end`;
});

const traced = { full: 800, unit: "papers", isDrawn: false };
soak({ promise: "R2", what: "syncs of the log, by strace", ...traced }, async ({ size }) => {
  const { commits, syncs } = await countSyncs(size);
  expect(commits).toBeGreaterThanOrEqual(3 * size);
  expect(syncs).toBeGreaterThanOrEqual(commits);
  return `${syncs} syncs for ${commits} commits`;
});
