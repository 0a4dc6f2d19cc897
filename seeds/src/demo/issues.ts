/** The briefings that an office issued (印发), each of an edition that was closed by then. */
import type { ExpandedPlan } from "../expanded-plan.ts";
import { instantOf } from "./office-hours.ts";
import { reviewerOf } from "./people.ts";
import type { Step } from "./script.ts";
import type { Scenario } from "./story.ts";

/** Minutes after nine. */
const issuingMinute = 80;

/** The steps of a plan's briefings, in no order. */
export const issues = (plan: ExpandedPlan, { briefings = [] }: Scenario): Step[] =>
  briefings.map(({ month, horizon, edition, on }) => ({
    ...{ kind: "issue", at: instantOf(on, issuingMinute), actor: reviewerOf(plan), plan: plan.id },
    ...{ slip: `${plan.id}/briefing/${month}`, period: month, horizon, edition },
  }));
