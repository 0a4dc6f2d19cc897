import { type Static, Type } from "typebox";
import { Assessment } from "./assessment.ts";
import { Horizon, nullable, Reading, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** A target in its place among those compared. */
export const ComparedTarget = Type.Object(
  {
    subject: SubjectSummary,
    isOwn: Type.Boolean(),
    place: nullable(Type.Integer({ description: "1 is furthest behind; ties share a place." })),
    assessment: Assessment,
  },
  { $id: "ComparedTarget" },
);

/** Targets of one indicator, reading, unit and horizon, the largest gap first. */
export const ComparisonGroup = Type.Object(
  {
    key: Type.String({ description: "indicator.reading" }),
    indicatorName: Text,
    reading: Reading,
    unit: Text,
    rows: Type.Array(ComparedTarget),
    sentence: Text,
  },
  { $id: "ComparisonGroup" },
);

/** A subject beside the plan's others of its kind that have the same target. */
export const Comparison = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    subject: SubjectSummary,
    groups: Type.Array(ComparisonGroup),
  },
  { $id: "Comparison" },
);

export type Comparison = Static<typeof Comparison>;
export type ComparisonGroup = Static<typeof ComparisonGroup>;
