/** How a briefing says each kind of figure, and what it lists of many; the usual sentences are in `briefing-sentences`. */
import { lackingInWords, monthOfText, targetSentence } from "@beizeng/server/domain/briefing-clauses.ts";
import type { ToldBriefing } from "@beizeng/server/domain/briefing-told.ts";
import { describe, expect, test } from "vitest";
import {
  type Judged,
  lit,
  none,
  paragraphs,
  type Row,
  rate,
  row,
  september,
  share,
  shown,
  subjectOf,
  text,
} from "../helpers/told-briefing.ts";

type Prospect = ToldBriefing["outlook"]["prospects"][number];

const waits = { light: "not-due", cause: "waits-for-deadline" } as const;
const percent = { unit: text("%"), indicatorName: text("产值") } as const;
const days = { indicatorName: text("办理天数"), unit: text("天"), direction: "falling", deadline: "2022-12" } as const;

describe("what was reached", () => {
  test.each<[string, Row, string]>([
    [
      "a part of a subject is named",
      { assessed: { ...waits, scopeName: text("汾阳市"), isMet: false } },
      "新增规上企业（汾阳市）11户，完成年度目标的73.3%",
    ],
    [
      "a net increase",
      { assessed: { reading: "net", achieved: shown(11) } },
      "净增规上企业11户，完成年度目标的73.3%，达到序时进度",
    ],
    [
      "no net increase",
      { assessed: { ...waits, reading: "net", achieved: shown(0), completion: share(0) } },
      "规上企业净增为零",
    ],
    [
      "a growth",
      { assessed: { ...percent, ...waits, reading: "growth", achieved: shown(3.5), completion: share(35) } },
      "产值较2021年底增长3.5%，完成年度目标的35.0%",
    ],
    [
      "no growth",
      { assessed: { ...percent, ...waits, reading: "growth", achieved: shown(0), completion: share(0) } },
      "产值较2021年底持平",
    ],
    [
      "an annual growth",
      { assessed: { ...percent, ...waits, reading: "annual-growth", achieved: shown(6.8), completion: share(68) } },
      "产值年均增长6.8%，完成年度目标的68.0%",
    ],
    [
      "an annual fall",
      { assessed: { ...percent, ...waits, reading: "annual-growth", achieved: shown(-0.5), completion: none } },
      "产值年均下降0.5%，目标为新增 ≥15户",
    ],
    [
      "a fall that rounds to nothing, a fall all the same",
      { assessed: { ...percent, ...waits, reading: "annual-growth", achieved: shown(-0.04, "0.0"), completion: none } },
      "产值年均下降0.0%，目标为新增 ≥15户",
    ],
    [
      "a gain of a share, in points",
      { assessed: { ...percent, ...waits, reading: "gain", achieved: shown(2), completion: share(40) } },
      "产值较2021年底提高2个百分点，完成年度目标的40.0%",
    ],
    [
      "a loss of an amount, in its unit",
      {
        assessed: {
          ...{ ...waits, reading: "gain", unit: text("万吨"), indicatorName: text("产能") },
          ...{ achieved: shown(-2), completion: share(-20), remaining: shown(12) },
        },
      },
      "产能较2021年底下降2万吨，低于起点，离年度目标还差12万吨",
    ],
    [
      "events",
      { assessed: { ...waits, reading: "cumulative", indicatorName: text("对接活动"), unit: text("次") } },
      "对接活动累计11次，完成年度目标的73.3%",
    ],
    [
      "no event",
      {
        assessed: {
          ...{ ...waits, reading: "cumulative", indicatorName: text("对接活动"), unit: text("次") },
          ...{ achieved: shown(0), completion: share(0) },
        },
      },
      "对接活动累计为零",
    ],
    [
      "a level",
      {
        nature: "level",
        assessed: { ...waits, reading: "level", indicatorName: text("产能"), unit: text("万吨") },
      },
      "产能为11万吨，完成年度目标的73.3%（按增量计）",
    ],
    [
      "a level that must fall",
      {
        nature: "level",
        assessed: { ...waits, reading: "level", indicatorName: text("能耗"), unit: text("吨"), direction: "falling" },
      },
      "能耗为11吨，完成年度目标的73.3%（按降幅计）",
    ],
    [
      "a plant that does not stand yet, before its day",
      { assessed: { ...waits, reading: "done", indicatorName: text("达产"), achieved: shown(0) } },
      "达产尚未完成",
    ],
  ])("%s", (_, told, expected) => {
    expect(targetSentence(row(told), september)).toBe(expected);
  });

  test("a flow of the twelve months of a year is the year's", () => {
    const flow = { reading: "level", indicatorName: text("产值"), unit: text("亿元"), judgedMonth: "2022-12" } as const;
    const told = row({ nature: "yearly-flow", assessed: { ...flow, ...waits } });
    expect(targetSentence(told, { ...september, month: "2022-12" })).toBe(
      "产值全年11亿元，完成年度目标的73.3%（按增量计）",
    );
  });

  test("what is no month is the caller's fault", () => {
    expect(monthOfText("2022-09")).toBe("2022-09");
    expect(() => monthOfText("standing")).toThrow(new RangeError("standing is not a month"));
  });
});

