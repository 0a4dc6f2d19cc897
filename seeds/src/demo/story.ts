/** What a scenario can say of a measure, a department and a plan; everything that it leaves open is invented by rule. */
import type { Month } from "@beizeng/server/domain/month.ts";
import type { AppraisalStory } from "./appraisal-story.ts";
import type { Pace } from "./paces.ts";

/** How one measure gets on. Values are in the indicator's unit. */
export type MeasureStory = {
  readonly pace?: Pace;
  /**
   * The stock, the yearly volume or the level at the origin, where the plan states none. Where a growth is asked for it is
   * reported as the base; a growth of which no base is told is never known.
   */
  readonly base?: number;
  /** Exits a year; a population without them reports entries alone, or the stock. */
  readonly exits?: number;
  /** Which figures of a population are reported; by what its targets read where it is not said. */
  readonly figures?: "entries" | "stock" | "full";
  /** The day on which a milestone was reached. */
  readonly doneOn?: string;
};

/** How a department reports; what is not said is done in time. */
export type Conduct = {
  /** Reports come after the due day, regularly. */
  readonly isLate?: boolean;
  /** Periods without a report. */
  readonly misses?: readonly Month[];
  /** Periods whose first report was sent back: the reason. */
  readonly returned?: Readonly<Partial<Record<Month, string>>>;
  /** How its report on the last period stands on the demonstration's day, where it is not accepted. */
  readonly last?: "submitted" | "returned" | "missing";
};

/** Figures that were accepted wrong for some periods, found out and corrected on a day. */
export type Misreport = {
  readonly measure: string;
  readonly from: Month;
  readonly until: Month;
  /** What was too much, in the indicator's unit; negative for too little. */
  readonly excess: number;
  readonly correctedOn: string;
  readonly reason: string;
};

/** A target that was set anew. */
export type Revision = {
  readonly target: string;
  readonly from: Month;
  readonly on: string;
  readonly value: string;
  readonly reason: string;
  readonly document: string;
};

/** A later due day that a department was granted. */
export type ExtensionStory = {
  readonly department: string;
  readonly period: Month;
  /** The day on which it was granted, and the last day on which its report is on time. */
  readonly on: string;
  readonly until: string;
  readonly reason: string;
};

/** Figures of the statistics bureau beside the department's, every quarter or at each year's end. */
export type Confirmation = {
  readonly measure: string;
  readonly each: "quarter" | "year";
  /** The share of the department's entries that it confirms; all of them where it is not said. */
  readonly share?: number;
  /** Why they differ from what the department reported, where they do. */
  readonly reason?: string;
};

/** A leader's note (批示), and what became of it. */
export type NoteStory = {
  readonly month: Month;
  readonly on: string;
  /** The subject's key, or none for the month as a whole. */
  readonly subject: string | null;
  readonly text: string;
  /** What a unit answered, none where nobody has. */
  readonly answer?: { readonly department: string; readonly on: string; readonly text: string };
  /** When the leader marked it as settled, never where it is not said. */
  readonly settledOn?: string;
};

/** A briefing that was issued of an edition. */
type BriefingStory = {
  readonly month: Month;
  readonly horizon: string;
  readonly edition: number;
  readonly on: string;
};

/** The invented story of a plan. */
export type Scenario = {
  readonly plan: string;
  /** By the measure's key. */
  readonly measures: Readonly<Record<string, MeasureStory>>;
  /** By the department's key. */
  readonly departments: Readonly<Record<string, Conduct>>;
  readonly misreports: readonly Misreport[];
  readonly revisions: readonly Revision[];
  readonly confirmations: readonly Confirmation[];
  /** None where it is not said. */
  readonly extensions?: readonly ExtensionStory[];
  /** None where it is not said. */
  readonly notes?: readonly NoteStory[];
  /** None where it is not said. */
  readonly briefings?: readonly BriefingStory[];
  /** How units are appraised each quarter, where the office set it. */
  readonly appraisal?: AppraisalStory;
};
