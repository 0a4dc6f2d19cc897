import { type Static, Type } from "typebox";
import {
  AssignmentRole,
  Comparator,
  CurveKind,
  DepartmentKind,
  Direction,
  Figure,
  Frequency,
  Hardness,
  Horizon,
  Key,
  Month,
  Nature,
  nullable,
  Reading,
  SubjectKind,
  Text,
  WorkspaceKind,
} from "./common.ts";

/** A horizon of a plan and how many targets it has. */
export const PlanHorizon = Type.Object({ horizon: Horizon, targets: Type.Integer() }, { $id: "PlanHorizon" });

export const PlanSummary = Type.Object(
  {
    key: Key,
    title: Text,
    documentNumber: nullable(Type.String()),
    issuer: Text,
    jurisdiction: Type.Object({
      code: Type.String(),
      name: Text,
      /** The place that it lies in; null for the nation. */
      parent: nullable(Type.Object({ code: Type.String(), name: Text })),
    }),
    marketEntityWord: Type.String({ description: "市场主体 or 经营主体, the plan's own word." }),
    issuedOn: Type.String(),
    effectiveFrom: nullable(Type.String()),
    expiresOn: nullable(Type.String()),
    frequency: Frequency,
    firstPeriod: Month,
    dueDay: Type.Integer(),
    /** The earliest and latest month that may be asked for: the plan's first origin, and the running month. */
    firstMonth: Month,
    lastMonth: Month,
    /** The latest period whose due day has passed: what a page opens with. */
    latestPeriod: Month,
    horizons: Type.Array(PlanHorizon),
    counts: Type.Object({ chains: Type.Integer(), targets: Type.Integer(), departments: Type.Integer() }),
  },
  { $id: "PlanSummary" },
);

export const SubjectSummary = Type.Object(
  { key: Key, kind: SubjectKind, name: Text, clause: Type.String() },
  { $id: "SubjectSummary" },
);

export const AssignedUnit = Type.Object(
  {
    department: Key,
    name: Text,
    kind: DepartmentKind,
    role: AssignmentRole,
    isReporting: Type.Boolean(),
    isImplied: Type.Boolean(),
  },
  { $id: "AssignedUnit" },
);

/** How a subject or a measure came in after the plan was loaded; months before `from` are without it. */
export const PlanAddition = Type.Object(
  { from: Month, reason: Type.String(), document: nullable(Type.String()) },
  { $id: "PlanAddition" },
);

export const PlanSubject = Type.Object(
  {
    key: Key,
    kind: SubjectKind,
    name: Text,
    clause: Type.String(),
    park: nullable(Text),
    leadEnterprise: nullable(Text),
    directions: Type.Array(Text),
    units: Type.Array(AssignedUnit),
    /** Null for what the document itself says. */
    addition: nullable(PlanAddition),
  },
  { $id: "PlanSubject" },
);

/** A target's value that took the place of a former one (目标调整); both in words. */
export const TargetAdjustment = Type.Object(
  {
    from: Month,
    former: Text,
    formerValue: Figure,
    text: Text,
    value: Figure,
    reason: nullable(Type.String()),
    document: nullable(Type.String()),
  },
  { $id: "TargetAdjustment" },
);

export const PlanTarget = Type.Object(
  {
    key: Type.String(),
    measure: Type.String(),
    subject: Key,
    indicator: Key,
    indicatorName: Text,
    scopeName: nullable(Text),
    nature: Nature,
    reading: Reading,
    comparator: Comparator,
    direction: Direction,
    value: Figure,
    stretch: nullable(Figure),
    /** The target in words, such as 新增 ≥145户. */
    text: Text,
    unit: Text,
    opening: Figure,
    /** Of a growth, which counts from a figure in another unit than its own: that base (基期值), without value where it is not known. */
    base: nullable(Type.Object({ figure: Figure, unit: Text })),
    origin: Month,
    deadline: nullable(Month),
    horizon: Horizon,
    hardness: Hardness,
    curve: CurveKind,
    clause: Type.String(),
    ambiguous: nullable(Text),
    implied: nullable(Text),
    /** How it was adjusted, ascending by month; empty while the text's own value stands. */
    adjustments: Type.Array(TargetAdjustment),
  },
  { $id: "PlanTarget" },
);

export const PlanMeasure = Type.Object(
  {
    key: Type.String(),
    subject: Key,
    indicator: Key,
    indicatorName: Text,
    scopeName: nullable(Text),
    nature: Nature,
    unit: Text,
    decimals: Type.Integer(),
    reportingUnit: Key,
    targets: Type.Array(Type.String()),
    addition: nullable(PlanAddition),
  },
  { $id: "PlanMeasure" },
);

export const PlanDepartment = Type.Object(
  {
    key: Key,
    name: Text,
    kind: DepartmentKind,
    aliases: Type.Array(Type.String()),
    members: Type.Array(Text),
    subjects: Type.Integer(),
    targets: Type.Integer(),
  },
  { $id: "PlanDepartment" },
);

/** A headline target and the sum of the targets declared as its parts. */
export const Reconciliation = Type.Object(
  {
    target: Type.String(),
    subject: Key,
    name: Text,
    horizon: Horizon,
    unit: Text,
    targetValue: Figure,
    allocated: Figure,
    unallocated: Figure,
    parts: Type.Array(Type.Object({ subject: Key, name: Text, value: nullable(Figure) })),
    note: nullable(Text),
  },
  { $id: "Reconciliation" },
);

export const Plan = Type.Object(
  {
    plan: PlanSummary,
    isDemonstration: Type.Boolean(),
    subjects: Type.Array(PlanSubject),
    measures: Type.Array(PlanMeasure),
    targets: Type.Array(PlanTarget),
    departments: Type.Array(PlanDepartment),
    reconciliations: Type.Array(Reconciliation),
    incentives: Type.Integer(),
  },
  { $id: "Plan" },
);

export const PlanList = Type.Object(
  {
    workspace: Type.Object({
      kind: WorkspaceKind,
      today: Type.String({ description: "The day by the workspace's own clock." }),
    }),
    plans: Type.Array(PlanSummary),
  },
  { $id: "PlanList" },
);

export type Plan = Static<typeof Plan>;
export type PlanList = Static<typeof PlanList>;
export type PlanSummary = Static<typeof PlanSummary>;
export type TargetAdjustment = Static<typeof TargetAdjustment>;
export type Reconciliation = Static<typeof Reconciliation>;