describe("how it stands", () => {
  test.each<[string, Row, string]>([
    [
      "exactly at what is asked of it, long before its deadline",
      { assessed: { ...waits, completion: share(100), isMet: true, deadline: "2025-12" } },
      "新增规上企业11户，达到“十四五”末目标",
    ],
    ["at the bar of a nearer target", { yardstick: "bar" }, "新增规上企业11户，完成年度目标的73.3%，达到阶段目标"],
    [
      "below that bar",
      { yardstick: "bar", assessed: { light: "behind", gap: shown(2) } },
      "新增规上企业11户，完成年度目标的73.3%，低于阶段目标2户，进度滞后",
    ],
    [
      "on schedule without a gap that could be told",
      { assessed: { gap: none } },
      "新增规上企业11户，完成年度目标的73.3%，达到序时进度",
    ],
    [
      "on schedule to the point",
      { assessed: { gap: shown(0) } },
      "新增规上企业11户，完成年度目标的73.3%，达到序时进度",
    ],
    [
      "at a strict value and not above it",
      { yardstick: "target", assessed: { ...rate, achieved: shown(96), gap: shown(0), light: "behind" } },
      "问题解决率为96%，目标为≥96%，恰为目标值、尚未达标，进度滞后",
    ],
    [
      "a stage of a plant that has come due",
      { assessed: { reading: "done", indicatorName: text("达产"), achieved: shown(0), light: "behind" } },
      "达产尚未完成，阶段目标已到期，进度滞后",
    ],
    [
      "waiting for a figure",
      { assessed: { ...waits, achieved: none, completion: none, judgedMonth: null } },
      "新增规上企业尚无数据",
    ],
    [
      "a sum of which it is not known what is not allocated",
      { assessed: { light: null, cause: "parts-missing", rollUp: { partsReported: 1, parts: 1, unallocated: none } } },
      "各分项合计新增规上企业11户，完成年度目标的73.3%，分项尚未报齐，暂不评定进度",
    ],
    [
      "without a light for another cause",
      { assessed: { light: null, cause: "not-formed" } },
      "新增规上企业11户，完成年度目标的73.3%，暂不评定进度",
    ],
    [
      "a plant that was owed a report says no last figure",
      {
        name: text("达产"),
        assessed: { reading: "done", achieved: shown(0), light: "unreported", cause: "no-report" },
      },
      "达产2022年三季度数据未报",
    ],
  ])("%s", (_, told, expected) => {
    expect(targetSentence(row(told), september)).toBe(expected);
  });

  const missed = { light: "missed", cause: "missed-at-deadline", judgedMonth: "2022-12" } as const;
  const done = { reading: "done", indicatorName: text("达产") } as const;
  test.each<[string, Partial<Judged>, string]>([
    [
      "a plant that stood in time",
      { ...done, achieved: shown(1), light: "met", cause: "met-at-deadline" },
      "达产已完成，如期实现",
    ],
    ["a plant that did not", { ...done, ...missed, achieved: shown(0) }, "达产尚未完成，到期未完成2022年底目标"],
    [
      "a plant that stood later",
      { ...done, ...missed, achieved: shown(0), metLateAt: "2023-01" },
      "达产尚未完成，到期未完成2022年底目标，2023年1月达到目标，属逾期完成",
    ],
    [
      "below where it began",
      { ...missed, reading: "total", achieved: shown(500), completion: share(-10), remaining: shown(33) },
      "规上企业总数为500户，低于起点，到期未完成2022年底目标，尚差33户",
    ],
    [
      "at a strict value and not above it",
      { ...missed, achieved: shown(15), completion: share(100), remaining: shown(0) },
      "新增规上企业15户，完成2022年底目标的100.0%，到期恰为目标值、未达到2022年底目标要求",
    ],
    [
      "without a distance that could be told",
      { ...missed, remaining: none },
      "新增规上企业11户，完成2022年底目标的73.3%，到期未完成2022年底目标",
    ],
    [
      "what had to fall and has not",
      {
        ...{ ...rate, ...days, ...missed, targetText: text("≤10天") },
        ...{ achieved: shown(12), completion: none, remaining: shown(2) },
      },
      "办理天数为12天，目标为≤10天，到期未完成2022年底目标，仍高出2天",
    ],
    [
      "what had to fall and has",
      {
        ...{ ...rate, ...days, judgedMonth: "2022-12", targetText: text("≤10天"), achieved: shown(9) },
        ...{ completion: none, light: "met", cause: "met-at-deadline" },
      },
      "办理天数为9天，目标为≤10天，如期完成2022年底目标",
    ],
  ])("of a horizon that is over: %s", (_, assessed, expected) => {
    const told = row({ assessed: { judgedMonth: "2022-12", ...assessed } });
    expect(targetSentence(told, { ...september, month: "2023-03" })).toBe(expected);
  });

  test.each<[string, Row, string]>([
    ["firms", { shortfall: shown(3) }, "总体目标新增规上企业差3户"],
    ["points", { shortfall: shown(1.5), assessed: percent }, "总体目标新增规上企业差1.5个百分点"],
    ["days too many", { shortfall: shown(2), assessed: days }, "总体目标新增规上企业高出2天"],
    ["nothing but to be above", { shortfall: shown(0) }, "总体目标新增规上企业恰为目标值、尚未达标"],
    ["what cannot be told", { shortfall: none }, "总体目标新增规上企业尚未完成"],
    ["a plant", { shortfall: shown(1), assessed: done }, "总体目标新增规上企业尚未完成"],
  ])("in a list a target lacks %s", (_, told, expected) => {
    expect(lackingInWords(row(told))).toBe(expected);
  });
});

