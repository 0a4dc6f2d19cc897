/** Kills and retries at their full size: 10,000 (TRUST R3). KILL_SEED begins with the same ones again. */
import { expect, test } from "vitest";
import { killAndRetry } from "../faults/kill-and-retry.ts";

const seed = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31);
const runs = Array.from({ length: 100 }, (_, run) => seed + run);

test.each(runs)(
  "100 kills, seed %i",
  async (own) => {
    expect(await killAndRetry({ kills: 100, seed: own })).toMatchObject({ papers: 800 });
  },
  3_600_000,
);
