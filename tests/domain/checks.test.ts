import type { Finding, FindingCode } from "@beizeng/server/domain/check-list.ts";
import { checkObservation } from "@beizeng/server/domain/checks.ts";
import type { Measure, Observation, Target } from "@beizeng/server/domain/model.ts";
import { readTyped, type TypedFault } from "@beizeng/server/domain/typed-figure.ts";
import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { aMeasure, aTarget, decimal, month, observed, seen } from "../helpers/judging.ts";

describe("typed text", () => {
  const read: readonly (readonly [string, number, number | null])[] = [
    ["12", 0, 12],
    ["０", 0, 0],
    ["-0", 0, 0],
    ["", 0, null],
    ["   ", 2, null],
    [" 12 ", 0, 12],
    ["１２．５", 1, 125],
    ["12.5", 2, 1250],
    ["12.50", 1, 125],
    ["+7", 0, 7],
    ["−3", 0, -3],
    ["－3", 0, -3],
    ["1,234,567", 0, 1234567],
    ["1，234.5", 1, 12345],
    ["0.05", 2, 5],
    ["9007199254740991", 0, 9007199254740991],
  ];
  it.each(read)("“%s” with %d decimals is stored as %s", (typed, decimals, figure) => {
    expect(readTyped(typed, decimals)).toEqual({ ok: true, figure });
  });

  const refused: readonly (readonly [string, number, TypedFault, string])[] = [
    ["12户", 0, "not-a-number", "只能填数字"],
    ["十二", 0, "not-a-number", "只能填数字"],
    ["12.", 0, "not-a-number", "只能填数字"],
    [".5", 1, "not-a-number", "只能填数字"],
    ["1,23", 0, "not-a-number", "只能填数字"],
    ["--1", 0, "not-a-number", "只能填数字"],
    ["1e5", 0, "not-a-number", "只能填数字"],
    ["1 2", 0, "not-a-number", "只能填数字"],
    ["NaN", 0, "not-a-number", "只能填数字"],
    ["12.5", 0, "too-many-decimals", "只能填整数"],
    ["12.345", 2, "too-many-decimals", "最多2位小数"],
    ["9007199254740992", 0, "too-large", "数字过大，请核对单位"],
    ["90071992547409.93", 2, "too-large", "数字过大，请核对单位"],
  ];
  it.each(refused)("“%s” with %d decimals is refused: %s", (typed, decimals, fault, zh) => {
    expect(readTyped(typed, decimals)).toMatchObject({ ok: false, fault, text: { zh } });
  });

  it("is read back as it was written", () => {
    assert(
      property(integer(), integer({ min: 0, max: 4 }), (figure, decimals) => {
        const digits = String(Math.abs(figure)).padStart(decimals + 1, "0");
        const plain = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
        expect(readTyped(`${figure < 0 ? "-" : ""}${plain}`, decimals)).toEqual({ ok: true, figure });
      }),
    );
  });
});

function found(measure: Measure, observation: Observation, targets: readonly Target[] = []): readonly FindingCode[] {
  return checkObservation(measure, targets, observation).map(({ code }) => code);
}

const population = (entries: Readonly<Record<string, number>>, opening: number | null = null): Measure =>
  aMeasure({
    opening: opening === null ? null : { month: "2021-12", amount: opening, isImplied: false },
    observations: observed("entries", entries),
  });
const tally = (amounts: Readonly<Record<string, number>>) =>
  aMeasure({ nature: "tally", observations: observed("amount", amounts) });
const level = (amounts: Readonly<Record<string, number>>) =>
  aMeasure({ nature: "level", observations: observed("amount", amounts) });
const milestone = (decimals: number) => aMeasure({ nature: "milestone", decimals });

type Row = readonly [string, Measure, Observation, readonly FindingCode[]];

