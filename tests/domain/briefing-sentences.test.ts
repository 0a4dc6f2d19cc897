import { targetSentence } from "@beizeng/server/domain/briefing-clauses.ts";
import type { ToldTarget } from "@beizeng/server/domain/briefing-told.ts";
import { briefingTitle, horizonInWords, periodInWords, wholePlace } from "@beizeng/server/domain/briefing-words.ts";
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

describe("the sentence of one target", () => {
  test.each<[string, Row, string]>([
    ["on schedule by one whole unit", {}, "新增规上企业11户，完成年度目标的73.3%，达到序时进度"],
    [
      "ahead of its schedule",
      { assessed: { achieved: shown(12), completion: share(80), gap: shown(-0.75), cause: "no-gap" } },
      "新增规上企业12户，完成年度目标的80.0%，快于序时进度",
    ],
    [
      "behind",
      {
        assessed: {
          achieved: shown(9),
          completion: share(60),
          gap: shown(2.3),
          light: "behind",
          cause: "within-tolerance",
        },
      },
      "新增规上企业9户，完成年度目标的60.0%，低于序时进度2.3户，进度滞后",
    ],
    [
      "zero is a figure",
      {
        assessed: {
          achieved: shown(0),
          completion: share(0),
          gap: shown(11.3),
          light: "far-behind",
          cause: "beyond-tolerance",
        },
      },
      "尚未新增规上企业，低于序时进度11.3户，进度严重滞后",
    ],
    [
      "not reported and never known",
      { assessed: { achieved: none, completion: none, judgedMonth: null, light: "unreported", cause: "no-report" } },
      "新增规上企业2022年三季度数据未报",
    ],
    [
      "not reported, the last figure beside it",
      { assessed: { achieved: shown(5), judgedMonth: "2022-06", light: "unreported", cause: "no-report" } },
      "新增规上企业2022年三季度数据未报，最近一期为截至2022年6月底的5户",
    ],
    [
      "a figure that cannot be formed",
      { assessed: { achieved: none, completion: none, judgedMonth: null, light: null, cause: "not-formed" } },
      "新增规上企业现有数据尚不能得出，暂不评定进度",
    ],
    [
      "before the first period",
      { assessed: { achieved: none, completion: none, judgedMonth: null, light: null, cause: "before-first-period" } },
      "新增规上企业尚未到首个填报期",
    ],
    [
      "met early, and more than met",
      { assessed: { achieved: shown(18), completion: share(120), isMet: true, light: "met", cause: "met-for-good" } },
      "新增规上企业18户，完成年度目标的120.0%，提前超额完成",
    ],
    [
      "met early, exactly",
      { assessed: { achieved: shown(15), completion: share(100), isMet: true, light: "met", cause: "met-for-good" } },
      "新增规上企业15户，提前完成年度目标",
    ],
    [
      "a net loss",
      {
        name: text("净增规上企业"),
        assessed: {
          ...{ reading: "net", achieved: shown(-3), completion: share(-30), remaining: shown(13) },
          ...{ gap: shown(10.5), light: "far-behind", cause: "beyond-tolerance" },
        },
      },
      "规上企业净减3户，低于起点，离年度目标还差13户，低于序时进度10.5户，进度严重滞后",
    ],
    [
      "a strict target at exactly its value reads 100.0% and is not met",
      {
        assessed: {
          ...{ reading: "total", achieved: shown(80), completion: share(100), completionBasis: "whole" },
          ...{ isMet: false, light: "not-due", cause: "waits-for-deadline", deadline: "2025-12" },
        },
      },
      "规上企业总数为80户，完成“十四五”末目标的100.0%（按总量计），恰为目标值、尚未达标",
    ],
    [
      "a total by what it adds",
      { assessed: { reading: "total", achieved: shown(945), completion: share(86.7), deadline: "2025-12" } },
      "规上企业总数为945户，完成“十四五”末目标的86.7%（按增量计），达到序时进度",
    ],
    [
      "a rate that is met",
      { yardstick: "target", assessed: { ...rate, cause: "no-gap" } },
      "问题解决率为97.2%，目标为≥96%，符合目标要求",
    ],
    [
      "a rate that is not",
      {
        yardstick: "target",
        assessed: { ...rate, achieved: shown(95), gap: shown(1), light: "behind", cause: "within-tolerance" },
      },
      "问题解决率为95%，目标为≥96%，低于目标1个百分点，进度滞后",
    ],
    [
      "what must fall and has not",
      {
        yardstick: "target",
        assessed: {
          ...rate,
          ...{ indicatorName: text("办理天数"), unit: text("天"), direction: "falling", targetText: text("≤10天") },
          ...{ achieved: shown(12), gap: shown(2), light: "behind", cause: "within-tolerance" },
        },
      },
      "办理天数为12天，目标为≤10天，高于目标2天，进度滞后",
    ],
    [
      "a plant that stands",
      {
        assessed: {
          ...{ indicatorName: text("达产"), reading: "done", achieved: shown(1), completion: share(100) },
          ...{ isMet: true, light: "met", cause: "met-for-good" },
        },
      },
      "达产已完成",
    ],
    [
      "a growth below where it began",
      {
        assessed: {
          ...{
            reading: "growth",
            achieved: shown(-1.2),
            unit: text("%"),
            completion: share(-6),
            remaining: shown(21.2),
          },
          ...{ gap: shown(16.2), light: "far-behind", cause: "beyond-tolerance" },
        },
      },
      "规上企业较2021年底下降1.2%，低于起点，离年度目标还差21.2个百分点，低于序时进度16.2个百分点，进度严重滞后",
    ],
    [
      "a flow of twelve months",
      {
        nature: "yearly-flow",
        assessed: {
          indicatorName: text("产值"),
          reading: "level",
          achieved: shown(50.5),
          unit: text("亿元"),
          completion: share(95),
        },
      },
      "产值近12个月合计50.5亿元，完成年度目标的95.0%（按增量计），达到序时进度",
    ],
    [
      "a sum of parts of which not all have reported",
      {
        assessed: {
          ...{ light: null, cause: "parts-missing" },
          rollUp: { partsReported: 7, parts: 8, unallocated: shown(0) },
        },
      },
      "各分项合计（8项中7项已报）新增规上企业11户，完成年度目标的73.3%，分项尚未报齐，暂不评定进度",
    ],
    [
      "a sum to which not all is allocated",
      {
        assessed: {
          light: null,
          cause: "parts-missing",
          rollUp: { partsReported: 8, parts: 8, unallocated: shown(107) },
        },
      },
      "各分项合计新增规上企业11户，完成年度目标的73.3%，尚有107户未分解，暂不评定进度",
    ],
    [
      "carried forward",
      { assessed: { judgedMonth: "2022-06" } },
      "新增规上企业11户（数据截至2022年6月底），完成年度目标的73.3%，达到序时进度",
    ],
  ])("%s", (_, told, expected) => {
    expect(targetSentence(row(told), september)).toBe(expected);
  });

  test.each<[string, Partial<Judged>, string]>([
    [
      "met, and more than met",
      { achieved: shown(18), completion: share(120), isMet: true, light: "met", cause: "met-at-deadline" },
      "新增规上企业18户，完成2022年底目标的120.0%，如期超额完成",
    ],
    [
      "met exactly",
      { achieved: shown(15), completion: share(100), isMet: true, light: "met", cause: "met-at-deadline" },
      "新增规上企业15户，如期完成2022年底目标",
    ],
    [
      "missed",
      { achieved: shown(12), completion: share(80), remaining: shown(3), light: "missed", cause: "missed-at-deadline" },
      "新增规上企业12户，完成2022年底目标的80.0%，到期未完成，尚差3户",
    ],
    [
      "missed with nothing done",
      { achieved: shown(0), completion: share(0), remaining: shown(15), light: "missed", cause: "missed-at-deadline" },
      "尚未新增规上企业，到期未完成2022年底目标，尚差15户",
    ],
    [
      "met late",
      {
        ...{ achieved: shown(12), completion: share(80), remaining: shown(3), light: "missed", cause: "met-late" },
        metLateAt: "2023-02",
      },
      "新增规上企业12户，完成2022年底目标的80.0%，到期未完成，尚差3户，2023年2月达到目标，属逾期完成",
    ],
  ])("of a horizon that is over: %s", (_, assessed, expected) => {
    const told = row({ assessed: { judgedMonth: "2022-12", ...assessed } });
    expect(targetSentence(told, { ...september, month: "2023-03" })).toBe(expected);
  });

  test("is 未核定 on the statistics basis, for the department may have reported", () => {
    const told = row({ assessed: { achieved: none, judgedMonth: null, light: "unreported", cause: "no-report" } });
    expect(targetSentence(told, { ...september, basis: "statistics" })).toBe("新增规上企业2022年三季度数据未核定");
  });

  test("says 达到序时进度 of nothing but what is on schedule", () => {
    const lights = ["met", "behind", "far-behind", "missed", "unreported", "not-due", null] as const;
    for (const light of lights) {
      for (const cause of ["met-for-good", "met-at-deadline", "no-report", "parts-missing", "within-tolerance"]) {
        expect(targetSentence(row({ assessed: { light, cause } }), september)).not.toMatch(/达到序时进度|快于序时进度/);
      }
    }
  });
});

