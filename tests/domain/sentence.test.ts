import { ofNumber } from "@beizeng/server/domain/fraction.ts";
import type { AssessmentInput, LightRule, RolledUp, Target } from "@beizeng/server/domain/model.ts";
import { explain } from "@beizeng/server/domain/sentence.ts";
import { describe, expect, it } from "vitest";
import { aCurve, aMeasure, asking, aTarget, decimal, judged, month, observed, seen } from "../helpers/judging.ts";

function said(known: Partial<AssessmentInput>) {
  const asked = asking(known);
  return explain(asked, judged(asked));
}

/** Firms that entered, a count a month. */
function firms(
  entries: Readonly<Record<string, number>>,
  known: Partial<AssessmentInput> = {},
): Partial<AssessmentInput> {
  return {
    measure: aMeasure({ observations: observed("entries", entries) }),
    target: aTarget({ comparator: "=" }),
    ...known,
  };
}

const byQuarter = { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10 } as const;
const percent = { zh: "%", en: "%" } as const;
const yuan = { zh: "亿元", en: "hundred million yuan" } as const;
const ratio: LightRule = { from: "2022-01", mode: "ratio", tolerancePercent: 10, isInclusive: false };

/** A share of 1 decimal that stood at 70 % at the origin. */
function share(
  tenths: Readonly<Record<string, number>>,
  target: Target,
  known: Partial<AssessmentInput> = {},
): Partial<AssessmentInput> {
  const observations = observed("amount", { "2021-12": 700, ...tenths });
  return {
    measure: aMeasure({ nature: "level", unit: percent, decimals: 1, isIndivisible: false, observations }),
    target,
    ...known,
  };
}

const falling = { reading: "level", comparator: "<=", direction: "falling", value: decimal(600, 1) } as const;

function rate(amount: number, known: Parameters<typeof aTarget>[0] = {}): Partial<AssessmentInput> {
  const observations = observed("amount", { "2022-09": amount });
  const target = aTarget({ reading: "rate", value: 96, deadline: null, curve: aCurve("none"), ...known });
  return {
    measure: aMeasure({ nature: "rate", unit: percent, decimals: 1, isIndivisible: false, observations }),
    target,
  };
}

const long = aTarget({ key: "long", comparator: "=", value: 8, deadline: "2025-12" });
const near = aTarget({ key: "near" });
const middle = aTarget({ key: "middle", value: 4, deadline: "2023-12", curve: aCurve("batch") });
const headline = aTarget({ comparator: ">=", value: 1450 });

const parts: RolledUp = {
  achieved: ofNumber(1200),
  judgedMonth: "2022-09",
  partsReported: 7,
  parts: 8,
  allocated: ofNumber(380),
  unallocated: ofNumber(1070),
};

function done(amount: number, known: Partial<Target> = {}, at = "2022-09"): Partial<AssessmentInput> {
  const target = aTarget({
    reading: "done",
    comparator: "=",
    value: 1,
    curve: aCurve("none"),
    deadline: "2023-06",
    ...known,
  });
  return {
    target,
    measure: aMeasure({ nature: "milestone", observations: observed("amount", { [at]: amount }) }),
    month: month(at),
  };
}

const flow = (known: Readonly<Record<string, number>>) =>
  aMeasure({
    nature: "yearly-flow",
    unit: yuan,
    decimals: 1,
    isIndivisible: false,
    observations: observed("amount", known),
  });

type Row = readonly [string, Partial<AssessmentInput>, string, string];

