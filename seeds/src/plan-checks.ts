import { targetSpans } from "@beizeng/server/domain/target-spans.ts";
import type { PlanFault, Report } from "./plan-fault.ts";
import { measureInstances } from "./plan-keys.ts";
import type { PlanDocument } from "./plan-types.ts";
import { checkReferences } from "./reference-checks.ts";
import { checkMeasure } from "./target-checks.ts";

/**
 * Everything that the schema cannot say of one plan (DOMAIN.md 1, 2, 5, 6): references resolve, values fit their
 * indicator and reading, times are in order, keys are unique, units are assigned once. Empty when nothing is wrong.
 */
export function checkPlan(file: string, plan: PlanDocument): PlanFault[] {
  const faults: PlanFault[] = [];
  const report: Report = (path, reason) => faults.push({ file, path, reason });
  checkReferences(plan, report);
  // What follows looks names up: a list of dangling names is the clearer answer.
  if (faults.length > 0) return faults;
  plan.subjects.forEach((subject, subjectIndex) => {
    subject.measures.forEach((measure, index) => {
      checkMeasure(plan, measure, `/subjects/${subjectIndex}/measures/${index}`, report);
    });
  });
  checkKeys(plan, report);
  return faults;
}

function checkKeys(plan: PlanDocument, report: Report): void {
  const targetKeys = new Set<string>();
  const measureKeys = new Set<string>();
  plan.subjects.forEach((subject, subjectIndex) => {
    subject.measures.forEach((measure, measureIndex) => {
      const path = `/subjects/${subjectIndex}/measures/${measureIndex}`;
      for (const { key } of measureInstances(plan, subject, measure)) {
        if (measureKeys.has(key)) report(path, `the measure ${key} stands twice`);
        measureKeys.add(key);
        measure.targets.forEach((target, index) => {
          for (const { horizon } of targetSpans(target, plan.issuedOn)) {
            const targetKey = `${key}.${target.reading}.${horizon}`;
            if (targetKeys.has(targetKey)) report(`${path}/targets/${index}`, `the target ${targetKey} stands twice`);
            targetKeys.add(targetKey);
          }
        });
      }
    });
  });
  checkParts(plan, report);
}

function checkParts(plan: PlanDocument, report: Report): void {
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  const offered = new Set<string>();
  for (const subject of plan.subjects) {
    for (const measure of subject.measures) {
      for (const target of measure.targets.filter((candidate) => candidate.madeOf === undefined)) {
        for (const { horizon } of targetSpans(target, plan.issuedOn)) {
          offered.add([subject.kind, measure.indicator, target.reading, horizon].join(" "));
        }
      }
    }
  }
  plan.subjects.forEach((subject, subjectIndex) => {
    subject.measures.forEach((measure, measureIndex) => {
      measure.targets.forEach((target, index) => {
        const { madeOf } = target;
        if (madeOf === undefined) return;
        const path = `/subjects/${subjectIndex}/measures/${measureIndex}/targets/${index}/madeOf`;
        for (const { horizon } of targetSpans(target, plan.issuedOn)) {
          const wanted = [madeOf.kind, madeOf.indicator, madeOf.reading, horizon].join(" ");
          if (!offered.has(wanted)) report(path, `no target is a part: ${wanted}`);
        }
        const isSame = madeOf.indicator === measure.indicator && madeOf.reading === target.reading;
        if (!isSame && madeOf.note === undefined) report(path, "parts of another indicator or reading need a note");
        const unit = indicators.get(measure.indicator)?.unit.zh;
        const partUnit = indicators.get(madeOf.indicator)?.unit.zh;
        if (unit !== partUnit) report(path, `parts in ${partUnit} cannot make up a whole in ${unit}`);
      });
    });
  });
}
