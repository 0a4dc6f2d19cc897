/** Does the steps of a script, each by the action that people use. */
import type { Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import { askReopening } from "@beizeng/server/actions/ask-reopening.ts";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { correctObservation } from "@beizeng/server/actions/correct-observation.ts";
import { grantExtension } from "@beizeng/server/actions/grant-extension.ts";
import { reopenMonth } from "@beizeng/server/actions/reopen-month.ts";
import { returnSubmission } from "@beizeng/server/actions/return-submission.ts";
import { reviseTarget } from "@beizeng/server/actions/revise-target.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { Step } from "./script.ts";

/** Does all steps in order; throws at the first that is refused, for then the story is at odds with the rules. */
export async function enterReports(store: Store, steps: readonly Step[]): Promise<void> {
  const submissions = new Map<string, number>();
  for (const step of steps) {
    const answer = await act(store, step, submissions);
    if (!answer.ok) throw new Error(`${step.at} ${step.kind} is refused: ${JSON.stringify([answer.reason, step])}`);
    if ("slip" in step && "submission" in answer.value) submissions.set(step.slip, answer.value.submission);
  }
}

function act(store: Store, step: Step, submissions: ReadonlyMap<string, number>) {
  const { at: now, actor } = step;
  switch (step.kind) {
    case "submit": {
      const { plan, department, period, lines, basis } = step;
      return submitReport(store, { actor, now, plan, department, period, lines, basis });
    }
    case "correct": {
      const { plan, department, period, lines, reason } = step;
      return correctObservation(store, { actor, now, plan, department, period, lines, reason });
    }
    case "accept":
      return acceptSubmission(store, { actor, now, submission: submissionOf(step.slip, submissions) });
    case "return": {
      const submission = submissionOf(step.slip, submissions);
      return returnSubmission(store, { actor, now, submission, reason: step.reason });
    }
    case "close":
      return closeMonth(store, { actor, now, plan: step.plan, month: step.period, reason: step.reason });
    case "ask-reopening":
      return askReopening(store, { actor, now, plan: step.plan, month: step.period, reason: step.reason });
    case "reopen":
      return reopenMonth(store, { actor, now, plan: step.plan, month: step.period, reason: null, isGranted: true });
    case "extend": {
      const { plan, department, period, until, reason } = step;
      return grantExtension(store, { actor, now, plan, department, period, dueOn: until, reason });
    }
    case "revise": {
      const { plan, target, from, value, reason, document } = step;
      return reviseTarget(store, { actor, now, plan, target, from, value, reason, document });
    }
  }
}

function submissionOf(slip: string, submissions: ReadonlyMap<string, number>): number {
  const submission = submissions.get(slip);
  if (submission === undefined) throw new Error(`${slip} was not handed in`);
  return submission;
}