describe("the text of a briefing", () => {
  test("one headline on schedule and nothing else: the usual sentence, no problem, no measure made up", () => {
    const said = paragraphs({
      headline: [subjectOf([row()])],
      lights: { total: 1, rows: [lit("on-schedule", "达序时", 1, 100)] },
    });
    expect(said).toEqual({
      overall: [
        "截至2022年9月底，《倍增方案》2022年底目标共1项，均达序时。",
        "截至9月底，全市新增规上企业11户，完成年度目标的73.3%，达到序时进度。",
      ],
      problems: ["没有滞后或未完成的目标，也没有缺少的数据。"],
      next: ["请各责任单位保持进度，按期报送数据。"],
    });
  });

  test("everything met", () => {
    const said = paragraphs({ lights: { total: 2, rows: [lit("met", "已完成", 2, 100)] } });
    expect(said.overall).toEqual(["截至2022年9月底，《倍增方案》2022年底目标共2项，已全部完成。"]);
    expect(said.next).toEqual(["各项目标均已完成，没有需要催办的事项。"]);
  });

  test("no report at all", () => {
    const silent = row({
      assessed: { achieved: none, completion: none, judgedMonth: null, light: "unreported", cause: "no-report" },
    });
    const said = paragraphs({
      headline: [subjectOf([silent, silent])],
      lights: { total: 2, rows: [lit("unreported", "未报", 2, 100)] },
      owing: [{ name: text("市工信局"), targets: 2 }],
    });
    expect(said).toEqual({
      overall: ["截至2022年9月底，《倍增方案》2022年底目标共2项，均未报。", "总体目标各项2022年三季度数据均未报。"],
      problems: ["2022年三季度数据未报的单位：市工信局（涉及目标2项）。"],
      next: ["请市工信局尽快补报2022年三季度数据。"],
    });
  });

  test("one chain, behind, with who answers for it and since when; what the headline needs each month", () => {
    const chain = row({
      subject: { kind: "chain", name: text("食品加工") },
      lead: [text("市商务局")],
      shortfall: shown(1),
      since: "2022-04",
      assessed: { light: "behind" },
    });
    const said = paragraphs({
      chains: [{ ...subjectOf([chain], "食品加工"), lightWord: text("滞后") }, subjectOf([], "钢铁")],
      lights: { total: 1, rows: [lit("behind", "滞后", 1, 100)] },
      chainLights: { total: 1, rows: [lit("behind", "滞后", 1, 100)] },
      behind: [chain],
      departments: [
        { department: { name: text("市商务局") }, behind: 1 },
        { department: { name: text("市工信局") }, behind: 0 },
      ],
      outlook: {
        prospects: [
          {
            ...{ target: "t", subject: { name: text("总体目标") }, indicatorName: text("规上企业"), scopeName: null },
            ...{ reading: "new", unit: text("户"), remaining: shown(4), forecast: { pace: shown(1.3) } },
          },
        ],
      },
    });
    expect(said).toEqual({
      overall: ["截至2022年9月底，《倍增方案》2022年底目标共1项，均滞后。设目标的产业链为食品加工，亮灯为滞后。"],
      problems: [
        "滞后的目标1项：食品加工新增规上企业差1户（2022年4月起滞后，牵头单位：市商务局）。",
        "涉及的责任单位：市商务局1项（共同负责的，各单位分别计入）。",
      ],
      next: [
        "请市商务局对照差距，抓紧推进滞后的1项目标：食品加工新增规上企业差1户。",
        "距2022年底还有3个月，要完成总体目标：新增规上企业还差4户，平均每月需1.3户。",
      ],
    });
  });

  test("a horizon that is over: as of its end, asked for no pace, and a plan without chains speaks of none", () => {
    const missed = row({
      shortfall: shown(3),
      since: "2022-10",
      assessed: {
        ...{ judgedMonth: "2022-12", achieved: shown(12), completion: share(80), remaining: shown(3) },
        ...{ light: "missed", cause: "missed-at-deadline" },
      },
    });
    const said = paragraphs({
      month: "2023-03",
      headline: [subjectOf([missed])],
      lights: { total: 1, rows: [{ light: "missed", word: text("未完成"), count: 1, share: share(100) }] },
      behind: [missed],
      monthsLeft: 0,
    });
    expect(said).toEqual({
      overall: [
        "截至2023年3月底，《倍增方案》2022年底目标共1项，均未完成。",
        "截至2022年底，全市新增规上企业12户，完成2022年底目标的80.0%，到期未完成，尚差3户。",
      ],
      problems: ["未完成的目标1项：总体目标新增规上企业差3户（责任单位：市工信局）。"],
      next: ["2022年底目标已到期，请各责任单位继续推进未完成的1项目标：总体目标新增规上企业差3户。"],
    });
  });

  test("what is not due yet is said once, after what is judged", () => {
    const waiting = row({
      assessed: {
        light: "not-due",
        cause: "waits-for-deadline",
        reading: "total",
        achieved: shown(0),
        completion: share(0),
      },
    });
    const said = paragraphs({
      headline: [subjectOf([waiting, row()]), subjectOf([waiting], "创新能力")],
      lights: { total: 3, rows: [lit("on-schedule", "达序时", 1, 33.3), lit("not-due", "未到期", 2, 66.7)] },
    });
    expect(said.overall).toEqual([
      "截至2022年9月底，《倍增方案》2022年底目标共3项，其中：达序时1项，占33.3%；未到期2项，占66.7%。",
      "截至9月底，全市新增规上企业11户，完成年度目标的73.3%，达到序时进度。其余目标尚未到期：规上企业总数为0户。",
      "创新能力方面，尚未到期的目标：规上企业总数为0户。",
    ]);
  });

  test("of many that are not due yet, beside what the plan is about, it is said how many are there and which are furthest", () => {
    const waiting = (name: string, assessed: Partial<Judged>) =>
      row({
        assessed: {
          ...{ light: "not-due", cause: "waits-for-deadline", reading: "total", completionBasis: "whole" },
          ...{ indicatorName: text(name), ...assessed },
        },
      });
    const short = (name: string, count: number, percent: number) =>
      waiting(name, { achieved: shown(count), completion: share(percent), isMet: false });
    const there = waiting("物流企业", { achieved: shown(20), completion: share(133.3), isMet: true });
    const unknown = waiting("军民融合企业", { achieved: none, completion: none, judgedMonth: null, isMet: null });
    const open = [short("绿色工厂", 9, 60), there, short("绿色园区", 0, 0), unknown, short("技术中心", 12, 80)];
    const said = (targets: readonly ToldTarget[]) =>
      paragraphs({ headline: [subjectOf([row()]), subjectOf(targets, "质量效益")] }).overall?.[2];
    expect(said(open)).toBe(
      "质量效益方面，5项目标尚未到期：已达到目标值1项，尚未达到3项，尚无数据1项，其中完成率较低的：绿色园区总数为0户；" +
        "绿色工厂总数为9户，完成年度目标的60.0%（按总量计）。各项见附件。",
    );
    expect(said([row(), there, there, there, there])).toBe(
      "质量效益方面，新增规上企业11户，完成年度目标的73.3%，达到序时进度。其余4项目标尚未到期，均已达到目标值。",
    );
  });

  test("what is not allocated, and what is allocated twice", () => {
    const of = { name: text("新增规上企业"), unit: text("户"), targetValue: shown(145) };
    const said = paragraphs({
      reconciliations: [
        { ...of, unallocated: shown(107) },
        { ...of, unallocated: shown(-5) },
        { ...of, unallocated: shown(0) },
      ],
    });
    expect(said.problems).toEqual([
      "新增规上企业总体目标145户中，尚有107户未分解。",
      "新增规上企业总体目标145户，分解数超出5户。",
    ]);
  });

  test("on the statistics basis it is the bureau's confirmation that is missing, and nobody is called late", () => {
    const late = { cell: { period: "2022-09", punctuality: "late" } } as const;
    const units = [{ name: text("市商务局"), cells: [late] }];
    const owing = [{ name: text("市工信局"), targets: 1 }];
    const reporting = { latestPeriod: "2022-09", units };
    expect(paragraphs({ owing, reporting }).problems).toEqual([
      "2022年三季度数据未报的单位：市工信局（涉及目标1项）。",
      "2022年三季度数据逾期报送的单位：市商务局。",
    ]);
    const confirmed = paragraphs({ owing, reporting, basis: "statistics" });
    expect(confirmed.problems).toEqual(["2022年三季度数据尚未核定的单位：市工信局（涉及目标1项）。"]);
    expect(confirmed.next).toEqual(["市工信局的2022年三季度数据尚待统计部门核定。"]);
  });
});

