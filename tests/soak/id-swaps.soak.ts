/** Swapped ids at their full size: 50,000 (TRUST S1). SWAP_SEED draws the same ones again. */
import { expect, test } from "vitest";
import { swapIds } from "../id-swaps/swap-ids.ts";

const seed = Number(process.env.SWAP_SEED ?? Date.now() % 2 ** 31);

test.each(["everything", "drafts"] as const)(
  `25,000 swaps (seed ${seed}), two ledgers that differ in %s`,
  async (differing) => {
    const { refused, answered, faults } = await swapIds({ swaps: 25_000, seed, differing });
    expect(faults).toEqual([]);
    expect([refused + answered, refused > 10_000, answered > 1000]).toEqual([25_000, true, true]);
  },
  7_200_000,
);
