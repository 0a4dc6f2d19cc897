import { type Static, Type } from "typebox";
import { Assessment } from "./assessment.ts";
import { Basis, Horizon, LightCounts, Month, nullable, Text } from "./common.ts";
import { AssignedUnit, PlanSummary, Reconciliation, SubjectSummary } from "./plans.ts";

export const SubjectProgress = Type.Object(
  {
    subject: SubjectSummary,
    /** The units that answer for it, in the order of the document. */
    units: Type.Array(AssignedUnit),
    assessments: Type.Array(Assessment),
  },
  { $id: "SubjectProgress" },
);

/** What every answer about figures says of itself. */
export const Quotation = Type.Object(
  {
    month: Month,
    basis: Basis,
    asKnownOn: nullable(Type.String({ description: "A day, YYYY-MM-DD: what was accepted by its end." })),
    revision: Type.Integer({ description: "The ledger's revision that the figures are from." }),
    /** The latest period due at the month, and whether all of it is in. */
    latestPeriod: nullable(Month),
    isDemonstration: Type.Boolean(),
  },
  { $id: "Quotation" },
);

export const Progress = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    headline: Type.Array(SubjectProgress),
    chains: Type.Array(SubjectProgress),
    tasks: Type.Array(SubjectProgress),
    lights: LightCounts,
    /** Keys of targets that are behind or far behind (or missed), what is counted whole first (差N户), the largest gap first. */
    behind: Type.Array(Type.String()),
    /** Keys of targets whose latest period is not reported, with the unit that owes the report. */
    unreported: Type.Array(Type.Object({ target: Type.String(), reportingUnit: Text, lastMonth: nullable(Month) })),
    reconciliations: Type.Array(Reconciliation),
    /** One sentence on what the month shows, such as 9条产业链达序时，食品加工差3户. */
    summary: Text,
  },
  { $id: "Progress" },
);

export type Progress = Static<typeof Progress>;
export type SubjectProgress = Static<typeof SubjectProgress>;
export type Quotation = Static<typeof Quotation>;