describe("its words", () => {
  test.each([
    ["nation", "中国", "全国"],
    ["province", "山西省", "全省"],
    ["province", "重庆市", "全市"],
    ["province", "广西壮族自治区", "全区"],
    ["prefecture", "吕梁市", "全市"],
    ["prefecture", "延边朝鲜族自治州", "全州"],
    ["county", "高平市", "全市"],
    ["county", "汶上县", "全县"],
    ["county", "离石区", "全区"],
    ["zone", "交口开发区", "全区"],
  ] as const)("%s %s speaks of %s", (kind, name, expected) => {
    expect(wholePlace(kind, name)).toBe(expected);
  });

  test("periods, horizons and titles", () => {
    expect(periodInWords("2022-09", "quarter")).toBe("2022年三季度");
    expect(periodInWords("2022-09", "month")).toBe("2022年9月");
    expect(horizonInWords("2022-12").zh).toBe("2022年底");
    expect(horizonInWords("2025-12").zh).toBe("“十四五”末");
    expect(horizonInWords("2026-06").zh).toBe("2026年6月底");
    expect(horizonInWords("standing").zh).toBe("长期");
    const place = { jurisdiction: { name: text("高平市") } };
    expect(briefingTitle({ title: text("制造业培育方案"), ...place }, "2022-12")).toBe(
      "关于高平市《制造业培育方案》2022年12月进展情况的通报",
    );
    expect(briefingTitle({ title: text("高平市培育方案"), ...place }, "2022-12")).toBe(
      "关于《高平市培育方案》2022年12月进展情况的通报",
    );
  });
});
