import { type Static, Type } from "typebox";
import { Key, Month, nullable, Punctuality, SubmissionState, Text } from "./common.ts";
import { PlanSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** How one reporting unit stands with one period. */
export const ReportingCell = Type.Object(
  {
    period: Month,
    punctuality: Punctuality,
    state: SubmissionState,
    dueOn: Type.String(),
    extension: nullable(
      Type.String({ description: "Why the unit has longer than the calendar says; null where not." }),
    ),
    submittedOn: nullable(Type.String()),
    acceptedOn: nullable(Type.String()),
    timesReturned: Type.Integer(),
  },
  { $id: "ReportingCell" },
);

export const Reporting = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    periods: Type.Array(Month),
    units: Type.Array(
      Type.Object({ department: Key, name: Text, measures: Type.Integer(), cells: Type.Array(ReportingCell) }),
    ),
    /** Of the latest period due: reporting units that have reported, and all of them. */
    reported: Type.Integer(),
    total: Type.Integer(),
  },
  { $id: "Reporting" },
);

/** What is to be reminded of a period (催报), with texts to be copied: one for all units, one for each. */
export const Reminders = Type.Object(
  {
    plan: PlanSummary,
    today: Type.String(),
    periods: Type.Array(
      Type.Object({ period: Month, units: Type.Integer({ description: "Units that have something to hand in." }) }),
      { description: "Ended and not closed, newest first." },
    ),
    period: nullable(Month),
    dueOn: nullable(Type.String()),
    group: nullable(Text),
    units: Type.Array(
      Type.Object({
        department: Key,
        name: Text,
        state: SubmissionState,
        measures: Type.Integer(),
        dueOn: Type.String(),
        isExtended: Type.Boolean(),
        text: Text,
      }),
    ),
  },
  { $id: "Reminders" },
);
export const RemindersQuery = Type.Object({ period: Type.Optional(Month) }, { additionalProperties: false });

export type Reminders = Static<typeof Reminders>;
export type RemindersQuery = Static<typeof RemindersQuery>;
export type Reporting = Static<typeof Reporting>;
