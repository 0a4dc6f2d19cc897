import { type Static, Type } from "typebox";
import { Assessment } from "./assessment.ts";
import { Figure, Light, Month, Nature, nullable, oneOf, Text } from "./common.ts";
import { PlanSubject, PlanSummary, PlanTarget } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** One month of one target: what was achieved, what the curve asked for, the light. */
export const TrendPoint = Type.Object(
  {
    month: Month,
    targetValue: Figure,
    achieved: Figure,
    expected: Figure,
    completion: Figure,
    light: nullable(Light),
    isReported: Type.Boolean({ description: "False where the value is carried from an earlier month." }),
    isCorrected: Type.Boolean(),
    /** What the corrected value was before (更正). */
    correctedFrom: nullable(Figure),
  },
  { $id: "TrendPoint" },
);

/** The projection to the deadline (DOMAIN section 7); null where none may be shown. */
export const Forecast = Type.Object(
  {
    method: oneOf(["gamma-poisson", "drift"], { $id: "ForecastMethod" }),
    methodName: Text,
    deadline: Month,
    projected: Figure,
    low: Figure,
    high: Figure,
    probability: Figure,
    /** What is needed in each month that is left. */
    pace: Figure,
    /** Month by month from the judged month to the deadline, for the band. */
    path: Type.Array(Type.Object({ month: Month, projected: Type.Number(), low: Type.Number(), high: Type.Number() })),
  },
  { $id: "Forecast" },
);

/** One accepted value, newest first, with who stands for it; a corrected one keeps its old value. */
export const ReportedValue = Type.Object(
  {
    month: Month,
    basis: Type.String(),
    entries: Figure,
    exits: Figure,
    stock: Figure,
    amount: Figure,
    doneOn: nullable(Type.String({ description: "The day on which a milestone was reached." })),
    reportedBy: Text,
    reporter: Type.String({ description: "The name of whoever filled it in." }),
    reportedAt: Type.String(),
    acceptedAt: Type.String(),
    note: nullable(Type.String()),
    isSuperseded: Type.Boolean(),
    correctionReason: nullable(Type.String()),
  },
  { $id: "ReportedValue" },
);

export const SubjectTarget = Type.Object(
  {
    target: PlanTarget,
    assessment: Assessment,
    history: Type.Array(TrendPoint),
    /** The schedule to the deadline, month by month, also beyond the month looked at. */
    schedule: Type.Array(Type.Object({ month: Month, expected: Figure })),
    forecast: nullable(Forecast),
  },
  { $id: "SubjectTarget" },
);

export const SubjectMeasure = Type.Object(
  {
    key: Type.String(),
    name: Text,
    scopeName: nullable(Text),
    nature: Nature,
    unit: Text,
    reportingUnit: Text,
    targets: Type.Array(SubjectTarget),
    values: Type.Array(ReportedValue),
  },
  { $id: "SubjectMeasure" },
);

export const Subject = Type.Object(
  { plan: PlanSummary, quotation: Quotation, subject: PlanSubject, measures: Type.Array(SubjectMeasure) },
  { $id: "Subject" },
);

/** The trend of every target that fits the question, over the months asked. */
export const Trend = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    from: Month,
    to: Month,
    series: Type.Array(
      Type.Object({
        target: Type.String(),
        subject: Type.String(),
        name: Text,
        unit: Text,
        targetValue: Figure,
        points: Type.Array(TrendPoint),
      }),
    ),
  },
  { $id: "Trend" },
);

export type Forecast = Static<typeof Forecast>;
export type Subject = Static<typeof Subject>;
export type Trend = Static<typeof Trend>;
export type TrendPoint = Static<typeof TrendPoint>;
