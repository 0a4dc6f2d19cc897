import * as words from "@beizeng/db/vocabulary";
import { type Static, Type } from "typebox";
import { Horizon, Light, Month, nullable, oneOf, Text, TypedNumber } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { wanted } from "./tables.ts";

const strict = { additionalProperties: false };
const FromMonth = Type.String({ maxLength: 10, description: "The first month that is judged by it, YYYY-MM." });
/** Why, and by which document. */
const grounds = {
  reason: Type.String({ maxLength: 1000 }),
  document: Type.Optional(Type.String({ maxLength: 200 })),
};

export const RuleMode = oneOf(words.ruleModes, {
  $id: "RuleMode",
  description: "points: the gap in points of the target; ratio: in percent of what is due.",
});

const typedRule = {
  from: FromMonth,
  mode: RuleMode,
  tolerancePercent: { ...TypedNumber, description: "A whole number from 0 to 100." },
  isInclusive: Type.Boolean({ description: "Whether a gap of exactly the tolerance is within it." }),
};
const typedCalendar = {
  from: FromMonth,
  monthlyPercent: Type.Array(TypedNumber, {
    maxItems: 12,
    description: "Cumulative whole percents at the end of January to December; they do not fall and end at 100.",
  }),
  yearWeights: Type.Optional(
    Type.Record(Type.String({ pattern: "^20[0-9]{2}$" }), TypedNumber, {
      ...strict,
      description: "Whole weights of years, 1 to 100; a year that is not named weighs 1.",
    }),
  ),
};

/** A rule of lights to be tried. */
export const LightRuleTrial = Type.Object(typedRule, { $id: "LightRuleTrial", ...strict });
/** A rule of lights to be set. */
export const LightRuleAdding = Type.Object({ ...typedRule, ...grounds }, { $id: "LightRuleAdding", ...strict });
/** An entry calendar to be tried. */
export const EntryCalendarTrial = Type.Object(typedCalendar, { $id: "EntryCalendarTrial", ...strict });
/** An entry calendar to be set. */
export const EntryCalendarAdding = Type.Object(
  { ...typedCalendar, ...grounds },
  { $id: "EntryCalendarAdding", ...strict },
);

const ofHorizon = { horizon: Horizon, ...wanted };
/** A tried rule of lights whose map is wanted as a file. */
export const LightRuleTableQuery = Type.Object({ ...typedRule, ...ofHorizon }, strict);
/** A tried entry calendar whose map is wanted as a file; years that weigh other than 1 are written 2024:2. */
export const EntryCalendarTableQuery = Type.Object(
  {
    from: typedCalendar.from,
    monthlyPercent: typedCalendar.monthlyPercent,
    yearWeight: Type.Optional(Type.Array(Type.String({ pattern: "^20[0-9]{2}:[0-9]{1,3}$" }), { maxItems: 30 })),
    ...ofHorizon,
  },
  strict,
);

/** Whose a rule or calendar is, from when it holds, and of the office's own who set it and why. */
const standing = {
  of: oneOf(["house", "document", "office"], { $id: "JudgingSource" }),
  /** Null where it holds from the beginning. */
  from: nullable(Month),
  text: Text,
  isInForce: Type.Boolean({ description: "Whether the running month is judged by it." }),
  reason: nullable(Type.String()),
  document: nullable(Type.String()),
  at: nullable(Type.String()),
  by: nullable(Type.String()),
};

/** A rule of lights of a plan. */
export const LightRuleShown = Type.Object(
  { ...standing, mode: RuleMode, tolerancePercent: Type.Integer(), isInclusive: Type.Boolean() },
  { $id: "LightRuleShown" },
);
/** A monthly table of a plan's batch schedules. */
export const EntryCalendarShown = Type.Object(
  {
    ...standing,
    monthlyPercent: Type.Array(Type.Integer()),
    /** The years that weigh other than 1. */
    yearWeights: Type.Array(Type.Object({ year: Type.Integer(), weight: Type.Integer() })),
  },
  { $id: "EntryCalendarShown" },
);

/** How a plan is judged, and was before: its rules of lights and its entry calendars, the latest first. */
export const Judging = Type.Object(
  {
    plan: PlanSummary,
    month: Month,
    /** The first month from which something can be set: the one after the last that is closed. */
    firstOpen: Month,
    rules: Type.Array(LightRuleShown),
    calendars: Type.Array(EntryCalendarShown),
    /** How many targets have a batch schedule, and the years that these run through. */
    batchTargets: Type.Integer(),
    batchYears: Type.Array(Type.Integer()),
  },
  { $id: "Judging" },
);

/** The lights of a subject as they are and as they would be, one for each of `months` up to the running one. */
export const JudgingRow = Type.Object(
  { subject: SubjectSummary, before: Type.Array(nullable(Light)), after: Type.Array(nullable(Light)) },
  { $id: "JudgingRow" },
);

/** A target whose lights would change, months that change alike taken together. */
export const JudgingMove = Type.Object(
  {
    target: Type.String(),
    subject: SubjectSummary,
    /** What it counts, with the part of its subject that it is about. */
    name: Text,
    horizon: Horizon,
    spans: Type.Array(Type.Object({ from: Month, to: Month, before: nullable(Light), after: nullable(Light) })),
  },
  { $id: "JudgingMove" },
);

/** What a rule or calendar would do to the lights of all past months from its first on, were it set now. */
export const JudgingPreview = Type.Object(
  {
    from: Month,
    month: Month,
    sentence: Text,
    /** How many monthly lights of targets would change, and to a worse or a better one. */
    lights: Type.Integer(),
    worse: Type.Integer(),
    better: Type.Integer(),
    /** Why it cannot be set from that month: what is closed must be reopened first. Null where it can. */
    closed: nullable(Text),
    maps: Type.Array(
      Type.Object({ horizon: Horizon, months: Type.Array(Month), rows: Type.Array(JudgingRow) }, { $id: "JudgingMap" }),
    ),
    moves: Type.Array(JudgingMove),
  },
  { $id: "JudgingPreview" },
);

export type Judging = Static<typeof Judging>;
export type JudgingMove = Static<typeof JudgingMove>;
export type JudgingPreview = Static<typeof JudgingPreview>;
export type LightRuleTableQuery = Static<typeof LightRuleTableQuery>;
export type EntryCalendarTableQuery = Static<typeof EntryCalendarTableQuery>;
