import { type Static, Type } from "typebox";
import {
  Comparator,
  CurveKind,
  Direction,
  Figure,
  Hardness,
  Horizon,
  Light,
  Month,
  nullable,
  oneOf,
  Reading,
  Text,
} from "./common.ts";
import { TargetAdjustment } from "./plans.ts";

/** The share of a headline's parts that has reported, and what its parts add up to (DOMAIN section 5). */
export const RollUp = Type.Object(
  {
    partsReported: Type.Integer(),
    parts: Type.Integer(),
    allocated: Figure,
    unallocated: Figure,
    note: nullable(Text),
  },
  { $id: "RollUp" },
);

/** The judgement on one target at one month, as `assess` gives it; all quantities in `unit`. */
export const Assessment = Type.Object(
  {
    target: Type.String({ description: "Key of the target: measure.reading.horizon." }),
    measure: Type.String(),
    subject: Type.String(),
    indicator: Type.String(),
    indicatorName: Text,
    scopeName: nullable(Text),
    reading: Reading,
    comparator: Comparator,
    direction: Direction,
    hardness: Hardness,
    horizon: Horizon,
    origin: Month,
    deadline: nullable(Month),
    clause: Type.String(),
    isAmbiguous: Type.Boolean(),
    isImplied: Type.Boolean(),
    unit: Text,
    month: Month,
    judgedMonth: nullable(Month),
    isCarriedForward: Type.Boolean(),
    isCorrected: Type.Boolean(),
    /** What the corrected value was before (更正). */
    correctedFrom: nullable(Figure),
    targetValue: Figure,
    targetText: Text,
    /** The adjustment by which the target is what it is at the month; null for the text's own value. */
    adjustment: nullable(TargetAdjustment),
    stretch: nullable(Figure),
    start: Figure,
    achieved: Figure,
    achievedText: Text,
    expected: Figure,
    scheduleShare: Figure,
    gap: Figure,
    gapPercent: Figure,
    remaining: Figure,
    completion: Figure,
    completionBasis: oneOf(["increment", "whole", "met-only"], { $id: "CompletionBasis" }),
    isMet: nullable(Type.Boolean()),
    isStretchMet: nullable(Type.Boolean()),
    light: nullable(Light),
    cause: Type.String({ description: "Which row of the rules decided the light." }),
    metLateAt: nullable(Month),
    curve: CurveKind,
    rollUp: nullable(RollUp),
    explanation: Text,
  },
  { $id: "Assessment" },
);

export type Assessment = Static<typeof Assessment>;
export type RollUp = Static<typeof RollUp>;
