import { type AssignedTarget, departmentFigures, rankDepartments } from "@beizeng/server/domain/attribution.ts";
import { fractionOf, zero } from "@beizeng/server/domain/fraction.ts";
import type { Target } from "@beizeng/server/domain/model.ts";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, exactly, judged, observed } from "../helpers/judging.ts";

/** A target of new firms in a chain, with what is achieved of it in September, null without a report. */
function assigned(
  subject: string,
  achieved: number | null,
  known: Partial<AssignedTarget> & { readonly asked?: Parameters<typeof aTarget>[0] } = {},
): AssignedTarget {
  const { asked, ...rest } = known;
  const target = aTarget({ key: `${subject}.new`, ...asked });
  const field = target.reading === "total" ? "stock" : "entries";
  const measure = aMeasure({ observations: observed(field, achieved === null ? {} : { "2022-09": achieved }) });
  return {
    ...{
      subject,
      indicator: "regulated-firms",
      target,
      parts: [],
      role: "responsible",
      unitsAssigned: 1,
      hasLead: true,
    },
    assessment: judged({ target, measure }),
    ...rest,
  };
}

const first = assigned("first", 1, { role: "lead", unitsAssigned: 2 });
const second = assigned("second", 3, { unitsAssigned: 4, asked: { value: 12 } });
const silent = assigned("silent", null, { unitsAssigned: 3, hasLead: false, asked: { value: 5 } });
const headline = assigned("headline", 4, { parts: ["first.new", "second.new"], asked: { value: 15 } });

function shown(targets: readonly AssignedTarget[], attribution: "full" | "shared" | "lead") {
  const { answersFor, composite, sums, ...rest } = departmentFigures(targets, attribution);
  return {
    ...rest,
    subjects: answersFor.map(({ subject }) => subject),
    composite: exactly(composite),
    sums: sums.map(({ achieved, target, completion, reported, targets: count }) => [
      exactly(achieved),
      exactly(target),
      exactly(completion),
      `${reported}/${count}`,
    ]),
  };
}

describe("a unit that answers for three chains", () => {
  const all = [headline, first, second, silent];

  it("has each in full", () => {
    expect(shown(all, "full")).toMatchObject({
      ...{ subjects: ["first", "second", "silent"], due: 3, reported: 2, withoutLead: [] },
      // The mean of 1/2 and 3/12; 4 of 2 + 12 + 5.
      ...{ composite: "3/8", counted: 2, sums: [["4", "19", "4/19", "2/3"]] },
      lights: { "on-schedule": 1, "far-behind": 1, unreported: 1, met: 0, none: 0 },
    });
  });

  it("has each by its share", () => {
    expect(shown(all, "shared")).toMatchObject({
      subjects: ["first", "second", "silent"],
      // (½ × ½ + ¼ × ¼) / (½ + ¼); ½ + ¾ of 1 + 3 + 5/3
      ...{ composite: "5/12", sums: [["5/4", "17/3", "15/68", "2/3"]] },
    });
  });

  it("has only what it leads, and says where nobody is named", () => {
    expect(shown(all, "lead")).toMatchObject({
      ...{ subjects: ["first"], due: 1, reported: 1, composite: "1/2", withoutLead: ["silent"] },
    });
  });

  it("answers for a headline of which it has no part", () => {
    expect(shown([headline, silent], "full").subjects).toEqual(["headline", "silent"]);
    const leading = { ...headline, role: "lead" } as const;
    expect(shown([leading, second], "lead").subjects).toEqual(["headline"]);
  });
});