const rows: readonly Row[] = [
  [
    "under one unit",
    firms({ "2022-09": 1 }),
    "截至2022年9月新增1户，目标2户（2022年底），线性序时应达1.5户，差0.5户，不足1户，达序时。",
    "September 2022: new 1; target 2 firms by the end of 2022; linear schedule asks for 1.5; short by 0.5; less than one whole unit — on schedule.",
  ],
  [
    "under one unit near the deadline",
    firms({ "2022-10": 1 }, { month: "2022-10" }),
    "截至2022年10月新增1户，目标2户（2022年底），线性序时应达1.7户，差0.7户，虽不足1户但已临近期限，滞后。",
    "October 2022: new 1; target 2 firms by the end of 2022; linear schedule asks for 1.7; short by 0.7; less than one whole unit but close to the deadline — behind.",
  ],
  [
    "beyond the tolerance",
    firms({ "2022-09": 0 }),
    "截至2022年9月新增0户，目标2户（2022年底），线性序时应达1.5户，差1.5户，差距75个百分点，超过20个百分点，严重滞后。",
    "September 2022: new 0; target 2 firms by the end of 2022; linear schedule asks for 1.5; short by 1.5; a gap of 75 points, more than 20 points — far behind.",
  ],
  [
    "within the tolerance, in thousands",
    firms({ "2022-09": 1000 }, { target: aTarget({ comparator: ">", value: 1500, curve: aCurve("linear") }) }),
    "截至2022年9月新增1,000户，目标超过1,500户（2022年底），线性序时应达1,125户，差125户，差距8.3个百分点，未超过20个百分点，滞后。",
    "September 2022: new 1,000; target more than 1,500 firms by the end of 2022; linear schedule asks for 1,125; short by 125; a gap of 8.3 points, not more than 20 points — behind.",
  ],
  [
    "ahead of a batch schedule",
    firms({ "2022-09": 1 }, { target: aTarget({ curve: aCurve("batch") }) }),
    "截至2022年9月新增1户，目标不少于2户（2022年底），分批入库序时应达0.9户，超0.1户，达序时。",
    "September 2022: new 1; target at least 2 firms by the end of 2022; batch schedule asks for 0.9; ahead by 0.1 — on schedule.",
  ],
  [
    "exactly as scheduled by a table of its own",
    firms(
      { "2022-09": 1 },
      { target: aTarget({ curve: aCurve("custom", { points: [{ month: "2022-09", percent: 50 }] }) }) },
    ),
    "截至2022年9月新增1户，目标不少于2户（2022年底），自定序时应达1户，与序时持平，达序时。",
    "September 2022: new 1; target at least 2 firms by the end of 2022; custom schedule asks for 1; exactly as scheduled — on schedule.",
  ],
  [
    "on the way to a nearer target",
    firms({ "2022-09": 2 }, { target: long, siblings: [near, long] }),
    "截至2022年9月新增2户，目标8户（2025年底），2022年底目标线性序时应达1.5户，超0.5户，达序时。",
    "September 2022: new 2; target 8 firms by the end of 2025; linear schedule to the target of the end of 2022 asks for 1.5; ahead by 0.5 — on schedule.",
  ],
  [
    "after a nearer target",
    firms({ "2023-06": 3 }, { target: long, siblings: [near, long], month: "2023-06" }),
    "截至2023年6月新增3户，目标8户（2025年底），2022年底目标之后线性序时应达3户，与序时持平，达序时。",
    "June 2023: new 3; target 8 firms by the end of 2025; linear schedule from the target of the end of 2022 asks for 3; exactly as scheduled — on schedule.",
  ],
  [
    "between two nearer targets",
    firms({ "2023-06": 3 }, { target: long, siblings: [near, middle, long], month: "2023-06" }),
    "截至2023年6月新增3户，目标8户（2025年底），2022年底至2023年底目标分批入库序时应达2.6户，超0.4户，达序时。",
    "June 2023: new 3; target 8 firms by the end of 2025; batch schedule from the target of the end of 2022 to the target of the end of 2023 asks for 2.6; ahead by 0.4 — on schedule.",
  ],
  [
    "not reported, the last value in sight",
    firms({ "2022-06": 1 }, { calendar: byQuarter }),
    "截至2022年6月（最新数据）新增1户，目标2户（2022年底），2022年三季度数据未报。",
    "June 2022 (latest figure): new 1; target 2 firms by the end of 2022; no report for quarter 3 of 2022 — not reported.",
  ],
  [
    "never reported",
    firms({}),
    "目标2户（2022年底），2022年9月数据未报。",
    "target 2 firms by the end of 2022; no report for September 2022 — not reported.",
  ],
  [
    "before the first period",
    firms({}, { month: "2022-02", calendar: byQuarter }),
    "目标2户（2022年底），尚未到首个填报期，暂不亮灯。",
    "target 2 firms by the end of 2022; the first period to report has not ended — no light.",
  ],
  [
    "without its base",
    firms({ "2022-09": 3 }, { target: aTarget({ reading: "growth", value: 20 }) }),
    "目标不低于20%（2022年底），2021年底基期值未报，不能得出增长，暂不亮灯。",
    "target at least 20% by the end of 2022; the base at the end of 2021 is not reported, so the growth is not known — no light.",
  ],
  [
    "not to be formed",
    firms({ "2022-09": 3 }, { target: aTarget({ reading: "net" }) }),
    "目标不少于2户（2022年底），已报数据尚不能得出净增，暂不亮灯。",
    "target at least 2 firms by the end of 2022; what is reported does not yet give the net increase — no light.",
  ],
  [
    "met for good, the upper end of a range reached",
    firms({ "2022-09": 5 }, { target: aTarget({ comparator: "range", value: 3, stretch: 5 }) }),
    "截至2022年9月新增5户，目标3—5户（2022年底），已达目标，已达上限，已完成。",
    "September 2022: new 5; target 3–5 firms by the end of 2022; target reached; upper end reached — met.",
  ],
  [
    "met at the deadline",
    firms({ "2022-12": 2 }, { month: "2022-12" }),
    "截至2022年12月新增2户，目标2户（2022年底），到期已达目标，已完成。",
    "December 2022: new 2; target 2 firms by the end of 2022; target reached at the deadline — met.",
  ],
  [
    "missed",
    firms({ "2022-12": 1 }, { month: "2022-12" }),
    "截至2022年12月新增1户，目标2户（2022年底），到期尚差1户，未完成。",
    "December 2022: new 1; target 2 firms by the end of 2022; short by 1 at the deadline — missed.",
  ],
  [
    "met late",
    firms({ "2022-12": 1, "2023-03": 2 }, { month: "2023-06" }),
    "截至2022年12月新增1户，目标2户（2022年底），到期尚差1户，未完成，2023年3月达到目标，属逾期完成。",
    "December 2022: new 1; target 2 firms by the end of 2022; short by 1 at the deadline; met late in March 2023 — missed.",
  ],
  [
    "missed by nothing",
    firms({ "2022-12": 2 }, { month: "2022-12", target: aTarget({ comparator: ">" }) }),
    "截至2022年12月新增2户，目标超过2户（2022年底），到期恰为目标值、未超过目标，未完成。",
    "December 2022: new 2; target more than 2 firms by the end of 2022; exactly at the target at the deadline, not more than it — missed.",
  ],
  [
    "missed from above",
    share({ "2022-12": 625 }, aTarget(falling), { month: "2022-12" }),
    "截至2022年12月为62.5%，目标不超过60%（2022年底），到期仍高出2.5个百分点，未完成。",
    "December 2022: level 62.5%; target at most 60% by the end of 2022; too high by 2.5 percentage points at the deadline — missed.",
  ],
  [
    "behind from above",
    share({ "2022-06": 660 }, aTarget(falling), { month: "2022-06" }),
    "截至2022年6月为66%，目标不超过60%（2022年底），线性序时应降至65%，高出1个百分点，差距10个百分点，未超过20个百分点，滞后。",
    "June 2022: level 66%; target at most 60% by the end of 2022; linear schedule asks for 65%; too high by 1 percentage point; a gap of 10 points, not more than 20 points — behind.",
  ],
  [
    "ahead from above",
    share({ "2022-06": 640 }, aTarget(falling), { month: "2022-06" }),
    "截至2022年6月为64%，目标不超过60%（2022年底），线性序时应降至65%，低于序时1个百分点，达序时。",
    "June 2022: level 64%; target at most 60% by the end of 2022; linear schedule asks for 65%; ahead by 1 percentage point — on schedule.",
  ],
  [
    "a total that is to fall",
    {
      target: aTarget({ reading: "total", comparator: "<=", direction: "falling", value: 80 }),
      measure: aMeasure({ observations: observed("stock", { "2021-12": 100, "2022-09": 80 }) }),
    },
    "截至2022年9月总数80户，目标不超过80户（2022年底），线性序时应降至85户，低于序时5户，达序时。",
    "September 2022: total 80; target at most 80 firms by the end of 2022; linear schedule asks for 85; ahead by 5 — on schedule.",
  ],
  [
    "a gain that is to be a loss",
    share({ "2022-06": 650 }, aTarget({ ...falling, reading: "gain", value: -10 }), { month: "2022-06" }),
    "截至2022年6月较2021年底减少5个百分点，目标不超过−10个百分点（2022年底），线性序时应达−5个百分点，与序时持平，达序时。",
    "June 2022: gain since December 2021 −5; target at most −10 percentage points by the end of 2022; linear schedule asks for −5; exactly as scheduled — on schedule.",
  ],
  [
    "a ratio rule, its bound not included",
    share({ "2022-06": 665 }, aTarget(falling), { month: "2022-06", rules: [ratio] }),
    "截至2022年6月为66.5%，目标不超过60%（2022年底），线性序时应降至65%，高出1.5个百分点，差距为应完成量的30%，达到或超过10%，严重滞后。",
    "June 2022: level 66.5%; target at most 60% by the end of 2022; linear schedule asks for 65%; too high by 1.5 percentage points; a gap of 30% of what is due, not less than 10% — far behind.",
  ],
  [
    "a ratio rule, below its bound",
    share({ "2022-06": 654 }, aTarget(falling), { month: "2022-06", rules: [ratio] }),
    "截至2022年6月为65.4%，目标不超过60%（2022年底），线性序时应降至65%，高出0.4个百分点，差距为应完成量的8%，不到10%，滞后。",
    "June 2022: level 65.4%; target at most 60% by the end of 2022; linear schedule asks for 65%; too high by 0.4 percentage points; a gap of 8% of what is due, less than 10% — behind.",
  ],
  [
    "a rate met now",
    rate(970),
    "截至2022年9月为97%，长期目标不低于96%，现已达标，达序时。",
    "September 2022: rate 97%; standing target at least 96%; met now — on schedule.",
  ],
  [
    "a rate short by next to nothing",
    rate(955),
    "截至2022年9月为95.5%，长期目标不低于96%，差0.5个百分点，差距为目标值的0.5%，未超过20%，滞后。",
    "September 2022: rate 95.5%; standing target at least 96%; short by 0.5 percentage points; a gap of 0.5% of the target, not more than 20% — behind.",
  ],
  [
    "a strict rate at exactly its value",
    rate(960, { comparator: ">", deadline: "2025-12" }),
    "截至2022年9月为96%，目标超过96%（2025年底），恰为目标值、未超过目标，滞后。",
    "September 2022: rate 96%; target more than 96% by the end of 2025; exactly at the target, not more than it — behind.",
  ],
  [
    "days below a strict bound",
    rate(30, { comparator: "<", direction: "falling", value: 3 }),
    "截至2022年9月为3%，长期目标低于3%，恰为目标值、未低于目标，滞后。",
    "September 2022: rate 3%; standing target less than 3%; exactly at the target, not less than it — behind.",
  ],
  [
    "a start that is at the target already",
    share({ "2022-09": 710 }, aTarget({ reading: "level", value: 70 })),
    "截至2022年9月为71%，目标不低于70%（2022年底），起点已达目标、须予保持，现已达标，达序时。",
    "September 2022: level 71%; target at least 70% by the end of 2022; the start was at the target already and is to be kept; met now — on schedule.",
  ],
  [
    "unknown start",
    {
      measure: aMeasure({ observations: observed("stock", { "2022-09": 10 }) }),
      target: aTarget({ reading: "total", comparator: "=", value: 25 }),
    },
    "截至2022年9月总数10户，目标25户（2022年底），基期数不详、完成率按总量计，期限之前不分解序时，未到期。",
    "September 2022: total 10; target 25 firms by the end of 2022; completion taken over the whole value as the start is unknown; not spread over the months before its deadline — not due yet.",
  ],
  [
    "unknown start, nothing known",
    { target: aTarget({ reading: "total", comparator: "=", value: 25 }) },
    "目标25户（2022年底），2022年9月数据未报。",
    "target 25 firms by the end of 2022; no report for September 2022 — not reported.",
  ],
  [
    "a milestone",
    done(0),
    "截至2022年9月尚未完成，目标2023年6月底前完成，期限之前不分解序时，未到期。",
    "September 2022: not done; target done by the end of June 2023; not spread over the months before its deadline — not due yet.",
  ],
  [
    "a milestone reached",
    done(1),
    "截至2022年9月已完成，目标2023年6月底前完成，已达目标，已完成。",
    "September 2022: done; target done by the end of June 2023; target reached — met.",
  ],
  [
    "a milestone missed",
    done(0, {}, "2023-06"),
    "截至2023年6月尚未完成，目标2023年6月底前完成，到期尚未实现，未完成。",
    "June 2023: not done; target done by the end of June 2023; not done at the deadline — missed.",
  ],
  [
    "a milestone whose nearer one has come due",
    { ...done(0), siblings: [aTarget({ reading: "done", value: 1, deadline: "2022-06" })] },
    "截至2022年9月尚未完成，目标2023年6月底前完成，2022年6月底阶段目标已到期，差1户，差距为阶段目标的100%，超过20%，严重滞后。",
    "September 2022: not done; target done by the end of June 2023; the nearer target came due at the end of June 2022; short by 1; a gap of 100% of the nearer target, more than 20% — far behind.",
  ],
  [
    "a milestone to be kept",
    done(1, { deadline: null }),
    "截至2022年9月已完成，长期目标须保持完成，现已达标，达序时。",
    "September 2022: done; standing target done; met now — on schedule.",
  ],
  [
    "a nearer target that has come due is met",
    firms({ "2022-12": 2 }, { month: "2022-12", target: { ...long, curve: aCurve("none") }, siblings: [near] }),
    "截至2022年12月新增2户，目标8户（2025年底），2022年底阶段目标2户已到期，已达阶段目标，达序时。",
    "December 2022: new 2; target 8 firms by the end of 2025; the nearer target of 2 came due at the end of 2022; which is met — on schedule.",
  ],
  [
    "a sum of parts with some missing and some unallocated",
    { target: headline, rollUp: parts },
    "截至2022年9月分项合计新增1,200户（7/8已报），目标不少于1,450户（2022年底），尚有1项未报，尚有1,070户未分解，暂不亮灯。",
    "September 2022: sum of parts, new 1,200 (7 of 8 reported); target at least 1,450 firms by the end of 2022; 1 of the parts not reported; 1,070 unallocated — no light.",
  ],
  [
    "a sum of parts beyond the whole",
    { target: headline, rollUp: { ...parts, partsReported: 8, unallocated: ofNumber(-50) } },
    "截至2022年9月分项合计新增1,200户（8/8已报），目标不少于1,450户（2022年底），分解数超出目标50户，暂不亮灯。",
    "September 2022: sum of parts, new 1,200 (8 of 8 reported); target at least 1,450 firms by the end of 2022; the parts exceed the target by 50 — no light.",
  ],
  [
    "a sum of parts that is whole but for one report",
    { target: headline, rollUp: { ...parts, unallocated: ofNumber(0) } },
    "截至2022年9月分项合计新增1,200户（7/8已报），目标不少于1,450户（2022年底），尚有1项未报，暂不亮灯。",
    "September 2022: sum of parts, new 1,200 (7 of 8 reported); target at least 1,450 firms by the end of 2022; 1 of the parts not reported — no light.",
  ],
  [
    "a corrected figure that went down",
    {
      target: aTarget({ reading: "net" }),
      measure: aMeasure({ observations: [seen("2022-09", { entries: 1, exits: 4, isCorrected: true })] }),
    },
    "截至2022年9月净减3户（更正），目标不少于2户（2022年底），线性序时应达1.5户，差4.5户，差距225个百分点，超过20个百分点，严重滞后。",
    "September 2022: net increase −3 (corrected); target at least 2 firms by the end of 2022; linear schedule asks for 1.5; short by 4.5; a gap of 225 points, more than 20 points — far behind.",
  ],
  [
    "a growth that does not read like the target that it is not",
    {
      target: aTarget({ reading: "growth", value: 20, deadline: "2022-09" }),
      measure: aMeasure({
        opening: { month: "2021-12", amount: 10000, isImplied: false },
        observations: observed("stock", { "2022-09": 11999 }),
      }),
    },
    "截至2022年9月较2021年底增长19.99%，目标不低于20%（2022年9月底），到期尚差0.01个百分点，未完成。",
    "September 2022: growth since December 2021 19.99%; target at least 20% by the end of September 2022; short by 0.01 percentage points at the deadline — missed.",
  ],
  [
    "a gain that went down",
    share({ "2022-09": 688 }, aTarget({ reading: "gain", value: 2, deadline: null })),
    "截至2022年9月较2021年底减少1.2个百分点，长期目标不低于2个百分点，差3.2个百分点，差距为目标值的160%，超过20%，严重滞后。",
    "September 2022: gain since December 2021 −1.2; standing target at least 2 percentage points; short by 3.2; a gap of 160% of the target, more than 20% — far behind.",
  ],
  [
    "a flow within the year",
    {
      measure: flow({ "2021-09": 7000, "2021-12": 10000, "2022-09": 8405 }),
      target: aTarget({ reading: "level", value: 1200 }),
    },
    "截至2022年9月近12个月合计1,140.5亿元，目标不低于1,200亿元（2022年底），线性序时应达1,150亿元，差9.5亿元，差距4.8个百分点，未超过20个百分点，滞后。",
    "September 2022: last twelve months 1,140.5; target at least 1,200 hundred million yuan by the end of 2022; linear schedule asks for 1,150; short by 9.5; a gap of 4.8 points, not more than 20 points — behind.",
  ],
  [
    "a flow of a whole year",
    {
      measure: flow({ "2021-12": 10000, "2022-12": 12000 }),
      target: aTarget({ reading: "level", value: 1200 }),
      month: "2022-12",
    },
    "截至2022年12月全年1,200亿元，目标不低于1,200亿元（2022年底），到期已达目标，已完成。",
    "December 2022: whole year 1,200; target at least 1,200 hundred million yuan by the end of 2022; target reached at the deadline — met.",
  ],
  [
    "an annual growth that waits",
    {
      measure: flow({ "2020-09": 7000, "2020-12": 10000, "2021-09": 7000, "2021-12": 9900, "2022-09": 8000 }),
      target: aTarget({
        reading: "annual-growth",
        value: 8,
        origin: "2020-12",
        deadline: "2025-12",
        curve: aCurve("none"),
      }),
    },
    "截至2021年12月（最新数据）年均下降1%，目标不低于8%（2025年底），期限之前不分解序时，未到期。",
    "December 2021 (latest figure): average annual growth −1%; target at least 8% by the end of 2025; not spread over the months before its deadline — not due yet.",
  ],
  [
    "a tally",
    {
      measure: aMeasure({
        nature: "tally",
        unit: { zh: "次", en: "meetings" },
        observations: observed("amount", { "2022-09": 160 }),
      }),
      target: aTarget({ reading: "cumulative", value: 200 }),
    },
    "截至2022年9月累计160次，目标不少于200次（2022年底），线性序时应达150次，超10次，达序时。",
    "September 2022: cumulative 160; target at least 200 meetings by the end of 2022; linear schedule asks for 150; ahead by 10 — on schedule.",
  ],
];

