import { submissionMoves } from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import type { FindingCode } from "../domain/check-list.ts";
import { monthStates } from "../domain/months.ts";
import { Basis, Figure, Key, Light, Month, Nature, nullable, oneOf, Role, SubmissionState, Text } from "./common.ts";
import { EvidenceFile, FigureField, Severity, SubmissionKind } from "./paper.ts";

const findingCodes = [
  "negative",
  "not-done-or-not",
  "cumulative-falls",
  "cumulative-above-next",
  "exits-beyond-stock",
  "jump",
  "unchanged",
  "above-target",
  "differs-from-department",
] as const satisfies readonly FindingCode[];

export const SubmissionMove = oneOf(submissionMoves, { $id: "SubmissionMove" });
export const MonthState = oneOf(monthStates, { $id: "MonthState" });
const Instant = Type.String({ description: "An instant, ISO UTC." });
const SubmissionId = Type.String({ pattern: "^[1-9][0-9]{0,14}$", description: "The submission's number." });

/** What the checks say of a figure. */
export const Finding = Type.Object(
  {
    code: oneOf(findingCodes, { $id: "FindingCode" }),
    severity: Severity,
    field: FigureField,
    text: Text,
  },
  { $id: "Finding" },
);

/** A submission that waits for review, with what is unusual about it. */
export const ReviewItem = Type.Object(
  {
    submission: SubmissionId,
    plan: Key,
    planTitle: Text,
    place: Text,
    department: Key,
    departmentName: Text,
    period: Month,
    kind: SubmissionKind,
    basis: Basis,
    round: Type.Integer(),
    submittedBy: Type.String(),
    submittedAt: Instant,
    dueOn: nullable(Type.String({ description: "A report's due day; null for what no calendar asks for." })),
    isLate: Type.Boolean(),
    lines: Type.Integer(),
    findings: Type.Array(Type.Object({ measure: Type.String(), name: Text, finding: Finding })),
    jumps: Type.Integer(),
    isCorrection: Type.Boolean({ description: "True when it takes the place of accepted figures." }),
    isClosed: Type.Boolean({ description: "True when the month is closed, so that nothing can be decided." }),
    isPlain: Type.Boolean({ description: "True when nothing marks it and it can be accepted with others." }),
  },
  { $id: "ReviewItem" },
);

/** All submissions of all plans that wait for review: what is unusual first, then by due day. */
export const ReviewQueue = Type.Object({ items: Type.Array(ReviewItem) }, { $id: "ReviewQueue" });

/** How a target stands before and after a submission is accepted. */
export const TargetMove = Type.Object(
  {
    target: Type.String(),
    subject: Text,
    horizon: Type.String(),
    text: Text,
    before: Type.Object({ achieved: Text, completion: Figure, light: nullable(Light) }),
    after: Type.Object({ achieved: Text, completion: Figure, light: nullable(Light) }),
  },
  { $id: "TargetMove" },
);

/** One measure of a submission beside what was accepted before. */
export const SubmittedLine = Type.Object(
  {
    measure: Type.String(),
    nature: Nature,
    subject: Text,
    name: Text,
    scopeName: nullable(Text),
    unit: Text,
    lastMonth: nullable(Month),
    quantities: Type.Array(
      Type.Object({
        field: FigureField,
        last: Figure,
        /** The accepted value of the same month, which a correction takes the place of. */
        standing: Figure,
        submitted: Figure,
        change: Figure,
      }),
    ),
    doneOn: nullable(Type.String()),
    isUnchanged: Type.Boolean(),
    note: nullable(Type.String()),
    reason: nullable(Type.String({ description: "The reporter's word on what the checks found." })),
    findings: Type.Array(Finding),
    evidence: Type.Array(EvidenceFile),
    returned: nullable(Type.String({ description: "What was to be mended at the last return." })),
    targets: Type.Array(TargetMove),
  },
  { $id: "SubmittedLine" },
);

export const SubmissionStep = Type.Object(
  {
    move: SubmissionMove,
    by: Type.String(),
    role: Role,
    at: Instant,
    reason: nullable(Type.String()),
    lines: Type.Array(Type.Object({ measure: Type.String(), name: Text, reason: Type.String() })),
  },
  { $id: "SubmissionStep" },
);

/** A submission side by side with what was accepted before it. */
export const Submission = Type.Object(
  {
    submission: SubmissionId,
    plan: Key,
    planTitle: Text,
    place: Text,
    department: Key,
    departmentName: Text,
    period: Month,
    kind: SubmissionKind,
    basis: Basis,
    state: SubmissionState,
    round: Type.Integer(),
    dueOn: nullable(Type.String()),
    extension: nullable(Type.String()),
    isLate: Type.Boolean(),
    submittedBy: nullable(Type.String()),
    submittedAt: nullable(Instant),
    reason: nullable(Type.String()),
    monthState: MonthState,
    hindrance: nullable(
      oneOf(["not-your-role", "not-from-this-state", "your-own-submission", "month-closed"], {
        $id: "ReviewHindrance",
        description: "What keeps whoever asks from accepting or returning it now.",
      }),
    ),
    lines: Type.Array(SubmittedLine),
    headlines: Type.Array(TargetMove),
    steps: Type.Array(SubmissionStep),
  },
  { $id: "Submission" },
);

const strict = { additionalProperties: false };
const Reason = Type.String({ minLength: 1, maxLength: 1000 });

export const SubmissionParams = Type.Object({ submission: SubmissionId }, strict);

/** The instant at which the round was handed in that the reviewer has seen: a later one is not decided unseen. */
const seen = Type.String({
  minLength: 24,
  maxLength: 24,
  description: "submittedAt of the submission as it was seen.",
});

/** Accepting what was seen. No route of review takes a figure. */
export const Acceptance = Type.Object({ seen }, { $id: "Acceptance", ...strict });

/** Sending back, as a whole and line by line. */
export const Return = Type.Object(
  {
    seen,
    reason: Reason,
    lines: Type.Optional(
      Type.Array(Type.Object({ measure: Type.String({ minLength: 1, maxLength: 200 }), reason: Reason }, strict), {
        maxItems: 500,
      }),
    ),
  },
  { $id: "Return", ...strict },
);

/** Accepting several submissions that nothing marks, each by itself. */
export const Acceptances = Type.Object(
  {
    submissions: Type.Array(Type.Object({ submission: SubmissionId, seen }, strict), { minItems: 1, maxItems: 200 }),
  },
  { $id: "Acceptances", ...strict },
);

/** What was decided. */
export const Decided = Type.Object(
  { submission: SubmissionId, state: SubmissionState, revision: Type.Integer() },
  { $id: "Decided" },
);

/** Which of several were accepted, and why the others were not. */
export const AcceptedTogether = Type.Object(
  {
    accepted: Type.Array(SubmissionId),
    refused: Type.Array(Type.Object({ submission: SubmissionId, code: Type.String(), message: Text })),
  },
  { $id: "AcceptedTogether" },
);

export type AcceptedTogether = Static<typeof AcceptedTogether>;
export type ReviewItem = Static<typeof ReviewItem>;
export type Submission = Static<typeof Submission>;
export type SubmissionStep = Static<typeof SubmissionStep>;
export type SubmittedLine = Static<typeof SubmittedLine>;
export type TargetMove = Static<typeof TargetMove>;
