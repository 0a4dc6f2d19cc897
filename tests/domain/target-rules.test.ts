/** What a target must satisfy, whoever states it: a plan file, an addition, a revision. DOMAIN sections 2 and 3. */
import { mayReport, placesNamedAgain, reportingUnit } from "@beizeng/server/domain/assignment-rules.ts";
import { decimalOf } from "@beizeng/server/domain/decimal.ts";
import {
  decimalFaults,
  directionOf,
  indicatorFaults,
  mostDecimals,
  type StatedTarget,
  type TargetGround,
  targetFaults,
} from "@beizeng/server/domain/target-rules.ts";
import { targetSpans } from "@beizeng/server/domain/target-spans.ts";
import { describe, expect, test } from "vitest";

const firms = { key: "firms", decimals: 0, isIndivisible: true };
const output = { key: "output", decimals: 1, isIndivisible: false };
const ground = (nature: TargetGround["nature"], indicator = output) => ({ nature, indicator, issuedOn: "2022-02-01" });
const stated = (given: Partial<StatedTarget>): StatedTarget => ({
  reading: "new",
  comparator: ">=",
  value: decimalOf(10),
  deadline: "2022-12",
  isStanding: false,
  curve: "linear",
  ...given,
});
const growing: Partial<StatedTarget> = { reading: "growth", value: decimalOf(15.2) };

describe("a target that is stated", () => {
  test.each<[string, Partial<StatedTarget>, TargetGround, string[]]>([
    ["soundly", {}, ground("population", firms), []],
    ["as net of a tally", { reading: "net" }, ground("tally"), ["reading"]],
    ["in half firms", { value: decimalOf(10.5) }, ground("population", firms), ["value"]],
    ["finer than its indicator", { reading: "level", value: decimalOf(0.25) }, ground("level"), ["value"]],
    ["as a growth by the hundredth", { ...growing, value: decimalOf(15.25) }, ground("population", firms), []],
    ["as a growth by the thousandth", { ...growing, value: decimalOf(15.255) }, ground("yearly-flow"), ["value"]],
    ["as a range without end", { comparator: "range" }, ground("population", firms), ["stretch"]],
    [
      "as a range of one value",
      { comparator: "range", stretch: decimalOf(10) },
      ground("population", firms),
      ["stretch"],
    ],
    ["with an end and no range", { stretch: decimalOf(12) }, ground("population", firms), ["stretch"]],
    ["as done twice", { reading: "done", value: decimalOf(2), curve: "none" }, ground("milestone", firms), ["value"]],
    ["before it begins", { origin: "2022-12" }, ground("population", firms), ["deadline"]],
    ["on schedule for ever", { isStanding: true }, ground("population", firms), ["curve"]],
    ["as a rate on schedule", { reading: "rate" }, ground("rate"), ["curve"]],
    ["by a table it has not", { curve: "custom" }, ground("population", firms), ["table"]],
    [
      "by a table that falls and stops short",
      { curve: "custom", table: { "2022-06": 60, "2022-09": 50 } },
      ground("population", firms),
      ["table/2022-09", "table"],
    ],
    ["of no value that can be read", { value: null }, ground("population", firms), []],
    ["as a range whose end cannot be read", { comparator: "range", stretch: null }, ground("population", firms), []],
    ["with an end that cannot be read and no range", { stretch: null }, ground("population", firms), ["stretch"]],
    ["as a range from 10 to 12", { comparator: "range", stretch: decimalOf(12) }, ground("population", firms), []],
    ["on a line, with a table", { table: { "2022-12": 100 } }, ground("population", firms), ["table"]],
    [
      "by a table that is whole",
      { curve: "custom", table: { "2022-12": 100, "2022-06": 60 } },
      ground("population", firms),
      [],
    ],
    [
      "by a table that begins at its origin and goes on after its deadline",
      { curve: "custom", table: { "2021-12": 0, "2022-12": 100, "2023-01": 100 } },
      ground("population", firms),
      ["table/2021-12", "table/2023-01"],
    ],
    [
      "by a table that passes all of it",
      { curve: "custom", table: { "2022-06": 101, "2022-12": 100 } },
      ground("population", firms),
      ["table/2022-06", "table/2022-12"],
    ],
    ["as done", { reading: "done", value: decimalOf(1), curve: "none" }, ground("milestone", firms), []],
    ["as an annual growth on schedule", { reading: "annual-growth" }, ground("level"), ["curve"]],
    ["for ever without a schedule", { isStanding: true, curve: "none" }, ground("population", firms), []],
  ])("%s has the faults it has", (_, given, of, fields) => {
    const faults = targetFaults(stated(given), of);
    expect(faults.map(({ field }) => field)).toEqual(fields);
    for (const { text } of faults)
      expect([text.zh, text.en]).toEqual([expect.stringMatching(/[一-龥]/), expect.anything()]);
  });

  test("for every year begins with its year, and not before it ends", () => {
    const { deadline: _, ...everyYear } = stated({ yearly: { from: 2024, to: 2023 }, origin: "2022-12" });
    expect(targetFaults(everyYear, ground("population", firms)).map(({ field }) => field)).toEqual([
      "yearly",
      "origin",
    ]);
  });
});

