/** A plan with what was accepted of it on one basis, as known at one moment: what every figure is read from. */
import type { StandingValue } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import { assess } from "../domain/assess.ts";
import type { Assessment, AssessmentInput, Measure } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { rollUp } from "../domain/roll-up.ts";
import { calendarFor } from "./additions.ts";
import type { MeasureEntry, PlanOutline, TargetEntry } from "./outline.ts";
import { measureOf, storedMonth } from "./stored.ts";

/** What stands of a plan's measures, months ascending, by the store's id of the measure. */
export type Standing = ReadonlyMap<number, readonly StandingValue[]>;

/** A plan and one state of its ledger. */
export interface PlanView {
  readonly outline: PlanOutline;
  /** Whose figures they are. */
  readonly basis: Basis;
  readonly standing: Standing;
  /** A measure with what stands of it, for the arithmetic. */
  measure(entry: MeasureEntry): Measure;
  /** The view after values have come to stand, each in the place of a former one of its month. */
  after(values: readonly { readonly entry: MeasureEntry; readonly value: StandingValue }[]): PlanView;
}

/** The judgements of one month, each made once however often it is asked for. */
export interface MonthView {
  readonly month: Month;
  readonly view: PlanView;
  /** All that the judgement on a target needs; the parts of a headline are added up for it. */
  input(entry: TargetEntry): AssessmentInput;
  assessment(entry: TargetEntry): Assessment;
}

/** The values with one in its month's place. */
function withValue<Value extends { readonly month: string }>(values: readonly Value[], value: Value): readonly Value[] {
  const last = values.at(-1);
  if (last === undefined || last.month < value.month) return [...values, value];
  const others = values.filter(({ month }) => month !== value.month);
  return [...others, value].sort((left, right) => (left.month < right.month ? -1 : 1));
}

function viewOf(
  { outline, standing, basis }: Pick<PlanView, "outline" | "standing" | "basis">,
  made: Map<MeasureEntry, Measure>,
): PlanView {
  const measure = (entry: MeasureEntry): Measure => {
    const known = made.get(entry);
    if (known !== undefined) return known;
    const fresh = measureOf(entry.row, standing.get(entry.row.id) ?? []);
    made.set(entry, fresh);
    return fresh;
  };
  return {
    outline,
    basis,
    standing,
    measure,
    after: (values) => {
      const [standingAfter, madeAfter] = [new Map(standing), new Map(made)];
      for (const { entry, value } of values) {
        const id = entry.row.id;
        standingAfter.set(id, withValue(standingAfter.get(id) ?? [], value));
        const former = madeAfter.get(entry) ?? measure(entry);
        const observations = withValue(former.observations, { ...value, month: storedMonth(value.month) });
        madeAfter.set(entry, { ...former, observations });
      }
      return viewOf({ outline, standing: standingAfter, basis }, madeAfter);
    },
  };
}

/** The view of an outline and what stands of it on a basis. */
export function planView(outline: PlanOutline, standing: Standing, basis: Basis): PlanView {
  return viewOf({ outline, standing, basis }, new Map());
}

const narrowed = new WeakMap<PlanView, Map<PlanOutline, PlanView>>();

/** The view of what of the plan counts in a month: itself but where something was added from a later one. */
function viewAt(view: PlanView, month: Month): PlanView {
  const outline = view.outline.at(month);
  if (outline === view.outline) return view;
  const known = narrowed.get(view) ?? new Map<PlanOutline, PlanView>();
  narrowed.set(view, known);
  const found = known.get(outline) ?? planView(outline, view.standing, view.basis);
  known.set(outline, found);
  return found;
}

/** The judgements of a view at a month, on what of the plan counts then. */
export function monthView(whole: PlanView, month: Month): MonthView {
  const view = viewAt(whole, month);
  const made = new Map<string, Assessment>();
  const { calendar, rules, targetByKey } = view.outline;
  const input = (asked: TargetEntry): AssessmentInput => {
    // Of a headline the parts are those that count in the month.
    const entry = targetByKey.get(asked.row.key) ?? asked;
    return {
      measure: view.measure(entry.measure),
      target: entry.target,
      siblings: entry.measure.siblings,
      month,
      calendar: calendarFor(entry.measure, calendar),
      rules,
      rollUp: entry.parts.length === 0 ? null : rollUp(entry.target, month, entry.parts.map(assessment)),
    };
  };
  const assessment = (entry: TargetEntry): Assessment => {
    const known = made.get(entry.row.key);
    if (known !== undefined) return known;
    const fresh = assess(input(entry));
    made.set(entry.row.key, fresh);
    return fresh;
  };
  return { month, view, input, assessment };
}
