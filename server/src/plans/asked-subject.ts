/** A subject that is to be added to a plan, as it was typed, checked before it is written. DOMAIN sections 1 and 6. */
import type { SubjectContent } from "@beizeng/db";
import type { AssignmentRole, SubjectKind } from "@beizeng/db/vocabulary";
import { placesNamedAgain, reportingUnit } from "../domain/assignment-rules.ts";
import type { Month } from "../domain/month.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { readFrom, readName, refuseField, type TypedName } from "./asked-addition.ts";
import type { PlanOutline } from "./outline.ts";

/** What is typed of a subject. */
export interface TypedSubject {
  /** A headline is what a plan is about as a whole, and is not added. */
  readonly kind: Exclude<SubjectKind, "headline">;
  /** Its id for good: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: TypedName;
  /** Where the document that adds it speaks of it. */
  readonly clause?: string;
  readonly park?: TypedName;
  readonly leadEnterprise?: TypedName;
  /** Who answers for it, in order. */
  readonly units: readonly { readonly unit: string; readonly role: AssignmentRole }[];
  /** The first month in which it counts, YYYY-MM. */
  readonly from: string;
}

const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function readId(id: string, { subjects }: PlanOutline): Answer<string> {
  if (!keyPattern.test(id) || id.length > 64) {
    const en = "lower-case letters and digits, joined by hyphens, at most 64";
    return refuseField("id", { zh: "只能用小写字母和数字，以连字符连接，不超过64个字符", en });
  }
  const same = subjects.find(({ row }) => row.key === id);
  return same === undefined ? give(id) : refuse({ code: "key-taken", field: "id", value: id, allowed: same.row.name });
}

function readAssignments({ units }: TypedSubject, { departments }: PlanOutline): Answer<SubjectContent["assignments"]> {
  if (units.length === 0) return refuseField("units", { zh: "至少要有一个", en: "there must be one at least" });
  const unknown = units.find(({ unit }) => !departments.has(unit));
  if (unknown !== undefined) return refuse({ code: "unknown-department", field: "units", value: unknown.unit });
  const assignments = units.map(({ unit, role }) => ({ department: unit, role, isImplied: false }));
  const [again] = placesNamedAgain(assignments);
  if (again === undefined) return give(assignments);
  const { zh = "", en = "" } = departments.get(assignments[again]?.department ?? "")?.name ?? {};
  return refuseField("units", { zh: `${zh} 列了两次`, en: `${en} is named twice` });
}

/** The typed subject with the month from which it counts, or why it cannot be added. */
export function readSubject(
  typed: TypedSubject,
  outline: PlanOutline,
  lastClosed: Month | null,
): Answer<{ readonly subject: SubjectContent; readonly from: Month }> {
  const id = readId(typed.id, outline);
  if (!id.ok) return id;
  const name = readName(typed.name);
  if (name === null) return refuse({ code: "name-missing", field: "name" });
  const namesake = outline.subjects.find(({ row }) => row.name.zh === name.zh);
  if (namesake !== undefined) {
    const { key } = namesake.row;
    return refuseField("name", { zh: `已有同名事项（${key}）`, en: `there is a subject of that name (${key})` });
  }
  const assignments = readAssignments(typed, outline);
  if (!assignments.ok) return assignments;
  const from = readFrom(typed.from, outline, lastClosed);
  if (!from.ok) return from;
  const { facts, departments } = outline;
  const kindOf = (unit: string) => departments.get(unit)?.kind;
  const subject = {
    id: id.value,
    kind: typed.kind,
    name,
    clause: typed.clause?.trim() ?? "",
    park: typed.park === undefined ? null : readName(typed.park),
    leadEnterprise: typed.leadEnterprise === undefined ? null : readName(typed.leadEnterprise),
    directions: [],
    assignments: assignments.value,
    reporting: reportingUnit(assignments.value, facts.issuer.key, kindOf),
  };
  return give({ subject, from: from.value });
}
