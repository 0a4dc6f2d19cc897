/** What may be set of how a plan is judged, and how it is told. DOMAIN sections 3 and 4. */
import { houseEntryCalendar } from "@beizeng/server/domain/in-force.ts";
import {
  batchYears,
  calendarInWords,
  faultOfCalendar,
  faultOfTolerance,
  isSameCalendar,
  isSameRule,
  judgingInWords,
  reopeningInWords,
  ruleInWords,
} from "@beizeng/server/domain/judging.ts";
import { describe, expect, it } from "vitest";

const house = houseEntryCalendar.monthlyPercent;
const withLast = (last: number) => [...house.slice(0, 11), last];

describe("a tolerance", () => {
  it.each([0, 15, 100])("of %s %% may be set", (percent) => {
    expect(faultOfTolerance(percent)).toBeNull();
  });
  it.each([-1, 101, 12.5, Number.NaN])("of %s may not", (percent) => {
    expect(faultOfTolerance(percent)).toEqual({
      field: "tolerancePercent",
      text: { zh: "应为0—100的整数", en: "it must be a whole number from 0 to 100" },
    });
  });
});

describe("a calendar", () => {
  const years = [2022, 2023];
  const faults: readonly (readonly [
    string,
    readonly number[],
    Record<string, number> | null,
    string | null,
    string | null,
    RegExp,
  ])[] = [
    ["the house's", house, null, null, null, /./],
    ["one that weighs years", house, { 2022: 1, 2023: 100 }, null, null, /./],
    ["one that stands still", [...Array.from({ length: 11 }, () => 0), 100], null, null, null, /./],
    [
      "eleven months",
      house.slice(0, 11),
      null,
      "monthlyPercent",
      "it must be 12 whole numbers from 0 to 100, January to December",
      /12个/,
    ],
    [
      "a part of a percent",
      [0.5, ...house.slice(1)],
      null,
      "monthlyPercent",
      "it must be 12 whole numbers from 0 to 100, January to December",
      /12个/,
    ],
    [
      "more than all",
      withLast(101),
      null,
      "monthlyPercent",
      "it must be 12 whole numbers from 0 to 100, January to December",
      /12个/,
    ],
    [
      "one that falls",
      [20, ...house.slice(1)],
      null,
      "monthlyPercent",
      "it is cumulative and must not fall: 20% in month 1, 10% in month 2",
      /1月为20%，2月为10%/,
    ],
    [
      "one that does not end at all of it",
      withLast(90),
      null,
      "monthlyPercent",
      "December must be 100%, not 90%",
      /12月应为100%，现为90%/,
    ],
    [
      "a year that no target runs through",
      house,
      { 2030: 2 },
      "yearWeights",
      "no batch schedule runs in 2030",
      /2030年/,
    ],
    ["a year without weight", house, { 2022: 0 }, "yearWeights", "2022 must be a whole number from 1 to 100", /1—100/],
    [
      "a weight beyond the most",
      house,
      { 2023: 101 },
      "yearWeights",
      "2023 must be a whole number from 1 to 100",
      /1—100/,
    ],
    ["a part of a weight", house, { 2022: 1.5 }, "yearWeights", "2022 must be a whole number from 1 to 100", /1—100/],
  ];
  it.each(faults)("%s", (_, monthlyPercent, yearWeights, field, en, said) => {
    const fault = faultOfCalendar({ monthlyPercent, yearWeights }, years);
    expect([fault?.field ?? null, fault?.text.en ?? null]).toEqual([field, en]);
    if (fault !== null) expect(fault.text.zh).toMatch(said);
  });

  it("weighs the years that its targets run through", () => {
    expect(
      batchYears([
        { origin: "2021-12", deadline: "2022-12" },
        { origin: "2022-06", deadline: "2024-03" },
        { origin: "2021-12", deadline: null },
      ]),
    ).toEqual([2022, 2023, 2024]);
  });

  it("is the same whenever it begins, and whether or not a weight of 1 is named", () => {
    const other = { ...houseEntryCalendar, from: "2023-01", yearWeights: { 2023: 1 } } as const;
    expect(isSameCalendar(houseEntryCalendar, other)).toBe(true);
    expect(isSameCalendar(houseEntryCalendar, { ...other, yearWeights: { 2023: 2 } })).toBe(false);
    expect(isSameCalendar(houseEntryCalendar, { ...other, monthlyPercent: [1, ...house.slice(1)] })).toBe(false);
  });

  it("is told by its months, and by the years that weigh more", () => {
    expect(calendarInWords({ monthlyPercent: house, yearWeights: { 2022: 1, 2023: 2 } })).toEqual({
      zh: "1月0%、2月10%、3月15%、4月20%、5月25%、6月30%、7月35%、8月40%、9月45%、10月50%、11月75%、12月100%；年度权重：2023年2，其余为1",
      en: "By the end of January to December: 0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100%; 2023 weighs 2, others 1",
    });
  });
});