describe("a fault is told in both languages", () => {
  const everyYear = (from: number, to: number, more: Partial<StatedTarget> = {}) => {
    const { deadline: _, ...target } = stated({ yearly: { from, to }, ...more });
    return target;
  };
  const whole = ground("population", firms);
  const range = { comparator: "range", stretch: decimalOf(12) } as const;
  test.each<[StatedTarget, TargetGround, [string, string][]]>([
    [stated({ reading: "net" }), ground("tally"), [["这类数据没有这种口径", "a tally measure is read as cumulative"]]],
    [
      stated({ reading: "cumulative" }),
      ground("population", firms),
      [["这类数据没有这种口径", "a population measure is read as new, net, total, growth"]],
    ],
    [stated({ value: decimalOf(10.5) }), whole, [["只能填整数", "10.5 has more than the 0 decimals of 'firms'"]]],
    [
      stated({ ...growing, value: decimalOf(15.255) }),
      whole,
      [["最多2位小数", "15.255 has more than the 2 decimals of a percentage"]],
    ],
    [
      stated({ reading: "done", value: decimalOf(2), curve: "none" }),
      ground("milestone", firms),
      [["“完成”的目标值为1", "a milestone is done at 1"]],
    ],
    [stated({ comparator: "range" }), whole, [["区间目标须有上限", "a range has an upper end"]]],
    [stated({ stretch: decimalOf(12) }), whole, [["只有区间目标有上限", "only a range has an upper end"]]],
    [
      stated({ ...range, stretch: decimalOf(10) }),
      whole,
      [["上限须大于下限", "the upper end of a range is above its lower end"]],
    ],
    [
      stated({ ...range, stretch: decimalOf(12.5) }),
      whole,
      [["只能填整数", "12.5 has more than the 0 decimals of 'firms'"]],
    ],
    [everyYear(2024, 2023), whole, [["末年早于首年", "the last year is before the first"]]],
    [everyYear(2000, 2023), whole, [["年份应为2001—2099", "a year is 2001 to 2099"]]],
    [everyYear(2023, 2100), whole, [["年份应为2001—2099", "a year is 2001 to 2099"]]],
    [
      everyYear(2023, 2024, { origin: "2022-12" }),
      whole,
      [["年度目标自当年起算", "a yearly quota begins with its year"]],
    ],
    [stated({ origin: "2022-12" }), whole, [["期限须晚于起算月份 2022-12", "is not after the origin 2022-12"]]],
    [
      stated({ reading: "rate" }),
      ground("rate"),
      [["这种目标不分解序时进度", "a target on rate is not pro-rated: none"]],
    ],
    [stated({ isStanding: true }), whole, [["长期目标没有序时进度", "a standing target has no schedule: none"]]],
    [stated({ table: { "2022-12": 100 } }), whole, [["只有自定进度有分月表", "only a custom curve has a table"]]],
    [stated({ curve: "custom" }), whole, [["自定进度须有分月表", "a custom curve needs its table"]]],
    [
      everyYear(2023, 2024, { curve: "custom", table: { "2023-12": 100 } }),
      whole,
      [["分月表不能用于每一年", "a table of months cannot serve every year"]],
    ],
    [
      stated({ curve: "custom", table: { "2022-06": 60, "2022-09": 50, "2023-01": 100 } }),
      whole,
      [
        ["百分数须由0升到100", "percents rise from 0 to 100"],
        ["月份不在起算与期限之间", "lies outside origin and deadline"],
        ["期限月 2022-12 须为100", "reaches 100 at the deadline 2022-12"],
      ],
    ],
  ])("%#", (target, of, texts) => {
    expect(targetFaults(target, of).map(({ text }) => [text.zh, text.en])).toEqual(texts);
  });

  test("of an indicator by itself, and of its upper end by name", () => {
    expect(indicatorFaults({ ...firms, decimals: 1 })).toEqual([
      {
        field: "indicator",
        text: { zh: "按整数计的指标没有小数位", en: "'firms' comes in whole ones and has no decimals" },
      },
    ]);
    const finer = stated({ ...range, stretch: decimalOf(12.5) });
    expect(targetFaults(finer, whole).map(({ field }) => field)).toEqual(["stretch"]);
  });
});

