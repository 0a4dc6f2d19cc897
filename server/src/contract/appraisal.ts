import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { Basis, DepartmentKind, Figure, Key, Month, nullable, oneOf, Text, TypedNumber } from "./common.ts";
import { PlanSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

const strict = { additionalProperties: false };
const Name = Type.String({ maxLength: 100 });
const TypedName = Type.Object({ zh: Name, en: Type.Optional(Name) }, strict);
const Decimal = Type.String({ maxLength: 40 });

export const AppraisalMethod = oneOf(words.appraisalMethods, {
  $id: "AppraisalMethod",
  description: "Full marks by value over a base, by value over the best unit's, or by rank.",
});

const typedAppraisal = {
  from: Type.String({ maxLength: 10, description: "The first month that is appraised by it, YYYY-MM." }),
  subject: Key,
  units: Type.Array(Key, { maxItems: 200, description: "Units by key; a group stands for its members." }),
  indicators: Type.Array(
    Type.Object(
      {
        indicator: Type.Optional(Key),
        newIndicator: Type.Optional(
          Type.Object(
            { name: TypedName, unit: TypedName, decimals: TypedNumber, isIndivisible: Type.Boolean() },
            strict,
          ),
        ),
        method: AppraisalMethod,
        fullMarks: Decimal,
        base: Type.Optional(Decimal),
        capPercent: Type.Optional(TypedNumber),
        stepMarks: Type.Optional(Decimal),
      },
      { $id: "AppraisedTyped", ...strict },
    ),
    { maxItems: 30 },
  ),
};

export const AppraisalQuery = Type.Object(
  {
    quarter: Type.Optional({
      ...Month,
      description: "The last month of a quarter; the latest period due where it is left out.",
    }),
    basis: Type.Optional(Basis),
    asKnownOn: Type.Optional(
      Type.String({
        pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description: "A day, YYYY-MM-DD: answer with what was accepted by its end.",
      }),
    ),
  },
  strict,
);

/** A rule of appraisal to be tried on a quarter. */
export const AppraisalRuleTrial = Type.Object(
  { ...typedAppraisal, quarter: Month },
  { $id: "AppraisalRuleTrial", ...strict },
);
/** A rule of appraisal to be set. */
export const AppraisalRuleAdding = Type.Object(
  {
    ...typedAppraisal,
    reason: Type.String({ maxLength: 1000 }),
    document: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { $id: "AppraisalRuleAdding", ...strict },
);

/** An appraised indicator: full marks, its share of all marks, and how a figure becomes points. */
const Appraised = Type.Object(
  {
    key: Key,
    name: Text,
    unit: Text,
    decimals: Type.Integer(),
    method: AppraisalMethod,
    fullMarks: Figure,
    weight: Figure,
    base: nullable(Figure),
    capPercent: nullable(Type.Integer()),
    stepMarks: nullable(Figure),
    text: Text,
  },
  { $id: "Appraised" },
);

/** A rule with who set it, when and why. */
const AppraisalRuleShown = Type.Object(
  {
    from: Month,
    subject: Type.Object({ key: Key, name: Text }),
    units: Type.Array(Key),
    isInForce: Type.Boolean({ description: "Whether the quarter is appraised by it." }),
    indicators: Type.Array(Appraised),
    reason: Type.String(),
    document: nullable(Type.String()),
    at: Type.String(),
    by: Type.String(),
  },
  { $id: "AppraisalRuleShown" },
);

const Unit = Type.Object({ key: Key, name: Text, kind: DepartmentKind });

/** What a unit gets for one indicator; `value` is null in `value` and reads 未报 where nothing is accepted for the quarter. */
const Score = Type.Object(
  {
    measure: nullable(Type.String()),
    value: Type.Object({ value: nullable(Type.Number()), text: Text }),
    points: Figure,
    rank: nullable(Type.Integer()),
    isCorrected: Type.Boolean(),
  },
  { $id: "AppraisalScore" },
);

const AppraisalRow = Type.Object(
  {
    unit: Unit,
    rank: nullable(Type.Integer()),
    total: Figure,
    reported: Type.Integer({ description: "How many of its figures are accepted." }),
    scores: Type.Array(Score),
  },
  { $id: "AppraisalRow" },
);

const scored = {
  quarter: Month,
  quarterName: Text,
  sentence: Text,
  fullMarks: Figure,
  /** By what the rows are scored; of a trial those that are tried. */
  indicators: Type.Array(Appraised),
  rows: Type.Array(AppraisalRow),
};

/** An appraisal as a briefing says it. */
export const BriefingAppraisal = Type.Object(scored, { $id: "BriefingAppraisal" });

/** The units of a plan appraised for a quarter (季考评), in the order of rank, those with figures missing last. */
export const Appraisal = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    ...scored,
    /** Whether the quarter is closed; an open one may still change. */
    isClosed: Type.Boolean(),
    /** Null where none holds for the quarter. */
    rule: nullable(AppraisalRuleShown),
    /** All rules, the latest first. */
    rules: Type.Array(AppraisalRuleShown),
    /** The first month from which a rule can be set. */
    firstOpen: Month,
    /** Subjects whose measures can be appraised. */
    subjects: Type.Array(Type.Object({ key: Key, name: Text })),
    /** Groups of units, whose members can be appraised. */
    groups: Type.Array(Type.Object({ key: Key, name: Text, members: Type.Integer() })),
  },
  { $id: "Appraisal" },
);

export type Appraisal = Static<typeof Appraisal>;
export type AppraisalQuery = Static<typeof AppraisalQuery>;
export type AppraisalRuleShown = Static<typeof AppraisalRuleShown>;
