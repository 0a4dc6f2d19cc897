/** Sums, composites and ranks worked out on paper from DOMAIN sections 5 and 6; they check the oracle of departments. */
import { describe, expect, it } from "vitest";
import type { Attribution } from "../../db/src/vocabulary.ts";
import { figuresOf, type PlainAssigned, ranksOf, rollUpOf } from "../helpers/oracle/departments.ts";
import { aCase, aTarget, firms } from "../helpers/oracle/example.ts";
import { type Pair, pair, spelled } from "../helpers/oracle/fractions.ts";
import { judge } from "../helpers/oracle/judge.ts";

/** So many of so many new firms in June 2022; null is not reported. */
function assigned(achieved: number | null, value: number, more: Partial<PlainAssigned> = {}): PlainAssigned {
  const observations = achieved === null ? {} : firms({ "2022-06": achieved });
  return {
    key: `${achieved}-of-${value}`,
    subject: "chain",
    indicator: "firms",
    reading: "new",
    direction: "rising",
    value: pair(value),
    parts: [],
    role: "lead",
    unitsAssigned: 1,
    hasLead: true,
    answer: judge(aCase(aTarget("new", value), "2022-06", observations)),
    ...more,
  };
}

const text = (value: Pair | null) => (value === null ? null : spelled(value));

function shown(targets: readonly PlainAssigned[], view: Attribution) {
  const { due, reported, composite, sums, withoutLead } = figuresOf(targets, view);
  const added = sums.map(({ achieved, target }) => `${text(achieved)} of ${text(target)}`);
  return { due, reported, composite: text(composite), added, withoutLead };
}

const joint = assigned(4, 4, { key: "joint", subject: "food", unitsAssigned: 2, role: "responsible", hasLead: false });

describe("a unit's figures, by hand", () => {
  it.each<[string, readonly PlainAssigned[], Attribution, object]>([
    // 1/2 and 1 in the mean are 3/4; 1 + 4 of 2 + 4
    ["full", [assigned(1, 2), joint], "full", { due: 2, reported: 2, composite: "3/4", added: ["5 of 6"] }],
    // 1/2 once and 1 by half: (1/2 + 1/2)/(1 + 1/2) = 2/3; 1 + 4/2 of 2 + 4/2
    ["shared", [assigned(1, 2), joint], "shared", { composite: "2/3", added: ["3 of 4"] }],
    // the joint chain has no lead unit and is named
    ["lead", [assigned(1, 2), joint], "lead", { due: 1, composite: "1/2", added: ["1 of 2"], withoutLead: ["food"] }],
    // 6 of 4 counts as 1 in the mean of 1 and 0, while the sum stays 6 of 8
    ["held between 0 and 1", [assigned(6, 4), assigned(0, 4)], "full", { composite: "1/2", added: ["6 of 8"] }],
    // 1 of 2 reported; the missing one's target still stands in the sum
    [
      "not all reported",
      [assigned(1, 2), assigned(null, 3)],
      "full",
      { reported: 1, composite: "1/2", added: ["1 of 5"] },
    ],
    // the headline of 15 is made of the part of 2 and goes
    [
      "a headline with its part",
      [assigned(9, 15, { parts: ["1-of-2"] }), assigned(1, 2)],
      "full",
      { added: ["1 of 2"] },
    ],
    // nothing at all
    ["nothing", [], "full", { due: 0, reported: 0, composite: null, added: [] }],
  ])("%s", (_, targets, view, right) => {
    expect(shown(targets, view)).toMatchObject(right);
  });
});

describe("ranks, by hand", () => {
  const unit = (achieved: number | null, value: number) => figuresOf([assigned(achieved, value)], "full");

  it("are shared by equals, and none is given while something is missing", () => {
    // 9/10, 1/2, 3/6, not reported, 1/3
    const units = [unit(3, 6), unit(9, 10), unit(null, 2), unit(1, 3), unit(1, 2)];
    expect(ranksOf(units)).toEqual([2, 1, null, 4, 2]);
  });
});

describe("a headline and its parts, by hand", () => {
  const part = (achieved: number | null, value: number) => assigned(achieved, value);

  it.each<[string, number, readonly PlainAssigned[], readonly (string | number | null)[]]>([
    // seven chains of 2 and one of 1 make 15 of 15; the seven have reported 1 each
    [
      "given out wholly",
      15,
      [...[2, 2, 2, 2, 2, 2, 2].map((value) => part(1, value)), part(null, 1)],
      ["7", 7, 8, "15", "0"],
    ],
    // 38 of 145 are given out, 107 are not
    ["given out in part", 145, [part(3, 20), part(4, 18)], ["7", 2, 2, "38", "107"]],
    // more given out than asked
    ["given out beyond", 3, [part(1, 2), part(null, 2)], ["1", 1, 2, "4", "-1"]],
    // nobody has reported
    ["not reported", 4, [part(null, 2), part(null, 2)], [null, 0, 2, "4", "0"]],
  ])("%s", (_, headline, parts, right) => {
    const { achieved, partsReported, parts: count, allocated, unallocated } = rollUpOf(pair(headline), parts);
    expect([text(achieved), partsReported, count, text(allocated), text(unallocated)]).toEqual(right);
  });
});