test("counts come in whole ones, and a growth of them has decimals of its own", () => {
  expect(indicatorFaults({ ...firms, decimals: 1 }).map(({ field }) => field)).toEqual(["indicator"]);
  expect([indicatorFaults(firms), indicatorFaults(output)]).toEqual([[], []]);
  expect([mostDecimals("new", firms), mostDecimals("growth", firms), mostDecimals("level", output)]).toEqual([0, 2, 1]);
});

test("a target covers the time from its origin, a yearly quota each of its years, a standing one no end", () => {
  expect(targetSpans({ deadline: "2025-12" }, "2022-02-01")).toEqual([
    { horizon: "2025-12", origin: "2021-12", deadline: "2025-12" },
  ]);
  expect(targetSpans({ origin: "2020-12" }, "2022-02-01")).toEqual([
    { horizon: "standing", origin: "2020-12", deadline: null },
  ]);
  expect(targetSpans({ yearly: { from: 2023, to: 2024 } }, "2022-02-01")).toEqual([
    { horizon: "2023-12", origin: "2022-12", deadline: "2023-12" },
    { horizon: "2024-12", origin: "2023-12", deadline: "2024-12" },
  ]);
});

test("who leads reports; else the issuer, a bureau, whoever is first", () => {
  const part = (department: string, role: "lead" | "responsible" = "responsible") => ({ department, role });
  const kindOf = (unit: string) => (unit.startsWith("bureau") ? "bureau" : "zone");
  const chosen = (...units: ReturnType<typeof part>[]) => reportingUnit(units, "issuer", kindOf);
  expect(chosen(part("zone"), part("issuer"), part("bureau", "lead"))).toBe("bureau");
  expect(chosen(part("zone"), part("bureau"), part("issuer"))).toBe("issuer");
  expect(chosen(part("zone"), part("bureau"))).toBe("bureau");
  expect(chosen(part("zone"), part("zone-2"))).toBe("zone");
  expect(chosen()).toBe("issuer");
});

test("a unit reports what it or its group is assigned to, and is assigned once", () => {
  const membersOf = (unit: string) => (unit === "counties" ? ["east"] : []);
  expect(["counties", "east", "west"].map((unit) => mayReport(unit, ["counties"], membersOf))).toEqual([
    true,
    true,
    false,
  ]);
  const twice = ["a", "b", "a"].map((department) => ({ department, role: "lead" }) as const);
  expect(placesNamedAgain(twice)).toEqual([2]);
});

test.each<[NonNullable<StatedTarget["yearly"]>, Partial<StatedTarget>, string[]]>([
  [{ from: 2022, to: 2025 }, {}, []],
  [{ from: 2023, to: 2023 }, {}, []],
  [{ from: 2001, to: 2099 }, {}, []],
  [{ from: 2000, to: 2001 }, {}, ["yearly"]],
  [{ from: 2099, to: 2100 }, {}, ["yearly"]],
  [{ from: 2022, to: 2023 }, { curve: "custom", table: { "2022-12": 100 } }, ["curve"]],
])("a quota of the years %j with %j lacks %j", (yearly, given, fields) => {
  const { deadline: _, ...everyYear } = stated({ yearly, ...given });
  expect(targetFaults(everyYear, ground("population", firms)).map(({ field }) => field)).toEqual(fields);
});

test("at most and below lead down, everything else up", () => {
  expect((["<=", "<", ">=", ">", "=", "range"] as const).map(directionOf)).toEqual([
    ...["falling", "falling"],
    ...["rising", "rising", "rising", "rising"],
  ]);
});

test("decimals are told of the indicator, or of a percentage", () => {
  expect(decimalFaults("value", decimalOf(0.25), output)).toEqual([
    { field: "value", text: { zh: "最多1位小数", en: "0.25 has more than the 1 decimals of 'output'" } },
  ]);
  expect(decimalFaults("value", decimalOf(1.5), firms, "new")).toEqual([
    { field: "value", text: { zh: "只能填整数", en: "1.5 has more than the 0 decimals of 'firms'" } },
  ]);
  expect(decimalFaults("value", decimalOf(1.255), firms, "growth")).toEqual([
    { field: "value", text: { zh: "最多2位小数", en: "1.255 has more than the 2 decimals of a percentage" } },
  ]);
  expect(decimalFaults("value", decimalOf(0.5), output)).toEqual([]);
});
