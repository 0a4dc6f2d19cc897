/** Roll-ups and the figures and ranks of departments against a second implementation of DOMAIN sections 5 and 6. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Attribution, attributions } from "../../db/src/vocabulary.ts";
import { assess } from "../../server/src/domain/assess.ts";
import { departmentFigures, rankDepartments } from "../../server/src/domain/attribution.ts";
import { rollUp } from "../../server/src/domain/roll-up.ts";
import { inputOf, pairOf } from "../helpers/oracle/bridge.ts";
import { figuresOf, type PlainFigures, ranksOf, rollUpOf } from "../helpers/oracle/departments.ts";
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

function expected(unit: readonly DrawnAssignment[], view: Attribution): PlainFigures {
  const assigned = unit.map(({ asked, ...rest }) => {
    const { key, reading, direction } = asked.target;
    return { ...rest, key, reading, direction, value: valueNow(asked), answer: judge(asked) };
  });
  return figuresOf(assigned, view);
}

function actual(unit: readonly DrawnAssignment[], view: Attribution) {
  const assigned = unit.map(({ asked, ...rest }) => {
    const input = inputOf(asked);
    return { ...rest, target: input.target, assessment: assess(input) };
  });
  return departmentFigures(assigned, view);
}

const completionOf = (achieved: Pair | null, target: Pair): Pair | null =>
  achieved === null || isZero(target) ? null : over(achieved, target);

describe.each(attributions)("departments, %s", (view) => {
  it(`has the oracle's figures and ranks for ${runs} drawn sets of units`, () => {
    let ranked = 0;
    fc.assert(
      fc.property(anySeed, (seed) => {
        const units = unitsOf(seed).map((unit) => unit.filter(({ asked }) => isExact(asked)));
        const right = units.map((unit) => expected(unit, view));
        const found = units.map((unit) => actual(unit, view));
        expect(
          found.map(({ due, reported, composite, lights, withoutLead, sums }) => ({
            ...{ due, reported, lights, withoutLead, composite: text(pairOf(composite)) },
            sums: sums.map((sum) => [
              ...[sum.indicator, sum.reading, text(pairOf(sum.achieved)), text(pairOf(sum.target))],
              text(pairOf(sum.completion)),
            ]),
          })),
        ).toEqual(
          right.map(({ due, reported, composite, lights, withoutLead, sums }) => ({
            ...{ due, reported, lights, withoutLead, composite: text(composite) },
            sums: sums.map(({ group, achieved, target }) => [
              ...[...group.split(" ").slice(0, 2), text(achieved), text(target)],
              text(completionOf(achieved, target)),
            ]),
          })),
        );
        expect(rankDepartments(found)).toEqual(ranksOf(right));
        ranked += ranksOf(right).filter((rank) => rank !== null && rank > 1).length;
      }),
      { numRuns: runs },
    );
    expect(ranked).toBeGreaterThan(0);
  }, 3_600_000);
});

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
