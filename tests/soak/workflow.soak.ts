/** The workflow at its full size: a million tries (TRUST R7). WORKFLOW_SEED draws the same ones again. */
import { expect, test } from "vitest";
import { everyCell, runModel } from "../workflow/run-model.ts";

const seed = Number(process.env.WORKFLOW_SEED ?? Date.now());

test(`a million tries (seed ${seed}) answer as the rules say`, async () => {
  expect(await runModel({ runs: 200, steps: 5000, seed })).toEqual(everyCell());
}, 14_400_000);
