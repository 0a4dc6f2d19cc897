import { type Static, Type } from "typebox";
import { Figure, Horizon, Key, Month, nullable, oneOf, Text } from "./common.ts";
import { PlanSummary, PlanTarget, Reconciliation } from "./plans.ts";
import { TrendPoint } from "./subject.ts";

const strict = { additionalProperties: false };
const Typed = Type.String({ minLength: 1, maxLength: 40, description: "A decimal text in the target's unit." });

export const TargetParams = Type.Object(
  { plan: Key, target: Type.String({ minLength: 1, maxLength: 200, description: "measure.reading.horizon" }) },
  strict,
);

const asked = {
  from: Type.String({ maxLength: 10, description: "The first month that is judged by the new value, YYYY-MM." }),
  value: Typed,
  stretch: Type.Optional(Typed),
};
export const RevisionQuery = Type.Object(asked, strict);

/** A new value of a target, why, and by which document. */
export const RevisionWriting = Type.Object(
  {
    ...asked,
    reason: Type.String({ maxLength: 1000 }),
    document: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: "RevisionWriting", ...strict },
);

/** What was written; a second try under the same key is answered the same. */
export const RevisionWritten = Type.Object(
  { target: Type.String(), from: Month, revision: Type.Integer(), isRepeated: Type.Boolean() },
  { $id: "RevisionWritten" },
);

/** A value as it was entered, by whom; the first is the document's own. */
export const EnteredRevision = Type.Object(
  {
    from: Month,
    text: Text,
    value: Figure,
    reason: nullable(Type.String()),
    document: nullable(Type.String()),
    at: Type.String(),
    by: nullable(Type.String({ description: "Null for the document's own value." })),
    revision: Type.Integer(),
  },
  { $id: "EnteredRevision" },
);

/** A target with every value that it was ever given, in the order of entry, and what a new one may be. */
export const TargetRevisions = Type.Object(
  {
    plan: PlanSummary,
    target: PlanTarget,
    subjectName: Text,
    month: Month,
    revisions: Type.Array(EnteredRevision),
    decimals: Type.Integer({ description: "With how many decimals a value may be written." }),
    first: Month,
    last: nullable(Month),
  },
  { $id: "TargetRevisions" },
);

/** A month of a target by the values as they are, and with the new one. */
export const RevisionMonth = Type.Object(
  {
    month: Month,
    /** The edition of a month that is closed: it is not changed. */
    edition: nullable(Type.Integer()),
    before: TrendPoint,
    after: TrendPoint,
  },
  { $id: "RevisionMonth" },
);

/** A target that the new value concerns: itself, a headline made of it, or one whose way leads through it. */
export const ConcernedTarget = Type.Object(
  {
    target: Type.String(),
    subject: Key,
    subjectName: Text,
    name: Text,
    scopeName: nullable(Text),
    horizon: Horizon,
    relation: oneOf(["itself", "whole", "way"], { $id: "RevisionRelation" }),
    before: Text,
    after: Text,
    months: Type.Array(RevisionMonth),
  },
  { $id: "ConcernedTarget" },
);

/** What a new value would move, were it entered now. */
export const RevisionPreview = Type.Object(
  {
    plan: PlanSummary,
    month: Month,
    from: Month,
    targets: Type.Array(ConcernedTarget),
    reconciliations: Type.Array(Type.Object({ before: Reconciliation, after: Reconciliation })),
  },
  { $id: "RevisionPreview" },
);

export type ConcernedTarget = Static<typeof ConcernedTarget>;
export type RevisionPreview = Static<typeof RevisionPreview>;
export type RevisionQuery = Static<typeof RevisionQuery>;
export type TargetRevisions = Static<typeof TargetRevisions>;