const overallOf = (told: Parameters<typeof paragraphs>[0]) => paragraphs(told).overall ?? [];

describe("the whole", () => {
  const chain = (name: string, light: Judged["light"]) => subjectOf([row({ assessed: { light } })], name);
  const counted = "截至2022年9月底，《倍增方案》2022年底目标未设考核内容。";

  test("several chains at one light, at several, and one that has none", () => {
    const chains = [chain("钢铁", "behind"), chain("食品", "behind")];
    expect(overallOf({ chains, chainLights: { total: 2, rows: [lit("behind", "滞后", 2, 100)] } })).toEqual([
      `${counted}2条产业链均滞后。`,
    ]);
    const rows = [lit("behind", "滞后", 1, 50), lit("met", "已完成", 1, 50)];
    expect(overallOf({ chains, chainLights: { total: 2, rows } })).toEqual([
      `${counted}按各链最需关注的目标计，2条产业链中，滞后1条，占50.0%；已完成1条，占50.0%。`,
    ]);
    expect(overallOf({ chains: [chain("钢铁", null)] })).toEqual([`${counted}设目标的产业链为钢铁，未亮灯。`]);
  });

  test("a headline before its first period, and one without an end", () => {
    const before = {
      achieved: none,
      completion: none,
      judgedMonth: null,
      light: null,
      cause: "before-first-period",
    } as const;
    expect(overallOf({ headline: [subjectOf([row({ assessed: before })])] })[1]).toBe("总体目标各项尚未到首个填报期。");
    const unformed = { ...before, cause: "not-formed" };
    expect(overallOf({ headline: [subjectOf([row({ assessed: unformed })])] })[1]).toBe(
      "截至9月底，全市新增规上企业现有数据尚不能得出，暂不评定进度。",
    );
    expect(overallOf({ headline: [subjectOf([row({ yardstick: "target", assessed: rate })])] })[1]).toBe(
      "截至9月底，全市问题解决率为97.2%，目标为≥96%，符合目标要求。",
    );
  });

  test("of many that wait it is said only what there is to say", () => {
    const open = (isMet: boolean | null, completion = none as Judged["completion"], name = "绿色工厂") =>
      row({
        assessed: {
          ...{ ...waits, reading: "total", completionBasis: "whole", isMet, completion, indicatorName: text(name) },
        },
      });
    const said = (...targets: ReturnType<typeof row>[]) =>
      overallOf({ headline: [subjectOf([row()]), subjectOf(targets, "质量效益")] })[2];
    const [there, unknown] = [open(true), open(null)];
    expect(said(open(false), open(false), open(false), open(false))).toBe(
      "质量效益方面，4项目标尚未到期：尚未达到4项。各项见附件。",
    );
    expect(said(unknown, unknown, unknown, unknown)).toBe("质量效益方面，4项目标尚未到期：尚无数据4项。各项见附件。");
    expect(said(there, there, unknown, unknown)).toBe(
      "质量效益方面，4项目标尚未到期：已达到目标值2项，尚无数据2项。各项见附件。",
    );
    // The two furthest of three, the furthest first; a share that is not known is none of the furthest.
    expect(
      said(open(false, share(50), "甲"), open(false, share(20), "乙"), open(false, share(30), "丙"), open(false)),
    ).toBe(
      "质量效益方面，4项目标尚未到期：尚未达到4项，其中完成率较低的：乙总数为11户，完成年度目标的20.0%（按总量计）；" +
        "丙总数为11户，完成年度目标的30.0%（按总量计）。各项见附件。",
    );
    expect(said(open(true), open(true), open(true))).toMatch(/^质量效益方面，尚未到期的目标：/);
  });
});