describe("a rule", () => {
  const points = { from: "2022-01", mode: "points", tolerancePercent: 20, isInclusive: true } as const;
  it("is the same whenever it begins", () => {
    expect(isSameRule(points, { ...points, from: "2023-01" })).toBe(true);
    expect(isSameRule(points, { ...points, mode: "ratio" })).toBe(false);
    expect(isSameRule(points, { ...points, tolerancePercent: 19 })).toBe(false);
    expect(isSameRule(points, { ...points, isInclusive: false })).toBe(false);
  });
  it.each([
    [
      points,
      "差距按目标值的百分点计：不超过20个百分点为滞后，超过20个百分点为严重滞后",
      "The gap is taken in points of the target: behind up to and including 20 points of the target, far behind beyond",
    ],
    [
      { ...points, isInclusive: false },
      "差距按目标值的百分点计：不到20个百分点为滞后，达到20个百分点为严重滞后",
      "The gap is taken in points of the target: behind below 20 points of the target, far behind from there on",
    ],
    [
      { ...points, mode: "ratio" },
      "差距按应完成量的百分比计：不超过20%为滞后，超过20%为严重滞后",
      "The gap is taken in percent of what is due: behind up to and including 20% of what is due, far behind beyond",
    ],
  ] as const)("is told as an office says it", (rule, zh, en) => {
    expect(ruleInWords(rule)).toEqual({ zh, en });
  });
});

describe("what would change", () => {
  const [behind, far] = [
    { zh: "滞后", en: "behind" },
    { zh: "严重滞后", en: "far behind" },
  ];
  const told = { from: "2022-03", running: "2022-10", targets: 2 } as const;
  it("is told with its months, targets and lights", () => {
    const moves = [
      { before: behind, after: far, count: 5 },
      { before: far, after: behind, count: 1 },
    ];
    expect(judgingInWords({ ...told, moves })).toEqual({
      zh: "2022年3月至2022年10月，2项目标的6个月度亮灯改变：滞后变为严重滞后5个，严重滞后变为滞后1个。",
      en: "From 2022-03 to 2022-10 6 monthly lights of 2 targets would change: 5 from behind to far behind, 1 from far behind to behind.",
    });
  });
  it("may be nothing, or nothing yet", () => {
    expect(judgingInWords({ ...told, targets: 0, moves: [] }).zh).toBe("2022年3月至2022年10月没有亮灯改变。");
    expect(judgingInWords({ ...told, from: "2022-11", targets: 0, moves: [] }).zh).toBe(
      "自2022年11月起执行，到2022年10月为止的亮灯不变。",
    );
  });
});

it("names the closed months that must be reopened first", () => {
  expect(reopeningInWords("2022-03", ["2022-03", "2022-06"])).toEqual({
    zh: "2022年3月、2022年6月已结账，不能自2022年3月起执行；确需如此，请先申请重新打开2022年3月、2022年6月",
    en: "2022-03, 2022-06 are closed, so that it cannot hold from 2022-03: ask for the reopening of 2022-03, 2022-06 first",
  });
  expect(reopeningInWords("2022-03", ["2022-03", "2022-06", "2022-09", "2022-12"]).zh).toBe(
    "2022年3月至2022年12月中的4个月已结账，不能自2022年3月起执行；确需如此，请先申请重新打开这些月份",
  );
});

