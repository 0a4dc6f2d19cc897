/**
 * `assess` against a second implementation of DOMAIN sections 2 to 5, field by field and exactly, on drawn plans.
 * RUNS=1000000 in the environment asks for more than the usual 5,000.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { lights } from "../../db/src/vocabulary.ts";
import { assessed } from "../helpers/oracle/bridge.ts";
import { anySeed } from "../helpers/oracle/draw.ts";
import { caseOf } from "../helpers/oracle/draw-case.ts";
import { judge } from "../helpers/oracle/judge.ts";
import { differences } from "../helpers/oracle/near.ts";
import type { PlainCase } from "../helpers/oracle/plain.ts";
import { simplest } from "../helpers/oracle/simplest.ts";
import { spell } from "../helpers/oracle/spelling.ts";

const runs = Number(process.env.RUNS ?? 5000);

const causes = [
  "before-first-period",
  "not-formed",
  "parts-missing",
  "no-report",
  "met-for-good",
  "met-at-deadline",
  "missed-at-deadline",
  "met-late",
  "waits-for-deadline",
  "no-gap",
  "under-one-unit",
  "under-one-unit-near-deadline",
  "within-tolerance",
  "beyond-tolerance",
] as const;

/** The answers of both where they differ, on the simplest case that still shows it. */
function disagreement(asked: PlainCase): string | null {
  const isRoot = (each: PlainCase) => each.target.reading === "annual-growth";
  const differing = (each: PlainCase) => differences(judge(each), assessed(each), isRoot(each));
  if (differing(asked).length === 0) return null;
  const simple = simplest(asked, (each) => differing(each).length > 0);
  const report = {
    fields: differing(simple),
    asked: simple,
    oracle: spell(judge(simple)),
    assess: spell(assessed(simple)),
  };
  return JSON.stringify(report, (_, value) => (typeof value === "bigint" ? Number(value) : value), 1);
}

it(`assess agrees with an independent oracle on ${runs} drawn plans, in every field`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anySeed, (seed) => {
      const asked = caseOf(seed);
      const { light, cause } = judge(asked);
      for (const word of [`light ${light}`, cause]) seen.set(word, (seen.get(word) ?? 0) + 1);
      expect(disagreement(asked)).toBeNull();
    }),
    { numRuns: runs },
  );
  const words = [...causes, "light null", ...lights.map((light) => `light ${light}`)];
  const seldom = words.filter((word) => (seen.get(word) ?? 0) < runs / 1000);
  expect(seldom, "every light and every cause is visited at least once in 1,000 cases").toEqual([]);
}, 3_600_000);
