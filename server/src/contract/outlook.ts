import { type Static, Type } from "typebox";
import { forecastRefusals } from "../domain/forecast.ts";
import { Figure, Horizon, nullable, oneOf, Reading, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";
import { Forecast } from "./subject.ts";

/** Why nothing is projected (DOMAIN section 7). */
export const ForecastRefusal = oneOf(forecastRefusals, { $id: "ForecastRefusal" });

/** A goal of the headline with its projection, or why it has none. */
export const Prospect = Type.Object(
  {
    target: Type.String(),
    subject: SubjectSummary,
    indicatorName: Text,
    scopeName: nullable(Text),
    reading: Reading,
    unit: Text,
    targetText: Text,
    targetValue: Figure,
    achieved: Figure,
    remaining: Figure,
    forecast: nullable(Forecast),
    refusal: nullable(ForecastRefusal),
  },
  { $id: "Prospect" },
);

/** Whether the headline will be met as things go: the targets of one horizon looked at from a month. */
export const Outlook = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    /** Those projected first, the least likely first. */
    prospects: Type.Array(Prospect),
    /** One sentence on the goal that is least likely to be met. */
    sentence: Text,
  },
  { $id: "Outlook" },
);

export type Outlook = Static<typeof Outlook>;
export type Prospect = Static<typeof Prospect>;
