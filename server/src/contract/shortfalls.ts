import { type Static, Type } from "typebox";
import { Figure, Horizon, Key, Light, Month, nullable, Reading, Text } from "./common.ts";
import { AssignedUnit, PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** A target that is behind or was missed, with its place among those of its kind. */
export const Shortfall = Type.Object(
  {
    target: Type.String(),
    subject: SubjectSummary,
    scopeName: nullable(Text),
    light: Light,
    /** What it lacks: to the schedule while it runs, to the target once it was missed. */
    shortfall: Figure,
    /** Its part of what all of its kind lack, and what it makes together with those before it. */
    share: Figure,
    cumulative: Figure,
    /** The first month of the unbroken run in which it has been behind. */
    since: Month,
    units: Type.Array(AssignedUnit),
  },
  { $id: "Shortfall" },
);

/** What a unit's targets of one kind lack together; a joint target counts in full for each of its units. */
export const UnitShortfall = Type.Object(
  { department: Key, name: Text, targets: Type.Integer(), shortfall: Figure },
  { $id: "UnitShortfall" },
);

/** Targets of one indicator, reading and unit: the only shortfalls that may be added. */
export const ShortfallGroup = Type.Object(
  {
    key: Type.String({ description: "indicator.reading, unique with the unit." }),
    indicatorName: Text,
    reading: Reading,
    unit: Text,
    judged: Type.Integer({ description: "Targets of this kind that have a light." }),
    total: Figure,
    rows: Type.Array(Shortfall),
    units: Type.Array(UnitShortfall),
    sentence: Text,
  },
  { $id: "ShortfallGroup" },
);

/** How far a plan's targets of one horizon are behind at a month, in firms and the like, the largest first. */
export const Shortfalls = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    /** What is counted whole first, the largest total first; kinds of which nothing is behind last. */
    groups: Type.Array(ShortfallGroup),
    /** One sentence on what has been behind for longest, whatever it counts. */
    longest: Text,
  },
  { $id: "Shortfalls" },
);

export type Shortfalls = Static<typeof Shortfalls>;
export type ShortfallGroup = Static<typeof ShortfallGroup>;
