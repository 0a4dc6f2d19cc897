/** How a recorded submission stands, for the workflow to decide on. */
import type { RecordedSubmission } from "@beizeng/db";
import { submissionStateWords } from "../domain/words.ts";
import type { MoveRefusal, SubmissionStanding } from "../domain/workflow.ts";
import { stateOf } from "../plans/submission-state.ts";
import { refuse } from "../problems.ts";

/** A submission as far as its moves go. */
export function standingOf(submission: RecordedSubmission): SubmissionStanding {
  const { department, moves } = submission;
  const submittedBy = moves.findLast(({ move }) => move === "submit")?.actor ?? null;
  return { state: stateOf(submission), department, submittedBy };
}

/** The refusal of a move, naming what stands in its way. */
export function moveRefused(reason: MoveRefusal, { state, department }: SubmissionStanding) {
  if (reason === "not-from-this-state") return refuse({ code: reason, allowed: submissionStateWords[state] });
  return refuse({ code: reason, value: department, ...(reason === "reason-missing" ? { field: "reason" } : {}) });
}
