import { decimalOf } from "@beizeng/server/domain/decimal.ts";
import type { Decimal } from "@beizeng/server/domain/model.ts";
import {
  decimalFaults,
  indicatorFaults,
  type StatedTarget,
  type TargetFault,
  targetFaults,
} from "@beizeng/server/domain/target-rules.ts";
import type { Report } from "./plan-fault.ts";
import type { IndicatorEntry, MeasureEntry, PlanDocument, TargetEntry } from "./plan-types.ts";

/** Values, readings, curves and times of one measure and its targets: the rules are the product's own (DOMAIN.md 2, 3). */
export function checkMeasure(plan: PlanDocument, measure: MeasureEntry, path: string, report: Report): void {
  const entry = plan.indicators.find(({ id }) => id === measure.indicator);
  if (entry === undefined) return;
  const indicator = factsOf(entry);
  const tell = (at: string, faults: readonly TargetFault[]) => {
    for (const { field, text } of faults) report(`${at}/${field}`, text.en);
  };
  tell(path, indicatorFaults(indicator));
  if (measure.opening !== undefined) {
    const opening = readValue(measure.opening.value, `${path}/opening/value`, report);
    if (opening !== null) tell(path, decimalFaults("opening/value", opening, indicator));
  }
  measure.targets.forEach((target, index) => {
    const at = `${path}/targets/${index}`;
    const stated = statedTarget(target, at, report);
    tell(at, targetFaults(stated, { nature: measure.nature, indicator, issuedOn: plan.issuedOn }));
  });
}

function factsOf({ id, decimals, isIndivisible }: IndicatorEntry) {
  return { key: id, decimals, isIndivisible };
}

function readValue(value: number, path: string, report: Report): Decimal | null {
  try {
    return decimalOf(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(path, error.message);
    return null;
  }
}

function statedTarget({ value, stretch, standing, ...said }: TargetEntry, path: string, report: Report): StatedTarget {
  return {
    ...said,
    value: readValue(value, `${path}/value`, report),
    ...(stretch !== undefined && { stretch: readValue(stretch, `${path}/stretch`, report) }),
    isStanding: standing === true,
  };
}
