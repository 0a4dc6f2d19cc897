import { and, asc, eq } from "drizzle-orm";
import type { Text } from "../schema/column-makers.ts";
import { reading, type Scope } from "../statement.ts";
import type { Reader } from "../store.ts";
import { textOf } from "../texts.ts";
import type { SubjectKind } from "../vocabulary.ts";
import { type BookAssignment, findSubjectAssignments } from "./departments.ts";
import { additionColumns, additionOf, type BookAddition, isKnown } from "./plan-additions.ts";
import type { PlanKnowledge } from "./plan-targets.ts";

/** A subject; `id` is the store's own, `key` unique in the plan. */
export type BookSubject = {
  id: number;
  key: string;
  kind: SubjectKind;
  name: Text;
  clause: string;
  park: Text | null;
  leadEnterprise: Text | null;
  directions: Text[];
  /** How it came in later; null for what the document itself says. */
  addition: BookAddition | null;
  /** In the order of the document. */
  assignments: BookAssignment[];
};

const subjectRows = reading(({ select, t, p }: Scope<{ planId: number } & PlanKnowledge>) => {
  const { id, key, kind, nameZh, nameEn, clause, parkZh, parkEn, leadEnterpriseZh, leadEnterpriseEn } = t.subjects;
  const columns = { id, key, kind, nameZh, nameEn, clause, parkZh, parkEn, leadEnterpriseZh, leadEnterpriseEn };
  return select({ ...columns, directions: t.subjects.directions, ...additionColumns(t) })
    .from(t.subjects)
    .leftJoin(t.planEdits, eq(t.planEdits.id, t.subjects.editId))
    .where(and(eq(t.subjects.planId, p.planId), isKnown(t, t.subjects.editId, p)))
    .orderBy(asc(t.subjects.position));
});

/** A plan's subjects in its order, as far as they were known. */
export async function findPlanSubjects(
  reader: Reader,
  planId: number,
  knowledge: PlanKnowledge,
): Promise<BookSubject[]> {
  const assignments = await findSubjectAssignments(reader, planId, knowledge);
  const rows = await reader.all(subjectRows, { planId, ...knowledge });
  return rows.map(({ id, key, kind, nameZh, nameEn, clause, directions, ...row }) => ({
    id,
    key,
    kind,
    name: { zh: nameZh, en: nameEn },
    clause,
    park: textOf(row.parkZh, row.parkEn),
    leadEnterprise: textOf(row.leadEnterpriseZh, row.leadEnterpriseEn),
    directions,
    addition: additionOf(row),
    assignments: assignments(id),
  }));
}