describe("errors", () => {
  const rows: readonly Row[] = [
    ["a figure that is as it should be", population({ "2022-06": 5 }), seen("2022-09", { entries: 6 }), []],
    ["zero is a report", population({}), seen("2022-09", { entries: 0 }), []],
    ["nothing typed", population({ "2022-06": 5 }), seen("2022-09", {}), []],
    ["entries below 0", population({}), seen("2022-09", { entries: -1 }), ["negative"]],
    ["a stock below 0", population({}), seen("2022-09", { stock: -1 }), ["negative"]],
    ["a tally below 0", tally({}), seen("2022-09", { amount: -1 }), ["negative"]],
    ["a level may be", level({}), seen("2022-09", { amount: -1 }), []],
    ["a milestone half done", milestone(0), seen("2022-09", { amount: 2 }), ["not-done-or-not"]],
    ["a milestone undone", milestone(0), seen("2022-09", { amount: -1 }), ["negative", "not-done-or-not"]],
    ["a milestone done", milestone(0), seen("2022-09", { amount: 1 }), []],
    ["a milestone done, in tenths", milestone(1), seen("2022-09", { amount: 10 }), []],
    ["a milestone not done", milestone(0), seen("2022-09", { amount: 0 }), []],
    [
      "entries fall",
      population({ "2022-03": 12, "2022-06": 12 }),
      seen("2022-09", { entries: 11 }),
      ["cumulative-falls"],
    ],
    [
      "entries fall below the last that is known",
      aMeasure({ observations: [seen("2022-03", { entries: 12 }), seen("2022-06", { stock: 12 })] }),
      seen("2022-09", { entries: 11 }),
      ["cumulative-falls"],
    ],
    ["entries stay", population({ "2022-06": 12 }), seen("2022-09", { entries: 12 }), []],
    ["a tally falls", tally({ "2022-06": 12 }), seen("2022-09", { amount: 11 }), ["cumulative-falls"]],
    ["a level may fall", level({ "2022-06": 12 }), seen("2022-09", { amount: 11 }), []],
    [
      "a stock may fall",
      aMeasure({ observations: observed("stock", { "2022-06": 12 }) }),
      seen("2022-09", { stock: 11 }),
      [],
    ],
    [
      "exits fall",
      aMeasure({ observations: [seen("2022-06", { exits: 3 })] }),
      seen("2022-09", { exits: 2 }),
      ["cumulative-falls"],
    ],
    [
      "a correction above what followed",
      population({ "2022-06": 5, "2022-09": 8 }),
      seen("2022-06", { entries: 9 }),
      ["cumulative-above-next"],
    ],
    [
      "a correction up to what followed",
      population({ "2022-06": 5, "2022-09": 8 }),
      seen("2022-06", { entries: 8 }),
      [],
    ],
    ["a level above what followed", level({ "2022-06": 5, "2022-09": 8 }), seen("2022-06", { amount: 9 }), []],
    [
      "more exits than there ever were",
      population({}, 10),
      seen("2022-09", { entries: 2, exits: 13 }),
      ["exits-beyond-stock"],
    ],
    ["all have gone", population({}, 10), seen("2022-09", { entries: 2, exits: 12 }), []],
    ["exits of an unknown stock", population({}), seen("2022-09", { entries: 2, exits: 13 }), []],
    ["exits with unknown entries", population({}, 10), seen("2022-09", { exits: 13 }), []],
  ];
  it.each(rows)("%s", (_, measure, observation, codes) => {
    expect(found(measure, observation)).toEqual(codes);
  });

  it.each<[Measure, Observation, string, string]>([
    [tally({}), seen("2022-09", { amount: -1 }), "不得小于0", "must not be below 0"],
    [
      milestone(0),
      seen("2022-09", { amount: 2 }),
      "只能填1（已完成）或0（未完成）",
      "only 1 (done) or 0 (not done) can stand here",
    ],
    [
      population({ "2022-09": 8 }),
      seen("2022-06", { entries: 9 }),
      "累计不得大于下期 8",
      "the cumulative figure must not be above the next one, 8",
    ],
    [
      population({}, 10),
      seen("2022-09", { entries: 2, exits: 13 }),
      "退出数不得大于期初加新增 12",
      "exits must not exceed the opening stock and the entries, 12",
    ],
    [
      level({ "2022-01": 10, "2022-02": 12, "2022-03": 11, "2022-04": 14 }),
      seen("2022-05", { amount: 24 }),
      "本期变动 10，超过以往最大变动 3 的3倍，请说明",
      "a change of 10 is more than 3 times the largest before, 3; please say why",
    ],
    [
      level({ "2022-02": 7, "2022-03": 7, "2022-04": 7 }),
      seen("2022-05", { amount: 7 }),
      "连续4期数据相同，请说明",
      "the same figure for 4 periods in a row; please say why",
    ],
  ])("%# is told in both languages", (measure, observation, zh, en) => {
    expect(checkObservation(measure, [], observation).map(({ text }) => text)).toEqual([{ zh, en }]);
  });

  it("say which figure and what it must not pass", () => {
    const expected: readonly Finding[] = [
      {
        code: "cumulative-falls",
        severity: "error",
        field: "entries",
        text: { zh: "累计不得小于上期 1,200", en: "the cumulative figure must not be below the last one, 1,200" },
      },
    ];
    expect(checkObservation(population({ "2022-06": 1200 }), [], seen("2022-09", { entries: 12 }))).toEqual(expected);
    const next = checkObservation(population({ "2022-09": 8 }), [], seen("2022-06", { entries: 9 }));
    expect(next.map(({ text }) => text.zh)).toEqual(["累计不得大于下期 8"]);
    const exits = checkObservation(population({}, 10), [], seen("2022-09", { entries: 2, exits: 13 }));
    expect(exits.map(({ field, text }) => [field, text.zh])).toEqual([["exits", "退出数不得大于期初加新增 12"]]);
  });
});

