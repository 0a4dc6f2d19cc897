import { type Static, Type } from "typebox";
import { lightMoves } from "../domain/light-move.ts";
import { Comparator, Figure, Horizon, Month, nullable, oneOf, Reading, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";
import { TrendPoint } from "./subject.ts";

/** What became of a light between two months: what asks for attention first. */
export const LightMove = oneOf(lightMoves, { $id: "LightMove" });

/** A target that stands otherwise than at the earlier month; figures in `unit`. */
export const TargetChange = Type.Object(
  {
    target: Type.String(),
    subject: SubjectSummary,
    indicatorName: Text,
    scopeName: nullable(Text),
    reading: Reading,
    unit: Text,
    comparator: Comparator,
    /** The upper end of a range at the month; null where there is none. */
    stretch: nullable(Figure),
    /** Null where the light is the same and only figures differ. */
    move: nullable(LightMove),
    /** How it stood; null where it was not counted yet. */
    before: nullable(TrendPoint),
    after: TrendPoint,
    /** What was achieved in between, with its sign. */
    gained: Figure,
    /** What it lacked then and lacks now (差N户); no figure where its light says nothing of the kind. */
    shortfallBefore: Figure,
    shortfall: Figure,
  },
  { $id: "TargetChange" },
);

/** What differs between two months of a plan, for the targets of one horizon. */
export const Changes = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    since: Month,
    /** Lights that moved first, in the order of their moves and by what is lacking; then those of which only figures differ. */
    changes: Type.Array(TargetChange),
    unchanged: Type.Integer({ description: "Targets of the horizon that stand as they stood." }),
    /** One sentence on the lights that moved. */
    sentence: Text,
  },
  { $id: "Changes" },
);

export type Changes = Static<typeof Changes>;
export type TargetChange = Static<typeof TargetChange>;
