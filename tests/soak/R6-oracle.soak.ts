/** TRUST R6 at full size: the core against the oracle, exactly and in every field. */
import { judgeAlike } from "../helpers/oracle/agreement.ts";
import { addUpAlike, rankAlike } from "../helpers/oracle/agreement-of-departments.ts";
import { soak } from "./harness.ts";

soak(
  { promise: "R6", what: "drawn plans against the oracle", full: 1_000_000, unit: "plans" },
  async ({ size, seed }) => {
    judgeAlike({ runs: size, seed });
    return "every field equal, as fractions";
  },
);

soak(
  { promise: "R6", what: "drawn units and headlines against the oracle", full: 100_000, unit: "sets of units" },
  async ({ size, seed }) => {
    rankAlike({ runs: size, seed });
    addUpAlike({ runs: size, seed });
    return "figures, ranks and sums equal, as fractions";
  },
);