it.each(rows)("%s", (_, asked, zh, en) => {
  expect(said(asked)).toEqual({ zh, en });
});

describe("figures in a sentence", () => {
  it("never read like the bound that they are beyond", () => {
    // 20.004 points behind: 2.0004 of 10.
    const target = aTarget({ reading: "gain", value: 10 });
    const opening = { month: "2021-12", amount: 0, isImplied: false } as const;
    const observations = observed("amount", { "2022-06": 29996 });
    const measure = aMeasure({ nature: "level", decimals: 4, isIndivisible: false, opening, observations });
    expect(said({ target, measure, month: "2022-06" }).zh).toContain("差距20.004个百分点，超过20个百分点");
  });
});

it("says of the statistics basis that a figure is not confirmed, never that it is not reported", () => {
  const asked = { ...asking(firms({})), basis: "statistics" as const };
  expect(explain(asked, judged(asked))).toEqual({
    zh: "目标2户（2022年底），2022年9月数据未核定。",
    en: "target 2 firms by the end of 2022; nothing confirmed for September 2022 — not confirmed.",
  });
});

it("says no more than it knows of an assessment that is not whole", () => {
  const asked = asking(firms({ "2022-12": 1 }, { month: "2022-12" }));
  const answer = judged(asked);
  const bare = { ...answer, judgedMonth: null, latestPeriod: null };
  expect(explain(asked, { ...bare, cause: "met-late" })).toEqual({
    zh: "目标2户（2022年底），到期尚差1户，未完成。",
    en: "target 2 firms by the end of 2022; short by 1 at the deadline — missed.",
  });
  expect(explain(asked, { ...bare, cause: "parts-missing", light: null })).toEqual({
    zh: "目标2户（2022年底），暂不亮灯。",
    en: "target 2 firms by the end of 2022 — no light.",
  });
  expect(explain(asked, { ...bare, cause: "no-report", light: "unreported" })).toEqual({
    zh: "目标2户（2022年底），未报。",
    en: "target 2 firms by the end of 2022 — not reported.",
  });
});
