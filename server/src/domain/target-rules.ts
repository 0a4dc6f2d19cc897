/**
 * What a target must satisfy to be one of its measure: readings, values, times and curves. One set of rules for what a plan
 * file says, what the office adds, and what a revision gives. DOMAIN sections 2 and 3.
 */
import {
  type Comparator,
  type CurveKind,
  type Direction,
  type Nature,
  percentReadings,
  type Reading,
  readingsOf,
} from "../../../db/src/vocabulary.ts";
import { writeDecimal } from "./decimal.ts";
import { compare, ofDecimal } from "./fraction.ts";
import type { Decimal, Text } from "./model.ts";
import { type StatedTime, targetSpans } from "./target-spans.ts";

/** What is wrong, and at which part of what was given: `value`, or `table/2022-06`. */
export interface TargetFault {
  readonly field: string;
  readonly text: Text;
}

/** What the rules ask of an indicator. */
export interface IndicatorFacts {
  readonly key: string;
  readonly decimals: number;
  readonly isIndivisible: boolean;
}

/** A target as it was stated. A value that could not be read as a decimal is null; whoever read it says why. */
export interface StatedTarget extends StatedTime {
  readonly reading: Reading;
  readonly comparator: Comparator;
  readonly value: Decimal | null;
  /** The upper end of a range; left out where none is given. */
  readonly stretch?: Decimal | null;
  readonly isStanding: boolean;
  readonly curve: CurveKind;
  /** The custom curve, month → percent. */
  readonly table?: Readonly<Record<string, number>>;
}

/** A measure's nature and indicator, and when its plan was issued (YYYY-MM-DD). */
export interface TargetGround {
  readonly nature: Nature;
  readonly indicator: IndicatorFacts;
  readonly issuedOn: string;
}

/**
 * Growth has no indicator to bound its decimals, and "other values keep at most the indicator's decimals" (DOMAIN section 2)
 * bounds what is reported, which a growth never is. Documents state growths by the tenth, sometimes by the hundredth of a
 * percent, and pages show them by the tenth: a third decimal is a slip. A revision must be able to restate what a plan said,
 * so that both have the same bound.
 */
const percentDecimals = 2;

const isPercent = (reading: Reading) => percentReadings.some((percent) => percent === reading);

/** With how many decimals a target's value may be written. */
export function mostDecimals(reading: Reading, { decimals }: Pick<IndicatorFacts, "decimals">): number {
  return isPercent(reading) ? percentDecimals : decimals;
}

/** The way in which a target is reached where the text does not say: down for at most and below, up otherwise. */
export function directionOf(comparator: Comparator): Direction {
  return comparator === "<=" || comparator === "<" ? "falling" : "rising";
}

/** True where nothing of a target is due before its deadline: it has no curve but `none`. */
export function isNeverProRated({ reading, isStanding }: Pick<StatedTarget, "reading" | "isStanding">): boolean {
  return isStanding || reading === "rate" || reading === "annual-growth" || reading === "done";
}

const fault = (field: string, zh: string, en: string): TargetFault => ({ field, text: { zh, en } });

/** What is wrong with an indicator by itself. */
export function indicatorFaults({ key, decimals, isIndivisible }: IndicatorFacts): TargetFault[] {
  if (!isIndivisible || decimals === 0) return [];
  return [fault("indicator", "按整数计的指标没有小数位", `'${key}' comes in whole ones and has no decimals`)];
}

/** A value with more decimals than its indicator has, or than a percentage may have. */
export function decimalFaults(
  field: string,
  value: Decimal,
  indicator: IndicatorFacts,
  reading?: Reading,
): TargetFault[] {
  const most = reading === undefined ? indicator.decimals : mostDecimals(reading, indicator);
  if (value.decimals <= most) return [];
  const whose = reading !== undefined && isPercent(reading) ? "a percentage" : `'${indicator.key}'`;
  const en = `${writeDecimal(value)} has more than the ${most} decimals of ${whose}`;
  return [fault(field, most === 0 ? "只能填整数" : `最多${most}位小数`, en)];
}