describe("a composite", () => {
  const rows: readonly (readonly [string, readonly AssignedTarget[], string | null])[] = [
    ["holds each completion between 0 and 1", [assigned("a", 8), assigned("b", 1)], "3/4"],
    ["takes what is below its start for nothing", [assigned("a", -1), assigned("b", 1)], "1/4"],
    [
      "leaves out what is taken over the whole value",
      [assigned("a", 1, { asked: { reading: "total", value: 25 } }), assigned("b", 1)],
      "1/2",
    ],
    ["is nothing where only that is left", [assigned("a", 1, { asked: { reading: "total", value: 25 } })], null],
    ["is nothing without a report", [silent], null],
    ["is nothing without a target", [], null],
  ];
  it.each(rows)("%s", (_, targets, composite) => {
    expect(shown(targets, "full").composite).toBe(composite);
  });

  it("owes nothing for a reading that cannot be formed from what was reported", () => {
    const unformed = assigned("a", 1, { asked: { reading: "growth", value: 20 } });
    expect(unformed.assessment).toMatchObject({ light: null, cause: "not-formed" });
    expect(shown([unformed, assigned("b", 1)], "full")).toMatchObject({ due: 2, reported: 2, counted: 1 });
    expect(shown([silent], "full")).toMatchObject({ due: 1, reported: 0 });
  });

  it("leaves out a headline whose parts do not make it up, although all of them reported", () => {
    // 6 of 10 by two parts that were given 8: two firms lie with nobody.
    const target = aTarget({ key: "headline.new", value: 10 });
    const sum = (allocated: bigint) => ({
      ...{ achieved: fractionOf(6n, 1n), judgedMonth: "2022-09" as const, partsReported: 2, parts: 2 },
      ...{ allocated: fractionOf(allocated, 1n), unallocated: fractionOf(10n - allocated, 1n) },
    });
    const headline = (allocated: bigint): AssignedTarget => ({
      ...{ ...first, target, parts: ["a.new", "b.new"] },
      assessment: judged(asking({ target, rollUp: sum(allocated) })),
    });
    const small = assigned("small", 1);
    expect(shown([headline(8n), small], "full")).toMatchObject({ composite: "1/2", counted: 1, due: 2, reported: 2 });
    // Made up by its parts it counts: (6/10 + 1/2) / 2.
    expect(shown([headline(10n), small], "full")).toMatchObject({
      composite: "11/20",
      counted: 2,
      due: 2,
      reported: 2,
    });
  });

  it("says of how many targets it is the mean", () => {
    const overTheWhole = assigned("a", 1, { asked: { reading: "total", value: 25 } });
    expect(shown([overTheWhole, assigned("b", 1), silent], "full")).toMatchObject({ due: 3, reported: 2, counted: 1 });
  });

  it("counts as due only what has had a period to report", () => {
    const target = aTarget({ origin: "2022-09", deadline: "2023-12" });
    const notYet = { ...silent, target, assessment: judged(asking({ target })) };
    expect(shown([notYet, first], "full")).toMatchObject({ due: 1, reported: 1, lights: { none: 1 } });
  });
});

describe("sums", () => {
  it("keep indicators, readings and directions apart, and leave out what cannot be added", () => {
    const falling: Partial<Target> = { direction: "falling", comparator: "<=" };
    const targets = [
      first,
      assigned("other", 2, { indicator: "small-firms" }),
      assigned("net", 2, { asked: { reading: "net" } }),
      assigned("ceiling", 2, { asked: falling }),
      assigned("total", 2, { asked: { reading: "total" } }),
      assigned("waiting", 1, { asked: { curve: aCurve("none") } }),
    ];
    expect(
      departmentFigures(targets, "full").sums.map(({ indicator, reading, targets: count }) => [
        indicator,
        reading,
        count,
      ]),
    ).toEqual([
      ["regulated-firms", "new", 2],
      ["small-firms", "new", 1],
      ["regulated-firms", "net", 1],
      ["regulated-firms", "new", 1],
    ]);
  });

  it("have no completion without a value or against nothing", () => {
    expect(shown([silent], "full").sums).toEqual([[null, "5", null, "0/1"]]);
    expect(shown([assigned("none", 0, { asked: { value: 0 } })], "full").sums).toEqual([["0", "0", null, "1/1"]]);
  });
});

describe("ranks", () => {
  const of = (top: number, bottom: number, reported = 2) => ({
    due: 2,
    reported,
    composite: fractionOf(BigInt(top), BigInt(bottom)),
  });

  it("are shared by equal composites, however these are written", () => {
    expect(rankDepartments([of(1, 2), of(9, 10), of(2, 4), of(1, 10)])).toEqual([2, 1, 2, 4]);
  });

  it("are not given while something is missing", () => {
    const nothing = { due: 0, reported: 0, composite: null };
    expect(rankDepartments([of(1, 2, 1), of(1, 3), nothing, { due: 1, reported: 1, composite: zero }])).toEqual([
      null,
      1,
      null,
      2,
    ]);
    expect(rankDepartments([])).toEqual([]);
  });
});
