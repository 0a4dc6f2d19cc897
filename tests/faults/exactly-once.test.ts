/** A paper is handed in exactly once, whenever the process is killed and however often it is sent again. TRUST R3. */
import { expect, test } from "vitest";
import { killAndRetry } from "./kill-and-retry.ts";

const seed = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31);

test(`100 kills (seed ${seed}): every answer comes again, nothing is lost, doubled or half`, async () => {
  const { papers, keptUntold } = await killAndRetry({ kills: 100, seed });
  expect(papers).toBe(800);
  // The case that matters: kept, and the answer never came.
  expect(keptUntold).toBeGreaterThan(0);
}, 600_000);
