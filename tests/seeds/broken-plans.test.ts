import { parsePlanDocument } from "@beizeng/seeds/plan-document.ts";
import { PlanDocumentError } from "@beizeng/seeds/plan-fault.ts";
import { describe, expect, test } from "vitest";
import { samplePlan, sampleWith } from "./sample-plan.ts";

const text = { zh: "字", en: "word" };
const wholeTarget = "/subjects/0/measures/0/targets/0";
const partTarget = "/subjects/1/measures/0/targets/0";
const shareTarget = "/subjects/1/measures/1/targets/0";
const doneTarget = "/subjects/3/measures/0/targets/0";
const yearlyTarget = "/subjects/3/measures/1/targets/0";
const firms = samplePlan.indicators[0];
const steel = samplePlan.subjects[1];
const east = samplePlan.departments[2];

/** What is put where, and the fault that must be named: path (where it is another) and reason. */
const broken: { name: string; at: string; put: unknown; path?: string; reason: RegExp }[] = [
  // The schema
  { name: "a title missing", at: "/title", put: undefined, path: "/", reason: /required property 'title'/ },
  { name: "an English text missing", at: "/title/en", put: undefined, path: "/title", reason: /property 'en'/ },
  { name: "an unknown member", at: `${wholeTarget}/quota`, put: 3, path: wholeTarget, reason: /'quota'/ },
  { name: "an id with capitals", at: "/subjects/1/id", put: "Steel", reason: /pattern/ },
  { name: "an unknown nature", at: "/subjects/1/measures/0/nature", put: "stock", reason: /population, tally/ },
  { name: "a 13th month", at: `${wholeTarget}/deadline`, put: "2022-13", reason: /pattern/ },
  { name: "a value in words", at: `${wholeTarget}/value`, put: "十", reason: /must be number/ },
  { name: "no horizon", at: `${wholeTarget}/deadline`, put: undefined, path: wholeTarget, reason: /exactly one of/ },
  { name: "two horizons", at: `${wholeTarget}/standing`, put: true, path: wholeTarget, reason: /exactly one of/ },
  { name: "a measure without target", at: "/subjects/1/measures/0/targets", put: [], reason: /fewer than 1/ },
  // References
  { name: "an unknown issuer", at: "/issuer", put: "nobody", reason: /unknown department 'nobody'/ },
  { name: "an unknown place of the plan", at: "/jurisdiction", put: "999999", reason: /unknown jurisdiction/ },
  { name: "an unknown parent", at: "/jurisdictions/1/parent", put: "999999", reason: /unknown jurisdiction/ },
  { name: "a prefecture without parent", at: "/jurisdictions/1/parent", put: null, reason: /only the nation/ },
  { name: "a unit in an unknown place", at: "/departments/3/jurisdiction", put: "999999", reason: /unknown juris/ },
  {
    name: "an unknown unit assigned",
    at: "/subjects/1/assignments/1/department",
    put: "nobody",
    path: "/subjects/1/assignments/1",
    reason: /unknown department 'nobody'/,
  },
  { name: "an unknown indicator", at: "/subjects/1/measures/0/indicator", put: "none", reason: /unknown indicator/ },
  { name: "an unknown part", at: `${wholeTarget}/madeOf/indicator`, put: "none", reason: /unknown indicator/ },
  { name: "an unknown group", at: "/subjects/1/measures/1/each", put: "industry", reason: /is not a group/ },
  {
    name: "a group without members",
    at: "/departments/1/members",
    put: [],
    path: "/subjects/1/measures/1/each",
    reason: /no members/,
  },
  {
    name: "an unknown member of a group",
    at: "/departments/1/members/0/department",
    put: "west",
    path: "/departments/1/members/0",
    reason: /unknown department 'west'/,
  },
  { name: "members of a bureau", at: "/departments/3/members", put: [{ department: "east" }], reason: /only a group/ },
  { name: "an unknown unit of an incentive", at: "/incentives/0/departments/0", put: "nobody", reason: /unknown dep/ },
  // Once only
  {
    name: "a unit assigned twice",
    at: "/subjects/1/assignments/1/department",
    put: "counties",
    path: "/subjects/1/assignments/1",
    reason: /assigned twice/,
  },
  { name: "a subject twice", at: "/subjects/2", put: steel, reason: /'steel' stands twice/ },
  { name: "an indicator twice", at: "/indicators/2", put: firms, reason: /'firms' stands twice/ },
  { name: "a unit twice", at: "/departments/4", put: east, reason: /'east' stands twice/ },
  {
    name: "an alias of two units",
    at: "/departments/2/aliases",
    put: ["工业局"],
    path: "/departments/3",
    reason: /already belongs to 'east'/,
  },
  {
    name: "a measure twice",
    at: "/subjects/3/measures/2",
    put: samplePlan.subjects[3]?.measures[1],
    reason: /reform\.firms stands twice/,
  },
  {
    name: "a target twice",
    at: `${yearlyTarget.slice(0, -1)}1`,
    put: {
      reading: "cumulative",
      comparator: "=",
      value: 9,
      deadline: "2023-12",
      hardness: "committed",
      clause: "三",
      curve: "linear",
    },
    reason: /reform\.firms\.cumulative\.2023-12 stands twice/,
  },
  // Units that report
  { name: "a reporter without assignment", at: "/subjects/1/reporting", put: "office", reason: /not assigned/ },
  {
    name: "a measure's reporter without assignment",
    at: "/subjects/3/measures/0/reporting",
    put: "office",
    reason: /not assigned/,
  },
  {
    name: "a reporter where each member reports",
    at: "/subjects/1/measures/1/reporting",
    put: "industry",
    reason: /each member reports/,
  },
  {
    name: "a scope where each member is one",
    at: "/subjects/1/measures/1/scope",
    put: { id: "x", kind: "place", name: text },
    reason: /each member is the scope/,
  },
  // Readings and values
  {
    name: "a reading foreign to the nature",
    at: `${yearlyTarget}/reading`,
    put: "net",
    reason: /a tally measure is read as cumulative/,
  },
  { name: "half a firm", at: `${wholeTarget}/value`, put: 10.5, reason: /more than the 0 decimals of 'firms'/ },
  { name: "half a firm in a stretch", at: `${partTarget}/stretch`, put: 4.5, reason: /more than the 0 decimals/ },
  { name: "half a firm in an opening", at: "/subjects/0/measures/0/opening/value", put: 0.5, reason: /0 decimals/ },
  { name: "a finer value than the indicator", at: `${shareTarget}/value`, put: 62.55, reason: /1 decimals of 'share'/ },
  { name: "a value without a plain form", at: `${shareTarget}/value`, put: 1e-7, reason: /exact decimal/ },
  {
    name: "a count with decimals",
    at: "/indicators/0/decimals",
    put: 1,
    path: "/subjects/0/measures/0/indicator",
    reason: /whole ones/,
  },
  { name: "a milestone half done", at: `${doneTarget}/value`, put: 2, reason: /done at 1/ },
  {
    name: "a range without upper end",
    at: `${partTarget}/stretch`,
    put: undefined,
    reason: /a range has an upper end/,
  },
  { name: "a range upside down", at: `${partTarget}/stretch`, put: 3, reason: /above its lower end/ },
  { name: "an upper end without range", at: `${wholeTarget}/stretch`, put: 20, reason: /only a range/ },
  // Times and curves
  {
    name: "a deadline at its origin",
    at: `${wholeTarget}/deadline`,
    put: "2021-12",
    reason: /not after the origin 2021-12/,
  },
  {
    name: "an origin after the deadline",
    at: `${wholeTarget}/origin`,
    put: "2023-01",
    path: `${wholeTarget}/deadline`,
    reason: /2023-01/,
  },
  {
    name: "years backwards",
    at: `${yearlyTarget}/yearly/to`,
    put: 2021,
    path: `${yearlyTarget}/yearly`,
    reason: /before the first/,
  },
  {
    name: "a yearly quota with an origin",
    at: `${yearlyTarget}/origin`,
    put: "2021-12",
    reason: /begins with its year/,
  },
  { name: "a custom curve without table", at: `${partTarget}/table`, put: undefined, reason: /needs its table/ },
  {
    name: "a table without custom curve",
    at: `${wholeTarget}/table`,
    put: { "2022-12": 100 },
    reason: /only a custom curve/,
  },
  {
    name: "a table that stops short",
    at: `${partTarget}/table/2022-12`,
    put: 90,
    path: `${partTarget}/table`,
    reason: /reaches 100/,
  },
  { name: "a table that falls", at: `${partTarget}/table/2022-09`, put: 30, reason: /rise from 0 to 100/ },
  { name: "a table beyond the deadline", at: `${partTarget}/table/2023-01`, put: 100, reason: /outside/ },
  { name: "a pro-rated milestone", at: `${doneTarget}/curve`, put: "linear", reason: /not pro-rated/ },
  { name: "a standing target on schedule", at: `${shareTarget}/curve`, put: "linear", reason: /no schedule/ },
  // Parts
  {
    name: "a whole without parts",
    at: `${wholeTarget}/madeOf/reading`,
    put: "net",
    path: `${wholeTarget}/madeOf`,
    reason: /no target is a part/,
  },
  {
    name: "parts of another horizon",
    at: `${wholeTarget}/deadline`,
    put: "2025-12",
    path: `${wholeTarget}/madeOf`,
    reason: /no target is a part: chain firms new 2025-12/,
  },
  {
    name: "other parts without note",
    at: `${wholeTarget}/reading`,
    put: "net",
    path: `${wholeTarget}/madeOf`,
    reason: /need a note/,
  },
];

