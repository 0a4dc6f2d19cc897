/** The workflow cannot be cheated: random tries of everybody on everything, in the application and in a model. TRUST R7. */
import { expect, test } from "vitest";
import { everyCell, runModel } from "./run-model.ts";

const seed = Number(process.env.WORKFLOW_SEED ?? Date.now());

test(`25,000 tries (seed ${seed}) answer as the rules say, in every state, role and move, and leave the ledger they should`, async () => {
  expect(await runModel({ runs: 10, steps: 2500, seed })).toEqual(everyCell());
}, 300_000);
