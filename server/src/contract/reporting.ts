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

export type Reporting = Static<typeof Reporting>;
