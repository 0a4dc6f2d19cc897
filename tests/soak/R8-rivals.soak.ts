/** Rival writers and reviewers at their full size: 64 of each for ten minutes (TRUST R8). */
import { expect } from "vitest";
import { letRivalsMeet } from "../rivals/rivals.ts";
import { soak } from "./harness.ts";

const what = "64 clerks and 64 reviewers want the same paper";

soak({ promise: "R8", what, full: 600, unit: "seconds", isDrawn: false }, async ({ size }) => {
  const { rounds, kept, accepted, returned } = await letRivalsMeet({ seconds: size });
  expect([rounds > 1, accepted + returned]).toEqual([true, rounds]);
  return `nothing overwritten unseen: ${rounds} rounds, ${kept} lines kept, one decision each`;
});
