/** TRUST R6 at full size: a thousand drawn plans through all their files; `npm run soak -- R6`. */
import { expect } from "vitest";
import { faultsOfDrawn } from "../helpers/briefing/checked-plans.ts";
import { soak } from "./harness.ts";

const atOnce = 20;

soak(
  { promise: "R6", what: "drawn plans through all their files", full: 1000, unit: "plans" },
  async ({ size, seed }) => {
    const first = seed % 600_000;
    for (let from = 0; from < size; from += atOnce) {
      const seeds = Array.from({ length: Math.min(atOnce, size - from) }, (_, index) => first + from + index);
      expect(await faultsOfDrawn(seeds)).toEqual([]);
    }
    return "the files say what the answer says";
  },
);
