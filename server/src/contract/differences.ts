import { type Static, Type } from "typebox";
import { Figure, Horizon, Key, Light, Month, nullable, SubmissionState, Text } from "./common.ts";
import { FigureField } from "./paper.ts";
import { PlanSummary } from "./plans.ts";

/**
 * A figure on both bases; `difference` is what was confirmed less what was reported, `percent` that in percent of the latter.
 * What stood before a correction (更正) is `reportedFormer` and `confirmedFormer`; null where none changed it.
 */
export const FigureDifference = Type.Object(
  {
    ...{ field: FigureField, reported: Figure, confirmed: Figure, difference: Figure, percent: Figure },
    ...{ reportedFormer: nullable(Figure), confirmedFormer: nullable(Figure) },
  },
  { $id: "FigureDifference" },
);

/** Who gave a figure, when it was accepted, and what they said of it. */
export const FigureSource = Type.Object(
  { by: Type.String(), acceptedAt: Type.String(), note: nullable(Type.String()), reason: nullable(Type.String()) },
  { $id: "FigureSource" },
);

/** A target that is judged otherwise by the other basis. */
export const LightDifference = Type.Object(
  { target: Type.String(), text: Text, horizon: Horizon, reported: Light, confirmed: Light },
  { $id: "LightDifference" },
);

/** A measure whose figures differ between the bases, at the latest month for which both have one. */
export const MeasureDifference = Type.Object(
  {
    measure: Type.String(),
    subject: Key,
    subjectName: Text,
    name: Text,
    scopeName: nullable(Text),
    unit: Text,
    reportingUnit: Text,
    month: Month,
    figures: Type.Array(FigureDifference),
    reported: FigureSource,
    confirmed: FigureSource,
    lights: Type.Array(LightDifference),
  },
  { $id: "MeasureDifference" },
);

/** Where the departments' figures (部门填报) and the statistics bureau's (统计核定) differ, in the order of the document. */
export const Differences = Type.Object(
  {
    plan: PlanSummary,
    month: Month,
    asKnownOn: nullable(Type.String()),
    isDemonstration: Type.Boolean(),
    measures: Type.Integer(),
    compared: Type.Integer({ description: "Measures of which both bases have a figure of one month." }),
    differences: Type.Array(MeasureDifference),
  },
  { $id: "Differences" },
);

/** A unit with what it reported of a period and what is confirmed of it, counted in measures. */
export const UnitConfirmation = Type.Object(
  {
    department: Type.Object({ key: Key, name: Text }),
    measures: Type.Integer(),
    reported: Type.Integer(),
    confirmed: Type.Integer(),
    differing: Type.Integer(),
    state: SubmissionState,
  },
  { $id: "UnitConfirmation" },
);

/** What the statistics bureau can confirm of a plan for a period, unit by unit. */
export const Confirmations = Type.Object(
  {
    plan: Type.Object({ key: Key, title: Text }),
    period: nullable(Month),
    periods: Type.Array(Type.Object({ period: Month, isBase: Type.Boolean() }), { description: "The newest first." }),
    units: Type.Array(UnitConfirmation),
  },
  { $id: "Confirmations" },
);

const strict = { additionalProperties: false };
export const ConfirmationsQuery = Type.Object({ period: Type.Optional(Month) }, strict);

export type Confirmations = Static<typeof Confirmations>;
export type Differences = Static<typeof Differences>;
export type FigureSource = Static<typeof FigureSource>;
export type MeasureDifference = Static<typeof MeasureDifference>;
