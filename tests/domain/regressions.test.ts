/** Judgements that were once wrong; each row names what was. */
import { expect, it } from "vitest";
import { assessed } from "../helpers/oracle/bridge.ts";
import { aCase, aTarget, counts, linear, waiting } from "../helpers/oracle/example.ts";
import { pair } from "../helpers/oracle/fractions.ts";
import type { PlainCase, PlainCurve, PlainTarget } from "../helpers/oracle/plain.ts";
import { spell } from "../helpers/oracle/spelling.ts";

const falling = (value: number, more: Partial<PlainTarget>) =>
  aTarget("level", value, { direction: "falling", comparator: "<=", ...more });

const table: PlainCurve = {
  ...linear,
  kind: "custom",
  points: [
    { month: "2021-12", percent: 40 },
    { month: "2022-06", percent: 70 },
    { month: "2022-12", percent: 100 },
  ],
};

const rows: readonly (readonly [string, PlainCase, Readonly<Record<string, unknown>>])[] = [
  [
    "a standing annual growth read 未到期 in its first year, though standing targets are never not-due",
    aCase(aTarget("annual-growth", 8, { deadline: null, curve: waiting }), "2022-06", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 100 } },
      observations: counts("amount", { "2022-06": 104 }),
    }),
    { light: null, cause: "not-formed", isReported: false },
  ],
  [
    "a headline before its first period counted as reported because its parts were",
    aCase(aTarget("new", 15), "2022-01", {
      firstPeriod: "2022-03",
      rollUp: {
        ...{ achieved: pair(1), judgedMonth: "2022-01", partsReported: 2, parts: 2 },
        ...{ allocated: pair(15), unallocated: pair(0) },
      },
    }),
    { achieved: "1", light: null, cause: "before-first-period", isReported: false },
  ],
  [
    // listed 40 % by the other's 2021-12, 70 % by June: (70 − 40)/(100 − 40) of the way from 70 to 60 is 65
    "a nearer target's table from before this origin asked at once for what it had listed until then",
    aCase(falling(50, { deadline: "2025-12" }), "2022-06", {
      ...{ nature: "level", isIndivisible: false, opening: { month: "2021-12", amount: 70 } },
      siblings: [falling(60, { origin: "2020-12", curve: table })],
      observations: counts("amount", { "2022-06": 66 }),
    }),
    { start: "70", expected: "65", gap: "1", gapPercent: "5", light: "behind" },
  ],
];

it.each(rows)("%s", (_, asked, answer) => {
  expect(spell(assessed(asked))).toMatchObject(answer);
});
