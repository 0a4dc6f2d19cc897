/** The core against the oracle on drawn plans; the full size is `npm run soak -- R6`. */
import { it } from "vitest";
import { judgeAlike } from "../helpers/oracle/agreement.ts";

const seed = Date.now() % 2 ** 31;
const runs = 5000;

it(`assess agrees with an independent oracle on ${runs} drawn plans (seed ${seed}), in every field`, () => {
  judgeAlike({ runs, seed });
}, 60_000);
