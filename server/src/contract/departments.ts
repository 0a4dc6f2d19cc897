import { type Static, Type } from "typebox";
import { Assessment } from "./assessment.ts";
import {
  AssignmentRole,
  Attribution,
  DepartmentKind,
  Figure,
  Horizon,
  Key,
  Light,
  LightCounts,
  nullable,
  Punctuality,
  Text,
} from "./common.ts";
import { PlanSummary, SubjectSummary } from "./plans.ts";
import { Quotation } from "./progress.ts";

/** Σ achieved / Σ target over a department's targets with one indicator and one additive reading. */
export const DepartmentSum = Type.Object(
  {
    indicator: Key,
    indicatorName: Text,
    reading: Type.String(),
    unit: Text,
    achieved: Figure,
    target: Figure,
    completion: Figure,
    targets: Type.Integer(),
    reported: Type.Integer(),
  },
  { $id: "DepartmentSum" },
);

/** One cell of the chain × department matrix: the worst light of the subject's targets. */
export const MatrixCell = Type.Object(
  { subject: Key, role: AssignmentRole, light: nullable(Light), targets: Type.Integer() },
  { $id: "MatrixCell" },
);

/** A member of a group with the targets of the group's subjects that it reports itself. */
export const MemberProgress = Type.Object(
  {
    department: Type.Object({ key: Key, name: Text }),
    composite: Figure,
    counted: Type.Integer(),
    reported: Type.Integer(),
    targets: Type.Integer(),
    lights: LightCounts,
    assessments: Type.Array(Type.String({ description: "Keys of its targets at the horizon." })),
  },
  { $id: "MemberProgress" },
);

export const DepartmentProgress = Type.Object(
  {
    department: Type.Object({ key: Key, name: Text, kind: DepartmentKind, members: Type.Array(Text) }),
    /** Rank by composite; null while something due is not reported (未报齐) or nothing can be weighed. */
    rank: nullable(Type.Integer()),
    composite: Figure,
    counted: Type.Integer({ description: "How many targets the composite is the mean of; those 按总量 are left out." }),
    reported: Type.Integer(),
    targets: Type.Integer(),
    sums: Type.Array(DepartmentSum),
    lights: LightCounts,
    punctuality: Type.Object({ onTime: Type.Integer(), late: Type.Integer(), missing: Type.Integer() }),
    cells: Type.Array(MatrixCell),
    /** Of a group its members at the month that report, in the order of the document; of any other unit none. */
    byMember: Type.Array(MemberProgress),
    assessments: Type.Array(Type.String({ description: "Keys of the targets that it answers for at the horizon." })),
  },
  { $id: "DepartmentProgress" },
);

export const Departments = Type.Object(
  {
    plan: PlanSummary,
    quotation: Quotation,
    horizon: Horizon,
    attribution: Attribution,
    departments: Type.Array(DepartmentProgress),
    subjects: Type.Array(SubjectSummary),
    /** Subjects for which the text names no lead: shown in the lead view as 未明确牵头. */
    withoutLead: Type.Array(SubjectSummary),
    /** Every assessment that a department's key list points to. */
    assessments: Type.Array(Assessment),
  },
  { $id: "Departments" },
);

/** One department's reporting record, a period each. */
export const ReportingRecord = Type.Object(
  { period: Type.String(), punctuality: Punctuality },
  { $id: "ReportingRecord" },
);

export type Departments = Static<typeof Departments>;
export type DepartmentProgress = Static<typeof DepartmentProgress>;
