import { and, asc, eq } from "drizzle-orm";
import { groupedBy } from "../rows.ts";
import type { Text } from "../schema/column-makers.ts";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import type { AssignmentRole, DepartmentKind } from "../vocabulary.ts";
import { isKnown } from "./plan-additions.ts";
import type { PlanKnowledge } from "./plan-targets.ts";

/** A responsible unit as a plan names it; `members` is empty for all but groups. */
export type BookDepartment = {
  id: number;
  key: string;
  name: Text;
  kind: DepartmentKind;
  /** Code of its place. */
  jurisdiction: string;
  aliases: string[];
  /** Months are both included, null where open. */
  members: { department: string; from: string | null; to: string | null }[];
  membersAreComplete: boolean;
};

/** A unit's part in a subject. */
export type BookAssignment = {
  /** Key of the unit. */
  department: string;
  role: AssignmentRole;
  isReporting: boolean;
  isImplied: boolean;
  /** The first month in which it counts; null for what the document itself says. */
  from: string | null;
};

type OfPlan = { planId: number };

const departmentRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { id, key, nameZh, nameEn, kind, membersAreComplete } = t.departments;
  return select({ id, key, nameZh, nameEn, kind, membersAreComplete, jurisdiction: t.jurisdictions.code })
    .from(t.planDepartments)
    .innerJoin(t.departments, eq(id, t.planDepartments.departmentId))
    .innerJoin(t.jurisdictions, eq(t.jurisdictions.id, t.departments.jurisdictionId))
    .where(eq(t.planDepartments.planId, p.planId))
    .orderBy(asc(t.planDepartments.position));
});

const memberRows = reading(({ select, t, p }: Scope<OfPlan>) => {
  const { groupId, fromMonth, toMonth, position } = t.departmentMembers;
  return select({ groupId, department: t.departments.key, from: fromMonth, to: toMonth })
    .from(t.planDepartments)
    .innerJoin(t.departmentMembers, eq(groupId, t.planDepartments.departmentId))
    .innerJoin(t.departments, eq(t.departments.id, t.departmentMembers.memberId))
    .where(eq(t.planDepartments.planId, p.planId))
    .orderBy(asc(groupId), asc(position));
});

const aliasRows = reading(({ select, t, p }: Scope<OfPlan>) =>
  select({ departmentId: t.departmentAliases.departmentId, alias: t.departmentAliases.alias })
    .from(t.departmentAliases)
    .where(eq(t.departmentAliases.planId, p.planId))
    .orderBy(asc(t.departmentAliases.id)),
);

const assignmentRows = reading(({ select, t, p }: Scope<OfPlan & PlanKnowledge>) => {
  const { subjectId, role, isReporting, isImplied, position, editId } = t.assignments;
  const { fromMonth } = t.planEdits;
  return select({ subjectId, department: t.departments.key, role, isReporting, isImplied, from: fromMonth })
    .from(t.subjects)
    .innerJoin(t.assignments, eq(subjectId, t.subjects.id))
    .innerJoin(t.departments, eq(t.departments.id, t.assignments.departmentId))
    .leftJoin(t.planEdits, eq(t.planEdits.id, editId))
    .where(and(eq(t.subjects.planId, p.planId), isKnown(t, editId, p)))
    .orderBy(asc(t.subjects.position), asc(position));
});

const unitRows = reading(({ select, t }) =>
  select({
    plan: t.plans.key,
    placeZh: t.jurisdictions.nameZh,
    placeEn: t.jurisdictions.nameEn,
    key: t.departments.key,
    nameZh: t.departments.nameZh,
    nameEn: t.departments.nameEn,
  })
    .from(t.planDepartments)
    .innerJoin(t.plans, eq(t.plans.id, t.planDepartments.planId))
    .innerJoin(t.jurisdictions, eq(t.jurisdictions.id, t.plans.jurisdictionId))
    .innerJoin(t.departments, eq(t.departments.id, t.planDepartments.departmentId))
    .orderBy(asc(t.plans.id), asc(t.planDepartments.position)),
);

/** A unit as one of the plans names it, with the plan's place. */
export type PlanUnit = { plan: string; place: Text; key: string; name: Text };

/** The units of all plans, plan by plan in the order of loading. */
export async function findPlanUnits(reader: Reader): Promise<PlanUnit[]> {
  return (await reader.all(unitRows, {})).map(({ plan, placeZh, placeEn, key, nameZh, nameEn }) => ({
    plan,
    place: { zh: placeZh, en: placeEn },
    key,
    name: { zh: nameZh, en: nameEn },
  }));
}

/** A plan's units in its order. */
export async function findPlanDepartments(reader: Reader, planId: number): Promise<BookDepartment[]> {
  const members = groupedBy(await reader.all(memberRows, { planId }), (row) => row.groupId);
  const aliases = groupedBy(await reader.all(aliasRows, { planId }), (row) => row.departmentId);
  const rows = await reader.all(departmentRows, { planId });
  return rows.map(({ id, key, nameZh, nameEn, kind, jurisdiction, membersAreComplete }) => ({
    id,
    key,
    name: { zh: nameZh, en: nameEn },
    kind,
    jurisdiction,
    aliases: aliases(id).map((row) => row.alias),
    members: members(id).map(({ department, from, to }) => ({ department, from, to })),
    membersAreComplete,
  }));
}

/** Who is responsible for a plan's subjects as far as it was known: asked by the store's id of a subject. */
export async function findSubjectAssignments(
  reader: Reader,
  planId: number,
  knowledge: PlanKnowledge,
): Promise<(subjectId: number) => BookAssignment[]> {
  const bySubject = groupedBy(await reader.all(assignmentRows, { planId, ...knowledge }), (row) => row.subjectId);
  return (subjectId) => bySubject(subjectId).map(({ subjectId: _, ...assignment }) => assignment);
}
