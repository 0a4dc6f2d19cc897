/** How a recorded submission stands, for the workflow to decide on. */
import type { RecordedSubmission } from "@beizeng/db";
import type { SubmissionState } from "@beizeng/db/vocabulary";
import type { MoveRefusal, SubmissionStanding } from "../domain/workflow.ts";
import { refuse } from "../problems.ts";

/** Where the last move led; `open` without any. */
export function stateOf({ moves }: Pick<RecordedSubmission, "moves">): SubmissionState {
  return moves.at(-1)?.toState ?? "open";
}

/** A submission as far as its moves go. */
export function standingOf(submission: RecordedSubmission): SubmissionStanding {
  const { kind, department, moves } = submission;
  const submittedBy = moves.findLast(({ move }) => move === "submit")?.actor ?? null;
  return { kind, state: stateOf(submission), department, submittedBy };
}

/** The refusal of a move, naming what stands in its way. */
export function moveRefused(reason: MoveRefusal, { state, department }: SubmissionStanding) {
  if (reason === "not-from-this-state") return refuse({ code: reason, value: state });
  return refuse({ code: reason, value: department, ...(reason === "reason-missing" ? { field: "reason" } : {}) });
}
