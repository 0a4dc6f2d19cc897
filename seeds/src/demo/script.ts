/** Everything that is done in the demonstration's four years, in the order in which it is done. */

import type { Basis } from "@beizeng/db/vocabulary";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import type { AddAppraisalRule } from "@beizeng/server/actions/set-appraisal.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import type { ExpandedPlan } from "../expanded-plan.ts";
import { afterthoughts } from "./afterthoughts.ts";
import { appraisalSteps } from "./appraisal-story.ts";
import { baseReports } from "./base-reports.ts";
import { demonstrationDay } from "./clock.ts";
import { closings } from "./closings.ts";
import { inventSeries } from "./invented-series.ts";
import { issues } from "./issues.ts";
import { noteSteps } from "./note-steps.ts";
import { instantOf } from "./office-hours.ts";
import { periodsOf } from "./periods.ts";
import { regularReports } from "./regular-reports.ts";
import type { Scenario } from "./story.ts";

/** What a department hands in. */
type Paper = {
  readonly plan: string;
  readonly department: string;
  readonly period: Month;
  readonly lines: readonly ReportLine[];
};

/** One deed: who does what at which instant (ISO UTC). `slip` names a paper or a note within the script. */
export type Step = { readonly at: string; readonly actor: Actor } & (
  | ({ readonly kind: "submit"; readonly slip: string; readonly basis: Basis } & Paper)
  | ({ readonly kind: "correct"; readonly slip: string; readonly reason: string } & Paper)
  | { readonly kind: "accept"; readonly slip: string }
  | { readonly kind: "return"; readonly slip: string; readonly reason: string }
  | { readonly kind: "close"; readonly plan: string; readonly period: Month; readonly reason: string | null }
  | { readonly kind: "ask-reopening"; readonly plan: string; readonly period: Month; readonly reason: string }
  | { readonly kind: "reopen"; readonly plan: string; readonly period: Month }
  | {
      readonly kind: "extend";
      readonly plan: string;
      readonly department: string;
      readonly period: Month;
      readonly until: string;
      readonly reason: string;
    }
  | {
      readonly kind: "revise";
      readonly plan: string;
      readonly target: string;
      readonly from: Month;
      readonly value: string;
      readonly reason: string;
      readonly document: string;
    }
  | {
      readonly kind: "set-appraisal";
      readonly plan: string;
      readonly rule: Pick<AddAppraisalRule, "from" | "subject" | "units" | "indicators" | "reason" | "document">;
    }
  | {
      readonly kind: "note";
      readonly slip: string;
      readonly plan: string;
      readonly period: Month;
      readonly subject: string | null;
      readonly text: string;
    }
  | {
      readonly kind: "issue";
      readonly slip: string;
      readonly plan: string;
      readonly period: Month;
      readonly horizon: string;
      readonly edition: number;
    }
  | {
      readonly kind: "note-step";
      readonly slip: string;
      readonly plan: string;
      readonly step: "answer" | "settle";
      readonly text: string | null;
    }
);

/** The steps of all plans that have a story, by instant; what would come after the demonstration's day is not yet done. */
export function writeScript(plans: readonly ExpandedPlan[], scenarios: readonly Scenario[]): Step[] {
  const end = instantOf(demonstrationDay, 540);
  return plans
    .flatMap((plan) => {
      const scenario = scenarios.find((one) => one.plan === plan.id);
      return scenario === undefined ? [] : stepsOf(plan, scenario);
    })
    .filter((step) => step.at <= end)
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

function stepsOf(plan: ExpandedPlan, scenario: Scenario): Step[] {
  const periods = periodsOf(plan);
  const invented = inventSeries(plan, scenario, periods);
  return [
    ...baseReports(plan, invented),
    ...regularReports(plan, scenario, invented, periods),
    ...afterthoughts(plan, scenario, invented, periods),
    ...closings(plan, scenario, periods),
    ...noteSteps(plan, scenario),
    ...issues(plan, scenario),
    ...appraisalSteps(plan, scenario.appraisal),
  ];
}
