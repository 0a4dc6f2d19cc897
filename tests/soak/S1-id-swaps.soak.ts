/** Swapped ids at their full size (TRUST S1). */
import { expect } from "vitest";
import { swapIds } from "../id-swaps/swap-ids.ts";
import { soak } from "./harness.ts";

for (const differing of ["everything", "drafts"] as const) {
  const what = `swapped ids, two ledgers that differ in ${differing}`;
  soak({ promise: "S1", what, full: 25_000, unit: "swaps" }, async ({ size, seed }) => {
    const { refused, answered, faults } = await swapIds({ swaps: size, seed, differing });
    expect(faults).toEqual([]);
    expect(refused + answered).toBe(size);
    expect(refused).toBeGreaterThan(0.4 * size);
    expect(answered).toBeGreaterThan(0.04 * size);
    return `nothing leaked or written: ${refused} refused, ${answered} answered alike`;
  });
}
