import type { RecordedSubmission } from "@beizeng/db";
import type { SubmissionState } from "@beizeng/db/vocabulary";

/** Where a submission's last move led; `open` without any. */
export function stateOf({ moves }: Pick<RecordedSubmission, "moves">): SubmissionState {
  return moves.at(-1)?.toState ?? "open";
}
