import { type Static, Type } from "typebox";
import { Basis, Comparator, Figure, Horizon, Key, Light, Month, nullable, Reading, Text } from "./common.ts";

/** One place's headline target: what a view over many plans shows of each. */
export const HeadlineRow = Type.Object(
  {
    plan: Key,
    place: Text,
    target: Type.String(),
    achieved: Figure,
    targetValue: Figure,
    expected: Figure,
    completion: Figure,
    light: nullable(Light),
    partsReported: nullable(Type.Integer()),
    parts: nullable(Type.Integer()),
    gap: Figure,
    /** How the target is compared with, only where a bare number does not say it: >, <, ≤. */
    comparator: Type.Optional(Comparator),
    /** The upper end of a range, only where there is one. */
    stretch: Type.Optional(Figure),
    /** The month that the figures are of, only where it is an earlier one: nothing was reported since. */
    carriedFrom: Type.Optional(Month),
    /** Only where a correction stands in the figures. */
    isCorrected: Type.Optional(Type.Boolean()),
  },
  { $id: "HeadlineRow" },
);

/** The headline of all places for one indicator and reading at a month. */
export const Headlines = Type.Object(
  {
    month: Month,
    basis: Basis,
    indicator: Key,
    reading: Reading,
    horizon: Horizon,
    unit: nullable(Text),
    revision: Type.Integer({ description: "The ledger's revision that the figures are from." }),
    isDemonstration: Type.Boolean(),
    rows: Type.Array(HeadlineRow),
  },
  { $id: "Headlines" },
);

/** What can be asked about all places: an indicator as targets of one reading and horizon take it. */
export const HeadlineKind = Type.Object(
  {
    indicator: Key,
    indicatorName: Text,
    unit: Text,
    /** What is counted; null where the plans say no more than its name. */
    definition: nullable(Text),
    reading: Reading,
    horizon: Horizon,
    plans: Type.Integer({ description: "How many plans have such a target." }),
    /** The months that may be asked for. */
    firstMonth: Month,
    lastMonth: Month,
  },
  { $id: "HeadlineKind" },
);

/** The kinds of headline targets of all plans, those that most plans have first. */
export const HeadlineKinds = Type.Object({ kinds: Type.Array(HeadlineKind) }, { $id: "HeadlineKinds" });

/** The lights of one place's headline target. */
export const PlaceLights = Type.Object(
  {
    plan: Key,
    place: Text,
    target: Type.String(),
    /** The part of the place that the target is about; null for the whole. */
    scopeName: nullable(Text),
    /** One for each of `months` up to the running one; null where there is no light. */
    lights: Type.Array(nullable(Light)),
    /** The months in whose figures a correction stands. */
    corrected: Type.Array(Month),
  },
  { $id: "PlaceLights" },
);

/** The lights of all places for one indicator, reading and horizon, month by month, as known now. */
export const HeadlineLights = Type.Object(
  {
    basis: Basis,
    indicator: Key,
    indicatorName: Text,
    reading: Reading,
    horizon: Horizon,
    revision: Type.Integer({ description: "The ledger's revision that the lights are from." }),
    isDemonstration: Type.Boolean(),
    /** From the first year with a light to the deadline (of standing targets to the running month). */
    months: Type.Array(Month),
    rows: Type.Array(PlaceLights),
  },
  { $id: "HeadlineLights" },
);

export type HeadlineKinds = Static<typeof HeadlineKinds>;
export type HeadlineLights = Static<typeof HeadlineLights>;
export type HeadlineRow = Static<typeof HeadlineRow>;
export type Headlines = Static<typeof Headlines>;