describe("two calendars", () => {
  const of = (yearWeights: Record<number, number> | null, monthlyPercent = house) => ({
    ...houseEntryCalendar,
    monthlyPercent,
    yearWeights,
  });
  it.each([
    [null, null, true],
    [null, { 2022: 1 }, true],
    [{ 2022: 1 }, null, true],
    [{ 2022: 2 }, null, false],
    [null, { 2022: 2 }, false],
    [{ 2022: 2 }, { 2022: 2, 2023: 1 }, true],
    [{ 2022: 2 }, { 2023: 2 }, false],
  ])("with the weights %j and %j are the same: %s", (one, other, isSame) => {
    expect(isSameCalendar(of(one), of(other))).toBe(isSame);
  });
  it("with one other percent differ", () => {
    expect(isSameCalendar(of(null), of(null, [1, ...house.slice(1)]))).toBe(false);
  });
});

it("tells a calendar with the years that weigh more than one, or says that they weigh the same", () => {
  const months = "1月0%、2月10%、3月15%、4月20%、5月25%、6月30%、7月35%、8月40%、9月45%、10月50%、11月75%、12月100%";
  const en = "By the end of January to December: 0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100%";
  const same = { zh: `${months}；各年权重相同`, en: `${en}; years weigh the same` };
  expect(calendarInWords({ monthlyPercent: house, yearWeights: null })).toEqual(same);
  expect(calendarInWords({ monthlyPercent: house, yearWeights: { 2022: 1 } })).toEqual(same);
  expect(calendarInWords({ monthlyPercent: house, yearWeights: { 2022: 1, 2023: 2, 2024: 3 } })).toEqual({
    zh: `${months}；年度权重：2023年2、2024年3，其余为1`,
    en: `${en}; 2023 weighs 2, 2024 weighs 3, others 1`,
  });
});

it("says of one light and one target what is said of one", () => {
  const moves = [{ before: { zh: "滞后", en: "behind" }, after: { zh: "达序时", en: "on schedule" }, count: 1 }];
  expect(judgingInWords({ from: "2022-10", running: "2022-10", targets: 1, moves })).toEqual({
    zh: "2022年10月至2022年10月，1项目标的1个月度亮灯改变：滞后变为达序时1个。",
    en: "From 2022-10 to 2022-10 1 monthly light of 1 target would change: 1 from behind to on schedule.",
  });
  expect(judgingInWords({ from: "2022-10", running: "2022-10", targets: 0, moves: [] }).en).toBe(
    "From 2022-10 to 2022-10 no light changes.",
  );
  expect(judgingInWords({ from: "2022-11", running: "2022-10", targets: 0, moves: [] }).en).toBe(
    "It holds from 2022-11: no light up to 2022-10 changes.",
  );
});

it("names up to three closed months, more by the first and the last of them", () => {
  expect(reopeningInWords("2022-03", ["2022-03"])).toEqual({
    zh: "2022年3月已结账，不能自2022年3月起执行；确需如此，请先申请重新打开2022年3月",
    en: "2022-03 is closed, so that it cannot hold from 2022-03: ask for the reopening of 2022-03 first",
  });
  expect(reopeningInWords("2022-03", ["2022-03", "2022-04", "2022-05"]).zh).toContain(
    "2022年3月、2022年4月、2022年5月已结账",
  );
  expect(reopeningInWords("2022-02", ["2022-03", "2022-06", "2022-09", "2022-12"])).toEqual({
    zh: "2022年3月至2022年12月中的4个月已结账，不能自2022年2月起执行；确需如此，请先申请重新打开这些月份",
    en: "4 months from 2022-03 to 2022-12 are closed, so that it cannot hold from 2022-02: ask for the reopening of these months first",
  });
});
