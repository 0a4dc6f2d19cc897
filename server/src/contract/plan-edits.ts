import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { AssignmentRole, Figure, Horizon, Key, Light, Month, nullable, oneOf, Text } from "./common.ts";
import { PlanSummary } from "./plans.ts";

const strict = { additionalProperties: false };
/** Why, and by which document: every addition says so. */
const grounds = {
  reason: Type.String({ maxLength: 1000 }),
  document: Type.Optional(Type.String({ maxLength: 200 })),
};
const Name = Type.String({ maxLength: 100 });
const TypedName = Type.Object({ zh: Name, en: Type.Optional(Name) }, strict);
const FromMonth = Type.String({ maxLength: 10, description: "The first month that counts, YYYY-MM." });

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
    from: FromMonth,
    ...grounds,
  },
  { $id: "UnitAssigning", ...strict },
);

/** A subject that the plan did not have: a chain or a task, with the units that answer for it. */
export const SubjectAdding = Type.Object(
  {
    kind: oneOf(
      words.subjectKinds.filter((kind) => kind !== "headline"),
      { $id: "AddedSubjectKind" },
    ),
    id: Type.String({ maxLength: 100, description: "Lower-case words joined by hyphens; it never changes." }),
    name: TypedName,
    clause: Type.Optional(Type.String({ maxLength: 200 })),
    park: Type.Optional(TypedName),
    leadEnterprise: Type.Optional(TypedName),
    units: Type.Array(Type.Object({ unit: Key, role: AssignmentRole }, strict), { maxItems: 50 }),
    from: FromMonth,
    ...grounds,
  },
  { $id: "SubjectAdding", ...strict },
);

const Year = Type.Integer({ minimum: 1900, maximum: 2999 });
const Decimal = Type.String({ maxLength: 40 });

/** A target of a measure that is added; exactly one of `deadline`, `yearly` and `isStanding` is given. */
export const TargetAdding = Type.Object(
  {
    reading: oneOf(words.readings, { $id: "AddedReading" }),
    comparator: oneOf(words.comparators, { $id: "AddedComparator" }),
    value: Decimal,
    stretch: Type.Optional(Decimal),
    origin: Type.Optional(Type.String({ maxLength: 10, description: "The month that is counted from, YYYY-MM." })),
    deadline: Type.Optional(Type.String({ maxLength: 10, description: "The last month, YYYY-MM." })),
    yearly: Type.Optional(Type.Object({ from: Year, to: Year }, strict)),
    isStanding: Type.Optional(Type.Boolean()),
    hardness: oneOf(words.hardnesses, { $id: "AddedHardness" }),
    clause: Type.String({ maxLength: 200 }),
    curve: Type.Optional(
      oneOf(
        words.curveKinds.filter((curve) => curve !== "custom"),
        { $id: "AddedCurve" },
      ),
    ),
    ambiguous: Type.Optional(Type.String({ maxLength: 500 })),
    partOf: Type.Optional(Type.String({ maxLength: 300, description: "A headline target that is made of parts." })),
  },
  { $id: "TargetAdding", ...strict },
);

/** A measure that a subject did not have, with its targets; of an indicator that a plan has, or of a new one. */
export const MeasureAdding = Type.Object(
  {
    indicator: Type.Optional(Key),
    newIndicator: Type.Optional(
      Type.Object(
        {
          name: TypedName,
          unit: TypedName,
          decimals: Type.Integer({ minimum: 0, maximum: 6 }),
          isIndivisible: Type.Boolean(),
        },
        strict,
      ),
    ),
    nature: oneOf(words.natures, { $id: "AddedNature" }),
    reporting: Type.Optional(Key),
    from: FromMonth,
    targets: Type.Array(TargetAdding, { maxItems: 20 }),
    ...grounds,
  },
  { $id: "MeasureAdding", ...strict },
);

/** A light that an addition would give or change; null is none, as before a target counts. */
const MovedLight = Type.Object({ month: Month, before: nullable(Light), after: nullable(Light) });

/** How a unit stands at a horizon: its composite, and how many of its targets that are due it has reported. */
const UnitStanding = Type.Object({ composite: Figure, reported: Type.Integer(), targets: Type.Integer() });

/** What a measure would move, nothing being written: lights by target and month, and composites of units in the running month. */
export const MeasurePreview = Type.Object(
  {
    from: Month,
    targets: Type.Array(
      Type.Object({
        target: Type.String(),
        subjectName: Text,
        name: Text,
        horizon: Horizon,
        isNew: Type.Boolean(),
        months: Type.Array(MovedLight),
      }),
    ),
    units: Type.Array(
      Type.Object({ department: Key, name: Text, horizon: Horizon, before: UnitStanding, after: UnitStanding }),
    ),
  },
  { $id: "MeasurePreview" },
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
export const PlanEdits = Type.Object(
  {
    plan: PlanSummary,
    edits: Type.Array(PlanEdit),
    /** What something can be measured by: the indicators of all plans. */
    indicators: Type.Array(
      Type.Object({ key: Key, name: Text, unit: Text, decimals: Type.Integer(), isIndivisible: Type.Boolean() }),
    ),
  },
  { $id: "PlanEdits" },
);

export type PlanEdits = Static<typeof PlanEdits>;
export type MeasurePreview = Static<typeof MeasurePreview>;
