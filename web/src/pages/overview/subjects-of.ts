import type { Assessment, Progress, SubjectProgress } from "../../api/types.ts";

/** A target's assessment together with the subject that it belongs to. */
export interface Judged {
  readonly subject: SubjectProgress["subject"];
  readonly assessment: Assessment;
}

/** Every assessment of a progress by the key of its target. */
export function judgedByTarget({ headline, chains, tasks }: Progress): Map<string, Judged> {
  const subjects = [...headline, ...chains, ...tasks];
  return new Map(
    subjects.flatMap(({ subject, assessments }) =>
      assessments.map((assessment): [string, Judged] => [assessment.target, { subject, assessment }]),
    ),
  );
}
