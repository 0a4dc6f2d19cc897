import { insertAddedUnit, type Store } from "@beizeng/db";
import type { DepartmentKind } from "@beizeng/db/vocabulary";
import type { PlanOutline } from "../plans/outline.ts";
import { askFreeName } from "../plans/unit-names.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing } from "./edit-plan.ts";

/** A unit that a plan did not name. */
export interface AddUnit extends PlanEditing {
  /** Its name in Chinese, and in English where it has one. */
  readonly name: { readonly zh: string; readonly en?: string };
  /** Anything but a group, whose members a form of a few lines cannot give. */
  readonly kind: Exclude<DepartmentKind, "group">;
}

function decide(outline: PlanOutline, { name, kind }: AddUnit): Answer<Addition> {
  const zh = name.zh.trim();
  if (zh === "") return refuse({ code: "name-missing", field: "name" });
  const { facts, departments } = outline;
  // Units of a plan are only ever added, so that their number is new.
  const key = `${facts.key}-unit-${departments.size + 1}`;
  const free = askFreeName(outline, { field: "name", unit: key, name: zh });
  if (!free.ok) return free;
  const en = name.en?.trim() || zh;
  const unit = { id: key, name: { zh, en }, kind, jurisdiction: facts.jurisdiction.code, aliases: [], members: [] };
  return give({
    kind: "add-unit",
    entity: `unit:${key}`,
    from: null,
    payload: { unit: key, name: { zh, en }, unitKind: kind },
    write: (transaction, { editId }) =>
      insertAddedUnit(transaction, { planId: facts.id, editId, unit: { ...unit, membersAreComplete: true } }),
  });
}

/** Adds a unit to a plan; it answers for nothing until it is assigned to a subject. */
export function addUnit(store: Store, request: AddUnit): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { name, kind } = request;
  return editPlan(store, request, { kind: "add-unit", name, unitKind: kind }, (outline) => decide(outline, request));
}
