/** A plan with what was accepted of it on one basis, as known at one moment: what every figure is read from. */
import type { StandingValue } from "@beizeng/db";
import { assess } from "../domain/assess.ts";
import type { Assessment, AssessmentInput, Measure } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { rollUp } from "../domain/roll-up.ts";
import type { MeasureEntry, PlanOutline, TargetEntry } from "./outline.ts";
import { measureOf } from "./stored.ts";

/** What stands of a plan's measures, months ascending, by the store's id of the measure. */
export type Standing = ReadonlyMap<number, readonly StandingValue[]>;

/** A plan and one state of its ledger. */
export interface PlanView {
  readonly outline: PlanOutline;
  readonly standing: Standing;
  /** A measure with what stands of it, for the arithmetic. */
  measure(entry: MeasureEntry): Measure;
}

/** The judgements of one month, each made once however often it is asked for. */
export interface MonthView {
  readonly month: Month;
  readonly view: PlanView;
  /** All that the judgement on a target needs; the parts of a headline are added up for it. */
  input(entry: TargetEntry): AssessmentInput;
  assessment(entry: TargetEntry): Assessment;
}

/** The view of an outline and what stands of it. */
export function planView(outline: PlanOutline, standing: Standing): PlanView {
  const measures = new Map<MeasureEntry, Measure>();
  const measure = (entry: MeasureEntry): Measure => {
    const known = measures.get(entry);
    if (known !== undefined) return known;
    const made = measureOf(entry.row, standing.get(entry.row.id) ?? []);
    measures.set(entry, made);
    return made;
  };
  return { outline, standing, measure };
}

/** The judgements of a view at a month. */
export function monthView(view: PlanView, month: Month): MonthView {
  const made = new Map<TargetEntry, Assessment>();
  const { calendar, rules } = view.outline;
  const input = (entry: TargetEntry): AssessmentInput => ({
    measure: view.measure(entry.measure),
    target: entry.target,
    siblings: entry.measure.siblings,
    month,
    calendar,
    rules,
    rollUp: entry.parts.length === 0 ? null : rollUp(entry.target, month, entry.parts.map(assessment)),
  });
  const assessment = (entry: TargetEntry): Assessment => {
    const known = made.get(entry);
    if (known !== undefined) return known;
    const fresh = assess(input(entry));
    made.set(entry, fresh);
    return fresh;
  };
  return { month, view, input, assessment };
}