/** What is wrong with the value of a target, and of a range with its upper end. */
export function amountFaults(
  { reading, comparator, value, stretch }: Pick<StatedTarget, "reading" | "comparator" | "value" | "stretch">,
  indicator: IndicatorFacts,
): TargetFault[] {
  const faults = value === null ? [] : decimalFaults("value", value, indicator, reading);
  if (reading === "done" && value !== null && compare(ofDecimal(value), ofDecimal({ digits: 1, decimals: 0 })) !== 0) {
    faults.push(fault("value", "“完成”的目标值为1", "a milestone is done at 1"));
  }
  if (stretch === undefined) {
    if (comparator === "range") faults.push(fault("stretch", "区间目标须有上限", "a range has an upper end"));
    return faults;
  }
  if (comparator !== "range") faults.push(fault("stretch", "只有区间目标有上限", "only a range has an upper end"));
  if (stretch === null) return faults;
  faults.push(...decimalFaults("stretch", stretch, indicator, reading));
  if (value !== null && compare(ofDecimal(stretch), ofDecimal(value)) <= 0) {
    faults.push(fault("stretch", "上限须大于下限", "the upper end of a range is above its lower end"));
  }
  return faults;
}

function timeFaults(target: StatedTarget, { issuedOn }: TargetGround): TargetFault[] {
  const { yearly, origin } = target;
  if (yearly !== undefined) {
    const faults: TargetFault[] = [];
    if (yearly.to < yearly.from) faults.push(fault("yearly", "末年早于首年", "the last year is before the first"));
    if (yearly.from < 2001 || yearly.to > 2099)
      faults.push(fault("yearly", "年份应为2001—2099", "a year is 2001 to 2099"));
    if (origin !== undefined) faults.push(fault("origin", "年度目标自当年起算", "a yearly quota begins with its year"));
    return faults;
  }
  return targetSpans(target, issuedOn).flatMap(({ origin: from, deadline }) =>
    deadline !== null && deadline <= from
      ? [fault("deadline", `期限须晚于起算月份 ${from}`, `is not after the origin ${from}`)]
      : [],
  );
}

function curveFaults(target: StatedTarget, ground: TargetGround): TargetFault[] {
  const { reading, isStanding, curve, table, yearly } = target;
  const faults: TargetFault[] = [];
  if (curve !== "none") {
    if (isNeverProRated({ reading, isStanding: false })) {
      faults.push(fault("curve", "这种目标不分解序时进度", `a target on ${reading} is not pro-rated: none`));
    }
    if (isStanding) faults.push(fault("curve", "长期目标没有序时进度", "a standing target has no schedule: none"));
  }
  if (curve !== "custom") {
    if (table !== undefined) faults.push(fault("table", "只有自定进度有分月表", "only a custom curve has a table"));
    return faults;
  }
  if (table === undefined) faults.push(fault("table", "自定进度须有分月表", "a custom curve needs its table"));
  if (yearly !== undefined) {
    faults.push(fault("curve", "分月表不能用于每一年", "a table of months cannot serve every year"));
  }
  return [...faults, ...tableFaults(target, ground)];
}

function tableFaults(target: StatedTarget, { issuedOn }: TargetGround): TargetFault[] {
  const [span] = targetSpans(target, issuedOn);
  const { table } = target;
  if (table === undefined || span === undefined || span.deadline === null) return [];
  const faults: TargetFault[] = [];
  let before = 0;
  for (const [month, percent] of Object.entries(table).sort(([left], [right]) => (left < right ? -1 : 1))) {
    const at = `table/${month}`;
    if (month <= span.origin || month > span.deadline) {
      faults.push(fault(at, "月份不在起算与期限之间", "lies outside origin and deadline"));
    }
    if (percent < before || percent > 100) faults.push(fault(at, "百分数须由0升到100", "percents rise from 0 to 100"));
    before = percent;
  }
  if (table[span.deadline] !== 100) {
    faults.push(fault("table", `期限月 ${span.deadline} 须为100`, `reaches 100 at the deadline ${span.deadline}`));
  }
  return faults;
}

/** Everything that is wrong with a target as stated, in the order of its parts; empty where nothing is. */
export function targetFaults(target: StatedTarget, ground: TargetGround): TargetFault[] {
  const { nature, indicator } = ground;
  const allowed: readonly Reading[] = readingsOf[nature];
  const reading = allowed.includes(target.reading)
    ? []
    : [fault("reading", "这类数据没有这种口径", `a ${nature} measure is read as ${allowed.join(", ")}`)];
  return [
    ...reading,
    ...amountFaults(target, indicator),
    ...timeFaults(target, ground),
    ...curveFaults(target, ground),
  ];
}
