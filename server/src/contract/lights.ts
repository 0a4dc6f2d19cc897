import { type Static, Type } from "typebox";
import { Horizon, Key, Light, Month, nullable, Reading, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** The lights of a target month by month, or of a subject: those of its target that asks for most. */
export const LightRow = Type.Object(
  {
    subject: SubjectSummary,
    /** The target with what it counts; null for a subject as a whole. */
    target: nullable(Type.String()),
    indicator: nullable(Key),
    indicatorName: nullable(Text),
    scopeName: nullable(Text),
    reading: nullable(Reading),
    /** One for each of `months` up to the running one; null where there is no light. */
    lights: Type.Array(nullable(Light)),
    /** Months of `months` in which a correction stands. */
    corrected: Type.Array(Month),
  },
  { $id: "LightRow" },
);

/** The lights of a plan's targets of one horizon over all of its months, as known now; future months have none. */
export const LightMap = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    /** From the first year with a light to the deadline (of standing targets to the running month). */
    months: Type.Array(Month),
    /** Subjects in the order of the document, each before its targets. */
    rows: Type.Array(LightRow),
  },
  { $id: "LightMap" },
);

export type LightMap = Static<typeof LightMap>;
export type LightRow = Static<typeof LightRow>;
