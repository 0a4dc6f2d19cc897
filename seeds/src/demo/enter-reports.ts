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
import { addAppraisalRule } from "@beizeng/server/actions/set-appraisal.ts";
import { stepNote } from "@beizeng/server/actions/step-note.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import { writeNote } from "@beizeng/server/actions/write-note.ts";
import { issueHere } from "@beizeng/server/briefing/issue-here.ts";
import type { Step } from "./script.ts";

/** Does all steps in order; throws at the first that is refused, for then the story is at odds with the rules. */
export async function enterReports(store: Store, steps: readonly Step[]): Promise<void> {
  const submissions = new Map<string, number>();
  const notes = new Map<string, number>();
  for (const step of steps) {
    const answer = await act(store, step, { submissions, notes });
    if (!answer.ok) throw new Error(`${step.at} ${step.kind} is refused: ${JSON.stringify([answer.reason, step])}`);
    if ("slip" in step && "submission" in answer.value) submissions.set(step.slip, answer.value.submission);
    if (step.kind === "note" && "note" in answer.value) notes.set(step.slip, answer.value.note);
  }
}

/** The ids of what the script names by slips. */
interface Known {
  readonly submissions: ReadonlyMap<string, number>;
  readonly notes: ReadonlyMap<string, number>;
}

function act(store: Store, step: Step, { submissions, notes }: Known) {
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
      return acceptSubmission(store, { actor, now, submission: knownIn(submissions, step.slip) });
    case "return": {
      const submission = knownIn(submissions, step.slip);
      return returnSubmission(store, { actor, now, submission, reason: step.reason });
    }
    case "close":
      return closeMonth(store, { actor, now, plan: step.plan, month: step.period, reason: step.reason });
    case "ask-reopening":
      return askReopening(store, { actor, now, plan: step.plan, month: step.period, reason: step.reason });
    case "reopen":
      return reopenMonth(store, { actor, now, plan: step.plan, month: step.period, reason: null, isGranted: true });
    case "note": {
      const { plan, period: month, subject, text } = step;
      return writeNote(store, { actor, now, plan, month, subject, target: null, text });
    }
    case "issue": {
      const { plan, slip: key, period: month, horizon, edition } = step;
      return issueHere(store, { actor, now, plan, key, month, horizon, edition: String(edition) });
    }
    case "note-step": {
      const { plan, slip, step: taken, text } = step;
      return stepNote(store, { actor, now, plan, note: knownIn(notes, slip), step: taken, text });
    }
    case "extend": {
      const { plan, department, period, until, reason } = step;
      return grantExtension(store, { actor, now, plan, department, period, dueOn: until, reason });
    }
    case "set-appraisal": {
      const { plan, rule } = step;
      return addAppraisalRule(store, { actor, now, plan, key: `${plan} appraisal ${rule.from}`, ...rule });
    }
    case "revise": {
      const { plan, target, from, value, reason, document } = step;
      return reviseTarget(store, { actor, now, plan, target, from, value, reason, document });
    }
  }
}

function knownIn(ids: ReadonlyMap<string, number>, slip: string): number {
  const id = ids.get(slip);
  if (id === undefined) throw new Error(`${slip} was not handed in`);
  return id;
}
