import { insertAddedAlias, type Store } from "@beizeng/db";
import type { PlanOutline } from "../plans/outline.ts";
import { askFreeName } from "../plans/unit-names.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing } from "./edit-plan.ts";

/** Another name under which a plan's texts and workbooks speak of a unit. */
export interface AddAlias extends PlanEditing {
  /** Key of the unit. */
  readonly unit: string;
  readonly alias: string;
}

function decide(outline: PlanOutline, request: AddAlias): Answer<Addition> {
  const unit = outline.departments.get(request.unit);
  if (unit === undefined) return refuse({ code: "unknown-department", field: "unit", value: request.unit });
  const alias = request.alias.trim();
  if (alias === "") return refuse({ code: "name-missing", field: "alias" });
  const free = askFreeName(outline, { field: "alias", unit: unit.key, name: alias });
  if (!free.ok) return free;
  return give({
    kind: "add-alias",
    entity: `alias:${unit.key}/${alias}`,
    from: null,
    payload: { unit: unit.key, alias },
    write: (transaction, { editId }) =>
      insertAddedAlias(transaction, { planId: outline.facts.id, editId, departmentId: unit.id, alias }),
  });
}

/** Adds another name of a unit: two spellings of one unit within one plan are one unit. DOMAIN section 6. */
export function addAlias(store: Store, request: AddAlias): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { unit, alias } = request;
  return editPlan(store, request, { kind: "add-alias", unit, alias }, (outline) => decide(outline, request));
}
