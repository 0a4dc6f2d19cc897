/** Judgements that were once wrong; each row names what was. */
import { expect, it } from "vitest";
import { assessed } from "../helpers/oracle/bridge.ts";
import { aCase, aTarget, counts, waiting } from "../helpers/oracle/example.ts";
import { pair } from "../helpers/oracle/fractions.ts";
import type { PlainCase } from "../helpers/oracle/plain.ts";
import { spell } from "../helpers/oracle/spelling.ts";

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
];

it.each(rows)("%s", (_, asked, answer) => {
  expect(spell(assessed(asked))).toMatchObject(answer);
});
