import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { AssignmentRole, Key, Month, nullable, oneOf, Text } from "./common.ts";
import { PlanSummary } from "./plans.ts";

const strict = { additionalProperties: false };
/** Why, and by which document: every addition says so. */
const grounds = {
  reason: Type.String({ maxLength: 1000 }),
  document: Type.Optional(Type.String({ maxLength: 200 })),
};
const Name = Type.String({ maxLength: 100 });

export const PlanEditKind = oneOf(words.planEditKinds, { $id: "PlanEditKind" });
/** What a unit can be that is added by itself: a group is made of members. */
const SingleKind = oneOf(
  words.departmentKinds.filter((kind) => kind !== "group"),
  { $id: "SingleUnitKind" },
);

export const UnitParams = Type.Object({ plan: Key, unit: Key }, strict);

/** A unit that the plan did not name. */
export const UnitAdding = Type.Object(
  { name: Type.Object({ zh: Name, en: Type.Optional(Name) }, strict), kind: SingleKind, ...grounds },
  { $id: "UnitAdding", ...strict },
);

/** Another name of a unit. */
export const AliasAdding = Type.Object({ alias: Name, ...grounds }, { $id: "AliasAdding", ...strict });

/** A unit that answers for a subject from a month on. */
export const UnitAssigning = Type.Object(
  {
    unit: Key,
    role: AssignmentRole,
    from: Type.String({ maxLength: 10, description: "The first month that counts, YYYY-MM." }),
    ...grounds,
  },
  { $id: "UnitAssigning", ...strict },
);

/** What was added; a second try under the same key is answered the same. */
export const PlanEdited = Type.Object(
  { entity: Type.String(), revision: Type.Integer(), isRepeated: Type.Boolean() },
  { $id: "PlanEdited" },
);

/** An addition in words, with who made it and why. */
export const PlanEdit = Type.Object(
  {
    kind: PlanEditKind,
    what: Text,
    /** The first month that counts; null for what moves no figure. */
    from: nullable(Month),
    reason: Type.String(),
    document: nullable(Type.String()),
    at: Type.String(),
    by: Type.String(),
    revision: Type.Integer(),
  },
  { $id: "PlanEdit" },
);

/** All additions to a plan, newest first, and the months from which one may count. */
export const PlanEdits = Type.Object({ plan: PlanSummary, edits: Type.Array(PlanEdit) }, { $id: "PlanEdits" });

export type PlanEdits = Static<typeof PlanEdits>;
