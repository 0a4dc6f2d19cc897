/** Judgements that were once wrong; each row names what was. */
import { expect, it } from "vitest";
import { assessed } from "../helpers/oracle/bridge.ts";
import { aCase, aTarget, counts, waiting } from "../helpers/oracle/example.ts";
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
];

it.each(rows)("%s", (_, asked, answer) => {
  expect(spell(assessed(asked))).toMatchObject(answer);
});
