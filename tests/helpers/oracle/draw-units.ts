import type { AssignmentRole } from "../../../db/src/vocabulary.ts";
import { type Draw, fromSeed } from "./draw.ts";
import { drawCase } from "./draw-case.ts";
import type { PlainCase } from "./plain.ts";

/** A target as a plan assigns it to a unit, before any answer. */
export interface DrawnAssignment {
  readonly asked: PlainCase;
  readonly subject: string;
  readonly indicator: string;
  readonly parts: readonly string[];
  readonly role: AssignmentRole;
  readonly unitsAssigned: number;
  readonly hasLead: boolean;
}

/** Some units, each with targets of several subjects; now and then a headline with some of its parts. */
export const unitsOf = fromSeed((draw) => Array.from({ length: draw.whole(1, 5) }, () => drawUnit(draw)));

/** Parts of a headline, whatever they are: what may be added is for the plan to declare. */
export const partsOf = fromSeed((draw) => Array.from({ length: draw.whole(1, 8) }, () => drawCase(draw)));

function drawUnit(draw: Draw): readonly DrawnAssignment[] {
  const count = draw.whole(0, 7);
  const isPlain = draw.chance(50);
  return Array.from({ length: count }, (_, index) => {
    const asked = drawCase(draw);
    const role = draw.pick<AssignmentRole>(["lead", "responsible"]);
    const parts = draw.chance(15) ? [`target-${draw.whole(0, 8)}`, `target-${draw.whole(0, 8)}`] : [];
    return {
      asked: { ...asked, target: { ...asked.target, key: `target-${index}` } },
      subject: `subject-${draw.whole(0, 3)}`,
      indicator: draw.pick(["firms", "events"]),
      parts: parts.filter((part) => part !== `target-${index}`),
      role,
      unitsAssigned: isPlain ? 1 : draw.whole(1, 4),
      hasLead: role === "lead" || draw.chance(50),
    };
  });
}