describe("warnings", () => {
  const steady = { "2022-01": 10, "2022-02": 12, "2022-03": 11, "2022-04": 14 };
  const flow = aMeasure({
    nature: "yearly-flow",
    observations: observed("amount", { "2021-10": 100, "2021-11": 110, "2021-12": 120, "2022-01": 10, "2022-02": 20 }),
  });
  const rows: readonly Row[] = [
    ["a change of 3 times the largest before", level(steady), seen("2022-05", { amount: 23 }), []],
    ["a change beyond it", level(steady), seen("2022-05", { amount: 24 }), ["jump"]],
    ["a change beyond it, downwards", level(steady), seen("2022-05", { amount: 4 }), ["jump"]],
    [
      "too short a history",
      level({ "2022-02": 12, "2022-03": 11, "2022-04": 14 }),
      seen("2022-05", { amount: 99 }),
      [],
    ],
    [
      "a history without a change",
      tally({ "2022-01": 0, "2022-02": 0, "2022-03": 0, "2022-04": 0 }),
      seen("2022-05", { amount: 1 }),
      [],
    ],
    [
      "a flow that begins anew in January",
      { ...flow, observations: flow.observations.slice(0, 3) },
      seen("2022-01", { amount: 12 }),
      [],
    ],
    ["a flow of 3 months' worth in a month", flow, seen("2022-03", { amount: 50 }), []],
    ["a flow of more", flow, seen("2022-03", { amount: 51 }), ["jump"]],
    [
      "a flow of a year's worth in January",
      { ...flow, observations: flow.observations.map((seen) => ({ ...seen })) },
      seen("2023-01", { amount: 31 }),
      ["jump"],
    ],
    [
      "the same 4 times",
      level({ "2022-01": 5, "2022-02": 5, "2022-03": 5 }),
      seen("2022-04", { amount: 5 }),
      ["unchanged"],
    ],
    ["the same 3 times", level({ "2022-02": 5, "2022-03": 5 }), seen("2022-04", { amount: 5 }), []],
    [
      "the same with a change between",
      level({ "2022-01": 5, "2022-02": 4, "2022-03": 5 }),
      seen("2022-04", { amount: 5 }),
      [],
    ],
    [
      "a milestone that is not done yet",
      { ...milestone(0), observations: observed("amount", { "2022-01": 0, "2022-02": 0, "2022-03": 0 }) },
      seen("2022-04", { amount: 0 }),
      [],
    ],
  ];
  it.each(rows)("%s", (_, measure, observation, codes) => {
    expect(found(measure, observation)).toEqual(codes);
  });

  it("say what changed by how much", () => {
    const [jump] = checkObservation(level(steady), [], seen("2022-05", { amount: 4 }));
    expect(jump).toMatchObject({
      ...{ severity: "warning", field: "amount" },
      text: { zh: "本期变动 −10，超过以往最大变动 3 的3倍，请说明" },
    });
  });
});

