import { type Static, Type } from "typebox";
import { Assessment } from "./assessment.ts";
import { Basis, Figure, Key, Month, nullable, oneOf, Punctuality, SubmissionState, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { MonthState } from "./reviews.ts";

/** A closed state of a month, quoted by its number and hash. */
export const Edition = Type.Object(
  {
    edition: Type.Integer(),
    hash: Type.String({ description: "SHA-256 of what was known at the closing, in hexadecimal." }),
    closedAt: Type.String(),
    closedBy: Type.String(),
    reason: nullable(Type.String()),
    revision: Type.Integer(),
    /** The reopening after which it is no longer the month's last word: who asked, why, who granted it and when. */
    reopened: nullable(
      Type.Object({
        askedBy: Type.String(),
        reason: Type.String(),
        grantedBy: Type.String(),
        grantedAt: Type.String(),
      }),
    ),
  },
  { $id: "Edition" },
);

/** A unit's report of a month, where it is, and whether it came in time. */
export const MonthPaper = Type.Object(
  {
    department: Key,
    name: Text,
    state: SubmissionState,
    punctuality: Punctuality,
    dueOn: Type.String(),
    submission: nullable(Type.String({ description: "Its number; null where nothing was handed in." })),
    isReport: Type.Boolean({ description: "False for a correction or a confirmation that waits for review." }),
  },
  { $id: "MonthPaper" },
);

/** A later due day that was granted. */
export const Extension = Type.Object(
  {
    period: Month,
    department: nullable(Key),
    name: nullable(Text),
    dueOn: Type.String(),
    reason: Type.String(),
    grantedBy: Type.String(),
    grantedAt: Type.String(),
  },
  { $id: "Extension" },
);

/** A period of a plan: whether it is closed, who has reported, its editions, newest first. */
export const PlanMonth = Type.Object(
  {
    month: Month,
    state: MonthState,
    dueOn: Type.String(),
    isEnded: Type.Boolean(),
    units: Type.Integer(),
    submitted: Type.Integer(),
    accepted: Type.Integer(),
    undone: Type.Array(MonthPaper),
    editions: Type.Array(Edition),
    reopening: nullable(
      Type.Object({
        askedBy: Type.String(),
        askedAt: Type.String(),
        reason: Type.String(),
        isOwn: Type.Boolean({ description: "True when whoever asks for this answer asked for the reopening." }),
      }),
    ),
    extensions: Type.Array(Extension),
  },
  { $id: "PlanMonth" },
);

/** The periods of a plan, newest first. */
export const Months = Type.Object(
  {
    plan: PlanSummary,
    months: Type.Array(PlanMonth),
    units: Type.Array(Type.Object({ department: Key, name: Text })),
    isSecondPersonThere: Type.Boolean({ description: "True when two people or more may grant a reopening." }),
  },
  { $id: "Months" },
);

/** A figure that was corrected after an edition (更正). */
export const LaterCorrection = Type.Object(
  {
    measure: Type.String(),
    subject: Text,
    name: Text,
    basis: Basis,
    month: Month,
    field: Type.String(),
    former: Figure,
    now: Figure,
    unit: Text,
  },
  { $id: "LaterCorrection" },
);

/** An edition with the figures as of it. */
export const EditionFigures = Type.Object(
  {
    plan: PlanSummary,
    month: Month,
    edition: Edition,
    isWhole: Type.Boolean({ description: "True when the hash computed anew is the edition's." }),
    subjects: Type.Array(SubjectSummary),
    assessments: Type.Array(Assessment),
    corrections: Type.Array(LaterCorrection),
  },
  { $id: "EditionFigures" },
);

/** A step of a month that was taken. */
export const MonthMoved = Type.Object(
  { month: Month, state: MonthState, edition: Type.Integer(), hash: nullable(Type.String()) },
  { $id: "MonthMoved" },
);

const strict = { additionalProperties: false };
const Reason = Type.String({ maxLength: 1000 });
export const MonthParams = Type.Object({ plan: Key, month: Month }, strict);
export const EditionParams = Type.Object(
  { plan: Key, month: Month, edition: Type.String({ pattern: "^[1-9][0-9]{0,5}$" }) },
  strict,
);
export const EditionQuery = Type.Object({ basis: Type.Optional(Basis) }, strict);
export const MonthClosing = Type.Object({ reason: Type.Optional(Reason) }, { $id: "MonthClosing", ...strict });
export const ReopeningAsked = Type.Object({ reason: Reason }, { $id: "ReopeningAsked", ...strict });
export const ReopeningDecision = Type.Object(
  { decision: oneOf(["grant", "keep"], { $id: "ReopeningWord" }), reason: Type.Optional(Reason) },
  { $id: "ReopeningDecision", ...strict },
);
export const ExtensionGrant = Type.Object(
  {
    period: Month,
    department: Type.Optional(Key),
    dueOn: Type.String({ maxLength: 10, description: "A day, YYYY-MM-DD." }),
    reason: Reason,
  },
  { $id: "ExtensionGrant", ...strict },
);
export const Extended = Type.Object({ period: Month, dueOn: Type.String() }, { $id: "Extended" });

export type EditionFigures = Static<typeof EditionFigures>;
export type Months = Static<typeof Months>;
export type PlanMonth = Static<typeof PlanMonth>;
