/** Roll-ups, departments and their ranks against the oracle; the full size is `npm run soak -- R6`. */
import { it } from "vitest";
import { addUpAlike, rankAlike } from "../helpers/oracle/agreement-of-departments.ts";

const seed = Date.now() % 2 ** 31;
const runs = 500;

it(`departments have the oracle's figures and ranks in every view for ${runs} drawn sets of units (seed ${seed})`, () => {
  rankAlike({ runs, seed });
}, 60_000);

it(`adds up the parts of ${runs} drawn headlines (seed ${seed}) as the oracle does`, () => {
  addUpAlike({ runs, seed });
}, 60_000);
