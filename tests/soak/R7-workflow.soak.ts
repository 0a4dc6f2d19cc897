/** The workflow at its full size: a million tries (TRUST R7). */
import { expect } from "vitest";
import { everyCell, runModel } from "../workflow/run-model.ts";
import { sized, soak } from "./harness.ts";

/** Tries of one sequence; in fewer than five sequences some cell may not be visited. */
const steps = 5000;
const runs = Math.max(5, sized(200));

const size = { full: 200 * steps, size: runs * steps, unit: "tries" };
soak({ promise: "R7", what: "everybody tries everything", ...size }, async ({ seed }) => {
  expect(await runModel({ runs, steps, seed })).toEqual(everyCell());
  return `all as the rules say; all ${everyCell().length} cells visited`;
});
