/** `assess` against a second implementation of DOMAIN sections 2 to 5, field by field and exactly, on drawn plans. */
import fc from "fast-check";
import { expect } from "vitest";
import { lights } from "../../../db/src/vocabulary.ts";
import { assessed } from "./bridge.ts";
import { anySeed } from "./draw.ts";
import { caseOf } from "./draw-case.ts";
import { judge } from "./judge.ts";
import { differences } from "./near.ts";
import type { PlainCase } from "./plain.ts";
import { simplest } from "./simplest.ts";
import { spell } from "./spelling.ts";

/** How many cases are drawn, and by which seed. */
export interface Drawing {
  readonly runs: number;
  readonly seed: number;
}

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

/** Fails at the first drawn plan that the two judge otherwise, and where a light or a cause comes less than once in 1,000. */
export function judgeAlike({ runs, seed }: Drawing): void {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anySeed, (drawn) => {
      const asked = caseOf(drawn);
      const { light, cause } = judge(asked);
      for (const word of [`light ${light}`, cause]) seen.set(word, (seen.get(word) ?? 0) + 1);
      expect(disagreement(asked)).toBeNull();
    }),
    { numRuns: runs, seed },
  );
  const words = [...causes, "light null", ...lights.map((light) => `light ${light}`)];
  const seldom = words.filter((word) => (seen.get(word) ?? 0) < runs / 1000);
  expect(seldom, "every light and every cause is visited at least once in 1,000 cases").toEqual([]);
}
