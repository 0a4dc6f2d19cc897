/**
 * The judgement as a hurried hand would write it: floats, the straight line and the house table only, no corrections,
 * no revisions, no siblings. It answers as many members with about as many bytes as the product, and reads the same
 * rows; it is a measure of speed and of nothing else.
 */
import type { Row } from "./statements.ts";

const yearTable = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 75, 100];

/** A value and its text, as the product's answers have them. */
export interface Shown {
  readonly value: number | null;
  readonly text: string;
}

const shown = (value: number | null, places = 0, sign = ""): Shown =>
  value === null ? { value, text: "—" } : { value, text: `${value.toFixed(places)}${sign}` };
const text = (zh: unknown, en: unknown) => ({ zh: String(zh), en: String(en) });

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** A target with its measure and value, joined in memory. */
export interface Joined {
  readonly target: Row;
  readonly measure: Row;
  readonly value: number;
  readonly parts: readonly Joined[];
}

/** The observations of each measure, months ascending. */
export type Standing = ReadonlyMap<unknown, readonly Row[]>;

function lastOf(rows: readonly Row[], month: string): Row | undefined {
  return rows.findLast((row) => String(row.month) <= month);
}

function reached({ target, measure, parts }: Joined, standing: Standing, month: string): number | null {
  if (parts.length > 0) return parts.reduce((sum, part) => sum + (reached(part, standing, month) ?? 0), 0);
  const rows = standing.get(measure.id) ?? [];
  const row = lastOf(rows, month);
  if (row === undefined) return null;
  const scale = 10 ** Number(measure.decimals);
  if (target.reading === "net") return Number(row.entries) - Number(row.exits);
  if (target.reading !== "level") return Number(row.entries ?? row.amount) / scale;
  const year = Number(String(row.month).slice(0, 4)) - 1;
  const yearBefore = lastOf(rows, `${year}-12`)?.amount ?? measure.opening_amount ?? 0;
  const before = rows.find((seen) => seen.month === `${year}-${String(row.month).slice(5)}`)?.amount;
  const monthly = before ?? (Number(measure.opening_amount) * Number(String(row.month).slice(5))) / 12;
  return (Number(row.amount) + Number(yearBefore) - Number(monthly)) / scale;
}

function due(target: Row, month: string): number {
  const from = monthNumber(String(target.origin));
  const to = monthNumber(String(target.deadline));
  const at = Math.min(monthNumber(month), to);
  if (target.curve === "linear") return (at - from) / (to - from);
  const whole = Math.floor((at - from - 1) / 12);
  return (whole * 100 + (yearTable[at % 12] ?? 0)) / ((to - from) / 12) / 100;
}

/** The figures of a target at a month. */
export function figuresOf(joined: Joined, standing: Standing, month: string) {
  const start = joined.target.reading === "level" ? Number(joined.measure.opening_amount) / 100 : 0;
  const achieved = reached(joined, standing, month);
  const share = due(joined.target, month);
  const expected = start + (joined.value - start) * share;
  const completion = achieved === null ? null : (achieved - start) / (joined.value - start);
  const gap = achieved === null ? null : expected - achieved;
  const gapPercent = gap === null ? null : (gap / (joined.value - start)) * 100;
  const light =
    gapPercent === null ? "unreported" : gapPercent <= 0 ? "on-schedule" : gapPercent <= 20 ? "behind" : "far-behind";
  return { start, achieved, share, expected, completion, gap, gapPercent, light };
}

/** A target at a month with the members of the product's assessment. */
export function judge(joined: Joined, standing: Standing, month: string) {
  const { target, measure, value, parts } = joined;
  const { start, achieved, share, expected, completion, gap, gapPercent, light } = figuresOf(joined, standing, month);
  const places = Number(measure.decimals);
  const { key, reading, comparator, direction, hardness, horizon, origin, deadline, clause, curve } = target;
  const unit = text(measure.unit_zh, measure.unit_en);
  return {
    target: key,
    measure: measure.key,
    subject: measure.subject,
    indicator: measure.indicator,
    indicatorName: text(measure.name_zh, measure.name_en),
    scopeName: null,
    ...{ reading, comparator, direction, hardness, horizon, origin, deadline, clause },
    isAmbiguous: false,
    isImplied: false,
    unit,
    month,
    judgedMonth: month,
    isCarriedForward: false,
    isCorrected: false,
    targetValue: shown(value, places),
    targetText: text(`目标 ${comparator}${value}${unit.zh}`, `target ${comparator}${value} ${unit.en}`),
    stretch: null,
    start: shown(start, places),
    achieved: shown(achieved, places),
    achievedText: text(`${achieved}${unit.zh}`, `${achieved} ${unit.en}`),
    expected: shown(expected, places + 1),
    scheduleShare: shown(share, 1, "%"),
    gap: shown(gap, places + 1),
    gapPercent: shown(gapPercent, 1, "%"),
    remaining: shown(Math.max(0, value - (achieved ?? 0)), places),
    completion: shown(completion, 1, "%"),
    completionBasis: "increment",
    isMet: (achieved ?? 0) >= value,
    isStretchMet: null,
    light,
    cause: "within-tolerance",
    metLateAt: null,
    curve,
    rollUp:
      parts.length === 0
        ? null
        : {
            partsReported: parts.length,
            parts: parts.length,
            allocated: shown(value),
            unallocated: shown(0),
            note: null,
          },
    explanation: text(
      `截至${month}，完成${achieved}${unit.zh}，目标${value}${unit.zh}，按${curve}序时进度应完成${expected.toFixed(2)}${unit.zh}，相差${gap?.toFixed(2)}${unit.zh}，即${gapPercent?.toFixed(1)}个百分点，规则为20个百分点以内滞后。`,
      `By ${month} ${achieved} ${unit.en} of ${value} ${unit.en}; the ${curve} schedule asks for ${expected.toFixed(2)} ${unit.en}; the gap is ${gap?.toFixed(2)} ${unit.en}, ${gapPercent?.toFixed(1)} points; behind up to 20 points, far behind beyond.`,
    ),
  };
}
