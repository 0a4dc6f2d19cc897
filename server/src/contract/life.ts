import { type Static, Type } from "typebox";
import { Basis, Figure, Key, Month, Nature, nullable, oneOf, Role, Text } from "./common.ts";
import { EvidenceFile, SubmissionKind } from "./paper.ts";
import { Finding } from "./reviews.ts";

/** The quantities of a value, as far as the measure has them. */
const Quantities = Type.Object(
  { entries: Figure, exits: Figure, stock: Figure, amount: Figure },
  { $id: "Quantities" },
);

/** Something that was done to a figure: entered, sent back, accepted, or accepted in the place of another (corrected). */
export const LifeEvent = Type.Object(
  {
    event: oneOf(["entered", "returned", "accepted", "corrected"], { $id: "LifeEventKind" }),
    at: Type.String(),
    by: Type.String(),
    role: Role,
    basis: Basis,
    submission: Type.String(),
    kind: SubmissionKind,
    round: Type.Integer(),
    revision: Type.Integer(),
    /** The value as it was entered or accepted; null for what was sent back. */
    value: nullable(Quantities),
    /** What stood before a correction. */
    former: nullable(Quantities),
    doneOn: nullable(Type.String()),
    isUnchanged: Type.Boolean(),
    /** What the checks found in what was entered, by what was known then. */
    findings: Type.Array(Finding),
    /** The reporter's word on that, or why the line was sent back. */
    word: nullable(Type.String()),
    /** Why the paper was sent back, or is a correction. */
    reason: nullable(Type.String()),
    note: nullable(Type.String()),
    evidence: Type.Array(EvidenceFile),
  },
  { $id: "LifeEvent" },
);

/** The life of a figure, oldest first. */
export const Life = Type.Object(
  {
    plan: Key,
    planTitle: Text,
    measure: Type.String(),
    nature: Nature,
    subject: Key,
    subjectName: Text,
    name: Text,
    scopeName: nullable(Text),
    unit: Text,
    department: Key,
    departmentName: Text,
    month: Month,
    mayReadPapers: Type.Boolean({ description: "True when whoever asks may open the papers and their evidence." }),
    events: Type.Array(LifeEvent),
  },
  { $id: "Life" },
);

const strict = { additionalProperties: false };
export const LifeParams = Type.Object({ plan: Key, measure: Type.String({ minLength: 1, maxLength: 200 }) }, strict);
export const LifeQuery = Type.Object({ month: Month }, strict);

export type Life = Static<typeof Life>;
export type LifeEvent = Static<typeof LifeEvent>;
