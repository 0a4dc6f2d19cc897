import { percentReadings, type Reading, readingsOf } from "@beizeng/db/vocabulary";
import { decimalOf } from "./decimal.ts";
import type { Report } from "./plan-fault.ts";
import { targetSpans } from "./plan-keys.ts";
import type { IndicatorEntry, MeasureEntry, PlanDocument, TargetEntry } from "./plan-types.ts";

/** Percent values have no indicator to bound them: as fine as the finest indicator may be. */
const percentDecimals = 6;

/** Values, readings, curves and times of one measure and its targets (DOMAIN.md 2, 3). */
export function checkMeasure(plan: PlanDocument, measure: MeasureEntry, path: string, report: Report): void {
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) return;
  if (indicator.isIndivisible && indicator.decimals > 0) {
    report(`${path}/indicator`, `'${indicator.id}' comes in whole ones and has no decimals`);
  }
  if (measure.opening !== undefined) {
    checkValue(measure.opening.value, indicator, false, `${path}/opening/value`, report);
  }
  measure.targets.forEach((target, index) => {
    const at = `${path}/targets/${index}`;
    const allowed: readonly Reading[] = readingsOf[measure.nature];
    if (!allowed.includes(target.reading)) {
      report(`${at}/reading`, `a ${measure.nature} measure is read as ${allowed.join(", ")}`);
    }
    checkAmounts(target, indicator, at, report);
    checkTimes(plan, target, at, report);
    checkCurve(plan, target, at, report);
  });
}

function checkAmounts(target: TargetEntry, indicator: IndicatorEntry, path: string, report: Report): void {
  const percents: readonly Reading[] = percentReadings;
  const isPercent = percents.includes(target.reading);
  checkValue(target.value, indicator, isPercent, `${path}/value`, report);
  if (target.reading === "done" && target.value !== 1) report(`${path}/value`, "a milestone is done at 1");
  if (target.stretch === undefined) {
    if (target.comparator === "range") report(`${path}/stretch`, "a range has an upper end");
    return;
  }
  if (target.comparator !== "range") report(`${path}/stretch`, "only a range has an upper end");
  checkValue(target.stretch, indicator, isPercent, `${path}/stretch`, report);
  if (target.stretch <= target.value) report(`${path}/stretch`, "the upper end of a range is above its lower end");
}

function checkValue(value: number, indicator: IndicatorEntry, isPercent: boolean, path: string, report: Report): void {
  try {
    const { decimals } = decimalOf(value);
    const most = isPercent ? percentDecimals : indicator.decimals;
    if (decimals > most) report(path, `${value} has more than the ${most} decimals of '${indicator.id}'`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(path, error.message);
  }
}

function checkTimes(plan: PlanDocument, target: TargetEntry, path: string, report: Report): void {
  const { yearly } = target;
  if (yearly !== undefined) {
    if (yearly.to < yearly.from) report(`${path}/yearly`, "the last year is before the first");
    if (yearly.from < 2001 || yearly.to > 2099) report(`${path}/yearly`, "a year is 2001 to 2099");
    if (target.origin !== undefined) report(`${path}/origin`, "a yearly quota begins with its year");
    return;
  }
  for (const { origin, deadline } of targetSpans(plan, target)) {
    if (deadline !== null && deadline <= origin) report(`${path}/deadline`, `is not after the origin ${origin}`);
  }
}

function checkCurve(plan: PlanDocument, target: TargetEntry, path: string, report: Report): void {
  const isRate = target.reading === "rate" || target.reading === "annual-growth" || target.reading === "done";
  if (target.curve !== "none") {
    if (isRate) report(`${path}/curve`, `a target on ${target.reading} is not pro-rated: none`);
    if (target.standing) report(`${path}/curve`, "a standing target has no schedule: none");
  }
  if (target.curve !== "custom") {
    if (target.table !== undefined) report(`${path}/table`, "only a custom curve has a table");
    return;
  }
  if (target.table === undefined) report(`${path}/table`, "a custom curve needs its table");
  if (target.yearly !== undefined) report(`${path}/curve`, "a table of months cannot serve every year");
  checkTable(plan, target, path, report);
}

function checkTable(plan: PlanDocument, target: TargetEntry, path: string, report: Report): void {
  const [span] = targetSpans(plan, target);
  if (target.table === undefined || span === undefined || span.deadline === null) return;
  const rows = Object.entries(target.table).sort(([left], [right]) => (left < right ? -1 : 1));
  let before = 0;
  for (const [month, percent] of rows) {
    const at = `${path}/table/${month}`;
    if (month <= span.origin || month > span.deadline) report(at, "lies outside origin and deadline");
    if (percent < before || percent > 100) report(at, "percents rise from 0 to 100");
    before = percent;
  }
  if (target.table[span.deadline] !== 100) report(`${path}/table`, `reaches 100 at the deadline ${span.deadline}`);
}