function faultsOf(json: unknown) {
  try {
    parsePlanDocument("sample.json", json);
  } catch (error) {
    if (error instanceof PlanDocumentError) return error.faults;
    throw error;
  }
  return [];
}

test("the sample itself is sound", () => {
  expect(faultsOf(samplePlan)).toEqual([]);
});

describe("a broken plan is refused by file, path and reason:", () => {
  test.each(broken)("$name", ({ at, put, path, reason }) => {
    const faults = faultsOf(sampleWith(at, put));
    expect(faults).toContainEqual({ file: "sample.json", path: path ?? at, reason: expect.stringMatching(reason) });
  });
});

test("all faults of a file are told at once, a line each", () => {
  const json = sampleWith("/subjects/1/measures/0/targets/0", {
    ...samplePlan.subjects[1]?.measures[0]?.targets[0],
    value: 2.5,
    stretch: 2,
  });
  expect(() => parsePlanDocument("sample.json", json)).toThrowError(
    "sample.json /subjects/1/measures/0/targets/0/value: 2.5 has more than the 0 decimals of 'firms'\n" +
      "sample.json /subjects/1/measures/0/targets/0/stretch: the upper end of a range is above its lower end",
  );
});

test("what is not an object is refused, not crashed on", () => {
  for (const json of [null, 3, "plan", []]) {
    expect(faultsOf(json)).toEqual([{ file: "sample.json", path: "/", reason: "must be object" }]);
  }
});
