import { type Static, Type } from "typebox";
import {
  AssignmentRole,
  Attribution,
  DepartmentKind,
  Figure,
  Horizon,
  Key,
  Light,
  LightCounts,
  Month,
  nullable,
  Punctuality,
  Text,
} from "./common.ts";
import { AssignedUnit, PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

const figures = {
  composite: Figure,
  counted: Type.Integer({ description: "How many targets the composite is the mean of." }),
  reported: Type.Integer(),
  targets: Type.Integer({ description: "Targets for which a period is due." }),
  lights: LightCounts,
};

/** A unit at one month. */
export const DepartmentMonth = Type.Object({ month: Month, ...figures }, { $id: "DepartmentMonth" });

/** A unit at the month asked in one of the three views of joint responsibility. */
export const DepartmentStanding = Type.Object({ attribution: Attribution, ...figures }, { $id: "DepartmentStanding" });

/** A subject that a unit answers for, with its targets of the horizon and the units that answer for it too. */
export const ResponsibleSubject = Type.Object(
  {
    subject: SubjectSummary,
    role: AssignmentRole,
    isReporting: Type.Boolean(),
    isImplied: Type.Boolean({ description: "The text names no unit; the issuer stands." }),
    targets: Type.Integer(),
    light: nullable(Light),
    /** Nobody where the unit is alone. */
    others: Type.Array(AssignedUnit),
    hasLead: Type.Boolean({ description: "False where the text names no lead (未明确牵头)." }),
  },
  { $id: "ResponsibleSubject" },
);

/** A period for which a unit was asked. */
export const DepartmentPeriod = Type.Object(
  {
    period: Month,
    punctuality: Punctuality,
    dueOn: Type.String(),
    submittedOn: nullable(Type.String()),
  },
  { $id: "DepartmentPeriod" },
);

/** One unit: what it answers for, how it has come month by month, and how it has reported. */
export const DepartmentHistory = Type.Object(
  {
    department: Type.Object({ key: Key, name: Text, kind: DepartmentKind, members: Type.Array(Text) }),
    standings: Type.Array(DepartmentStanding),
    /** From the first period to the month asked, in the attribution asked. */
    months: Type.Array(DepartmentMonth),
    periods: Type.Array(DepartmentPeriod),
    punctuality: Type.Object({ onTime: Type.Integer(), late: Type.Integer(), missing: Type.Integer() }),
    subjects: Type.Array(ResponsibleSubject),
    alone: Type.Integer(),
    joint: Type.Integer(),
    sentence: Text,
  },
  { $id: "DepartmentHistory" },
);

/** Up to four units over the months of a horizon, on one axis of time. */
export const DepartmentHistories = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    attribution: Attribution,
    units: Type.Array(DepartmentHistory),
    sentence: Text,
  },
  { $id: "DepartmentHistories" },
);

export type DepartmentHistories = Static<typeof DepartmentHistories>;
export type DepartmentHistory = Static<typeof DepartmentHistory>;
