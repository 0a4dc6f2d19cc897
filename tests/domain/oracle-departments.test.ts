/** Roll-ups and the figures and ranks of departments against a second implementation of DOMAIN sections 5 and 6. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { attributions } from "../../db/src/vocabulary.ts";
import { assess } from "../../server/src/domain/assess.ts";
import {
  type AssignedTarget,
  type DepartmentFigures,
  departmentFigures,
  rankDepartments,
} from "../../server/src/domain/attribution.ts";
import { rollUp } from "../../server/src/domain/roll-up.ts";
import { inputOf, pairOf } from "../helpers/oracle/bridge.ts";
import { figuresOf, type PlainAssigned, type PlainFigures, ranksOf, rollUpOf } from "../helpers/oracle/departments.ts";
import { anySeed } from "../helpers/oracle/draw.ts";
import { type DrawnAssignment, partsOf, unitsOf } from "../helpers/oracle/draw-units.ts";
import { isZero, over, type Pair, spelled } from "../helpers/oracle/fractions.ts";
import { judge } from "../helpers/oracle/judge.ts";
import { earlier } from "../helpers/oracle/months.ts";
import type { PlainCase } from "../helpers/oracle/plain.ts";
import { valueInForce } from "../helpers/oracle/schedule.ts";

const runs = Math.ceil(Number(process.env.RUNS ?? 5000) / 10);

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

it(`departments have the oracle's figures and ranks in every view for ${runs} drawn sets of units`, () => {
  let ranked = 0;
  fc.assert(
    fc.property(anySeed, (seed) => {
      const units = unitsOf(seed).map((unit) => unit.filter(({ asked }) => isExact(asked)));
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
    { numRuns: runs },
  );
  expect(ranked).toBeGreaterThan(0);
}, 3_600_000);

it(`adds up the parts of ${runs} drawn headlines as the oracle does`, () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const parts = partsOf(seed).filter(isExact);
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
    { numRuns: runs },
  );
}, 3_600_000);
