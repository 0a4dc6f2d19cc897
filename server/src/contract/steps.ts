import { type Static, Type } from "typebox";
import { Figure, Key, Month, nullable, oneOf, Reading, Text } from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

const StepState = oneOf(["reported", "unreported", "awaited"], { $id: "StepState" });

/** What one source brought in one quarter. */
export const StepPart = Type.Object(
  {
    source: Type.Integer({ description: "Its place among the group's sources." }),
    state: StepState,
    gained: Figure,
    /** The month whose value it counts from; earlier than the quarter before where that was not reported. */
    since: nullable(Month),
    /** The month that its value is from, with who reported it and when, China time. */
    standsAt: nullable(Month),
    reporter: nullable(Type.String()),
    reportedOn: nullable(Type.String()),
    isCorrected: Type.Boolean(),
  },
  { $id: "StepPart" },
);

/** A quarter by its last month; one that has not ended stands by the month looked at. */
export const StepQuarter = Type.Object(
  {
    quarter: Month,
    name: Text,
    gained: Figure,
    /** What the schedule asks of the quarter; without value where one of its sources is not pro-rated. */
    due: Figure,
    /** What was brought since the first quarter. */
    running: Figure,
    parts: Type.Array(StepPart),
  },
  { $id: "StepQuarter" },
);

/** A measure that brings something, and the unit that reports it. */
export const StepSource = Type.Object(
  { measure: Type.String(), name: Text, department: Key, departmentName: Text, gained: Figure },
  { $id: "StepSource" },
);

/** One indicator in one reading: what each quarter brought, the first one first. */
export const StepGroup = Type.Object(
  {
    key: Type.String({ description: "indicator.reading" }),
    indicatorName: Text,
    reading: Reading,
    unit: Text,
    sources: Type.Array(StepSource),
    quarters: Type.Array(StepQuarter),
    total: Figure,
    sentence: Text,
  },
  { $id: "StepGroup" },
);

/** Which quarter brought what to a subject, and from which unit. */
export const Steps = Type.Object(
  { plan: PlanSummary, quotation: Quotation, subject: SubjectSummary, groups: Type.Array(StepGroup) },
  { $id: "Steps" },
);

export type Steps = Static<typeof Steps>;
export type StepGroup = Static<typeof StepGroup>;