describe("far above a target", () => {
  const of = (observation: Observation, target: Target, measure = population({})) =>
    found(measure, observation, [target]);

  it("is more than 150 %", () => {
    expect(of(seen("2022-09", { entries: 3 }), aTarget())).toEqual([]);
    expect(of(seen("2022-09", { entries: 4 }), aTarget())).toEqual(["above-target"]);
  });

  it("is told once, at the figure that leads", () => {
    const opened = population({}, 1);
    const told = (known: Partial<Observation>, target: Target) =>
      checkObservation(opened, [target], seen("2022-09", known)).map(({ field }) => field);
    expect(told({ entries: 4, exits: 0, stock: 5 }, aTarget())).toEqual(["entries"]);
    expect(told({ stock: 5 }, aTarget({ reading: "total" }))).toEqual(["stock"]);
  });

  it("is nothing of a falling target, nor of one that is not above 0, nor of a reading that cannot be formed", () => {
    const amount = seen("2022-09", { amount: 9 });
    expect(of(amount, aTarget({ reading: "level", direction: "falling", comparator: "<=" }), level({}))).toEqual([]);
    expect(of(amount, aTarget({ reading: "level", value: 0 }), level({}))).toEqual([]);
    expect(of(amount, aTarget({ reading: "gain" }), level({}))).toEqual([]);
    expect(of(amount, aTarget({ reading: "level" }), level({}))).toEqual(["above-target"]);
  });

  it("is told when a figure passes it, and again only after it fell back", () => {
    const yearly = aTarget({ reading: "level", deadline: "2022-12" });
    const first = level({ "2022-06": 3 });
    expect(of(seen("2022-09", { amount: 4 }), yearly, first)).toEqual(["above-target"]);
    expect(of(seen("2022-12", { amount: 5 }), yearly, level({ "2022-06": 3, "2022-09": 4 }))).toEqual([]);
    const fallen = level({ "2022-03": 4, "2022-06": 4, "2022-09": 3 });
    expect(of(seen("2022-12", { amount: 4 }), yearly, fallen)).toEqual(["above-target"]);
    // A report between that says nothing of it does not count as fallen back.
    const silent = population({ "2022-03": 4 });
    const between = { ...silent, observations: [...silent.observations, seen("2022-06", { stock: 9 })] };
    expect(of(seen("2022-09", { entries: 4 }), aTarget(), between)).toEqual([]);
  });

  it("is told once more when the target was lowered below it, and not at all when it has run out", () => {
    const measure = level({ "2022-06": 4 });
    const lowered = aTarget({ reading: "level", value: 4 });
    const from = {
      ...lowered,
      revisions: [...lowered.revisions, { from: month("2022-09"), value: decimal(2), stretch: null }],
    };
    expect(of(seen("2022-09", { amount: 4 }), from, measure)).toEqual(["above-target"]);
    expect(of(seen("2022-09", { amount: 4 }), lowered, measure)).toEqual([]);
    expect(of(seen("2023-03", { amount: 9 }), aTarget({ reading: "level" }), level({}))).toEqual([]);
    expect(of(seen("2022-12", { amount: 9 }), aTarget({ reading: "level" }), level({}))).toEqual(["above-target"]);
  });

  it("takes a corrected month in the place of the one that it corrects", () => {
    const measure = population({ "2022-06": 2, "2022-09": 4 });
    expect(found(measure, seen("2022-06", { entries: 1 }), [aTarget()])).toEqual([]);
    expect(found(measure, seen("2022-06", { entries: 4 }), [aTarget()])).toEqual(["above-target"]);
  });
});

describe("a figure of the bureau beside the department's", () => {
  const confirmed = (reported: Partial<Observation> | null) =>
    checkObservation(
      aMeasure({ nature: "level", decimals: 1, observations: [] }),
      [],
      seen("2022-06", { amount: 125 }),
      reported === null ? null : seen("2022-06", reported),
    );

  it.each([null, { amount: null }, { amount: 125 }])("has nothing to explain beside %j", (reported) => {
    expect(confirmed(reported)).toEqual([]);
  });

  it.each([
    [130, "部门填报 13.0，相差 −0.5，请说明", "the department reported 13.0, a difference of −0.5; please say why"],
    [0, "部门填报 0.0，相差 12.5，请说明", "the department reported 0.0, a difference of 12.5; please say why"],
  ])("asks for a word beside %d tenths", (amount, zh, en) => {
    const finding = { code: "differs-from-department", severity: "warning", field: "amount", text: { zh, en } };
    expect(confirmed({ amount })).toEqual([finding]);
  });
});

it("what stood far above a target at its origin was no figure of it, so that the first one after asks for a word", () => {
  const target = aTarget({ reading: "level", value: 10 });
  const measure = level({ "2021-12": 90 });
  expect(found(measure, seen("2022-03", { amount: 16 }), [target])).toEqual(["above-target"]);
  expect(found(measure, seen("2022-03", { amount: 15 }), [target])).toEqual([]);
  expect(found(level({ "2021-12": 90, "2022-02": 16 }), seen("2022-03", { amount: 17 }), [target])).toEqual([]);
});
