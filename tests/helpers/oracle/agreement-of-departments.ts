/** Roll-ups and the figures and ranks of departments against a second implementation of DOMAIN sections 5 and 6. */
import fc from "fast-check";
import { expect } from "vitest";
import { attributions } from "../../../db/src/vocabulary.ts";
import { assess } from "../../../server/src/domain/assess.ts";
import {
  type AssignedTarget,
  type DepartmentFigures,
  departmentFigures,
  rankDepartments,
} from "../../../server/src/domain/attribution.ts";
import { rollUp } from "../../../server/src/domain/roll-up.ts";
import type { Drawing } from "./agreement.ts";
import { inputOf, pairOf } from "./bridge.ts";
import { figuresOf, type PlainAssigned, type PlainFigures, ranksOf, rollUpOf } from "./departments.ts";
import { anySeed } from "./draw.ts";
import { type DrawnAssignment, partsOf, unitsOf } from "./draw-units.ts";
import { isZero, over, type Pair, spelled } from "./fractions.ts";
import { judge } from "./judge.ts";
import { earlier } from "./months.ts";
import type { PlainCase } from "./plain.ts";
import { valueInForce } from "./schedule.ts";

const text = (pair: Pair | null): string | null => (pair === null ? null : spelled(pair));

/** Roots are not exact, so an annual growth does not enter here. */
const isExact = (asked: PlainCase): boolean => asked.target.reading !== "annual-growth";

function valueNow({ target, month }: PlainCase): Pair {
  return valueInForce(target, earlier(month, target.deadline ?? month));
}

function answered(unit: readonly DrawnAssignment[]): readonly PlainAssigned[] {
  return unit.map(({ asked, ...rest }) => {
    const { key, reading, direction } = asked.target;
    return { ...rest, key, reading, direction, value: valueNow(asked), answer: judge(asked) };
  });
}

function assigned(unit: readonly DrawnAssignment[]): readonly AssignedTarget[] {
  return unit.map(({ asked, ...rest }) => {
    const input = inputOf(asked);
    return { ...rest, target: input.target, assessment: assess(input) };
  });
}

const completionOf = (achieved: Pair | null, target: Pair): Pair | null =>
  achieved === null || isZero(target) ? null : over(achieved, target);

function right({ due, reported, composite, lights, withoutLead, sums }: PlainFigures) {
  return {
    ...{ due, reported, lights, withoutLead, composite: text(composite) },
    sums: sums.map(({ group, achieved, target }) => [
      ...[...group.split(" ").slice(0, 2), text(achieved), text(target)],
      text(completionOf(achieved, target)),
    ]),
  };
}

function found({ due, reported, composite, lights, withoutLead, sums }: DepartmentFigures) {
  return {
    ...{ due, reported, lights, withoutLead, composite: text(pairOf(composite)) },
    sums: sums.map((sum) => [
      ...[sum.indicator, sum.reading, text(pairOf(sum.achieved)), text(pairOf(sum.target))],
      text(pairOf(sum.completion)),
    ]),
  };
}

/** Fails at the first drawn set of units with other figures or ranks than the oracle's, in any view. */
export function rankAlike({ runs, seed }: Drawing): void {
  let ranked = 0;
  fc.assert(
    fc.property(anySeed, (drawn) => {
      const units = unitsOf(drawn).map((unit) => unit.filter(({ asked }) => isExact(asked)));
      const oracle = units.map(answered);
      const domain = units.map(assigned);
      for (const view of attributions) {
        const plain = oracle.map((unit) => figuresOf(unit, view));
        const figures = domain.map((unit) => departmentFigures(unit, view));
        expect(figures.map(found), view).toEqual(plain.map(right));
        expect(rankDepartments(figures), view).toEqual(ranksOf(plain));
        ranked += ranksOf(plain).filter((rank) => rank !== null && rank > 1).length;
      }
    }),
    { numRuns: runs, seed },
  );
  expect(ranked).toBeGreaterThan(0);
}

/** Fails at the first drawn headline whose parts add up otherwise than the oracle's. */
export function addUpAlike({ runs, seed }: Drawing): void {
  fc.assert(
    fc.property(anySeed, (drawn) => {
      const parts = partsOf(drawn).filter(isExact);
      const [headline] = parts;
      if (headline === undefined) return;
      const { target, month } = inputOf(headline);
      const found = rollUp(
        target,
        month,
        parts.map((part) => assess(inputOf(part))),
      );
      const right = rollUpOf(
        valueNow(headline),
        parts.map((part) => ({ value: valueNow(part), answer: judge(part) })),
      );
      expect({
        ...found,
        achieved: text(pairOf(found.achieved)),
        allocated: text(pairOf(found.allocated)),
        unallocated: text(pairOf(found.unallocated)),
      }).toEqual({
        ...right,
        achieved: text(right.achieved),
        allocated: text(right.allocated),
        unallocated: text(right.unallocated),
      });
    }),
    { numRuns: runs, seed },
  );
}
