/** Who acts, and what their account may do. */
import type { Basis, Role } from "@beizeng/db/vocabulary";
import type { Mover } from "../domain/workflow.ts";

/** A person's account as it acts: its id, which is kept with figures, one role, and the units (by key) that it reports for. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly departments: readonly string[];
}

/** The actor as the workflow sees them at a department's paper: the statistics bureau confirms the figures of every unit. */
export function moverOf({ id, role, departments }: Actor, department: string, basis: Basis): Mover {
  return { account: id, role, departments: basis === "statistics" ? [department] : departments };
}

/** True when figures on a basis are the actor's to write: 统计核定 is the statistics bureau's alone, 部门填报 never. */
export function writesOn({ role }: Pick<Actor, "role">, basis: Basis): boolean {
  return role === "system" || (role === "statistics") === (basis === "statistics");
}