describe("what is behind, and what is asked", () => {
  const late = row({ shortfall: shown(3), assessed: { light: "behind" } });

  test("a target for which nobody answers, since when nobody knows", () => {
    const behind = [row({ responsible: [], shortfall: shown(3), assessed: { light: "behind" } })];
    expect(paragraphs({ behind }).problems).toEqual(["滞后的目标1项：总体目标新增规上企业差3户。"]);
  });

  test("five are named, the rest is in the annex", () => {
    const one = "总体目标新增规上企业差3户（责任单位：市工信局）";
    const five = Array.from({ length: 5 }, () => one).join("；");
    expect(paragraphs({ behind: [late, late, late, late, late] }).problems).toEqual([`滞后的目标5项：${five}。`]);
    expect(paragraphs({ behind: [late, late, late, late, late, late] }).problems).toEqual([
      `滞后的目标6项：${five}等，其余见附件。`,
    ]);
  });

  test("nothing is said of an allocation that cannot be told", () => {
    const of = { name: text("新增规上企业"), unit: text("户"), targetValue: shown(145), unallocated: none };
    expect(paragraphs({ reconciliations: [of] }).problems).toEqual(["各项目标尚未到评定进度的时候，暂无滞后目标。"]);
  });

  test("units are asked by how much they have behind, and the pace told of what can be told", () => {
    const department = (name: string, count: number) => ({ department: { name: text(name) }, behind: count });
    const prospect = (change: Partial<Prospect>): Prospect => ({
      ...{ target: "t", subject: { name: text("总体目标") }, indicatorName: text("产值"), scopeName: null },
      ...{ reading: "growth", unit: text("%"), remaining: shown(4), forecast: { pace: shown(1.3) } },
      ...change,
    });
    const prospects = [
      prospect({}),
      prospect({ scopeName: text("汾阳市"), reading: "level", unit: text("亿元") }),
      prospect({ forecast: null }),
      prospect({ remaining: none }),
      prospect({ remaining: shown(0) }),
      prospect({ forecast: { pace: none } }),
      prospect({ forecast: { pace: shown(0) } }),
    ];
    expect(
      paragraphs({
        behind: [late],
        departments: [department("甲局", 1), department("乙局", 3), department("丙局", 0)],
        outlook: { prospects },
      }).next,
    ).toEqual([
      "请乙局、甲局对照差距，抓紧推进滞后的1项目标：总体目标新增规上企业差3户。",
      "距2022年底还有3个月，要完成总体目标：产值增长还差4个百分点，平均每月需1.3个百分点；产值（汾阳市）还差4亿元，平均每月需1.3亿元。",
    ]);
    expect(paragraphs({ monthsLeft: null, outlook: { prospects } }).next).toEqual([
      "请各责任单位保持进度，按期报送数据。",
    ]);
    expect(paragraphs({ outlook: { prospects: prospects.slice(2) } }).next).toEqual([
      "请各责任单位保持进度，按期报送数据。",
    ]);
  });
});
