import { appraisalMethods } from "../vocabulary.ts";
import { checksOf } from "./checks.ts";
import type { ColumnMakers } from "./column-makers.ts";
import type { MeasureTables } from "./measure-tables.ts";
import type { PlaceTables } from "./place-tables.ts";
import type { PlanTables } from "./plan-tables.ts";

/** How units are appraised by their figures (季考评): rules by the month from which they hold, appended and never changed. */
export function defineAppraisalTables(
  make: ColumnMakers,
  { departments }: PlaceTables,
  { plans, planEdits, subjects }: PlanTables,
  { indicators }: MeasureTables,
) {
  const ofRules = checksOf(make, "appraisal_rules");
  const appraisalRules = make.table(
    "appraisal_rules",
    {
      id: make.id(),
      planId: make
        .whole()
        .notNull()
        .references(() => plans.id),
      subjectId: make
        .whole()
        .notNull()
        .references(() => subjects.id),
      fromMonth: make.text().notNull(),
      editId: make
        .whole()
        .notNull()
        .references(() => planEdits.id),
    },
    (t) => [...ofRules.months(t.fromMonth), make.index("appraisal_rules_by_plan").on(t.planId)],
  );

  const ofIndicators = checksOf(make, "appraised_indicators");
  const appraisedIndicators = make.table(
    "appraised_indicators",
    {
      id: make.id(),
      ruleId: make
        .whole()
        .notNull()
        .references(() => appraisalRules.id),
      indicatorId: make
        .whole()
        .notNull()
        .references(() => indicators.id),
      method: make.word(appraisalMethods).notNull(),
      fullMarks: make.whole().notNull(),
      baseDigits: make.whole(),
      baseDecimals: make.whole(),
      capPercent: make.whole(),
      stepMarks: make.whole(),
      position: make.whole().notNull(),
    },
    (t) => [
      ...ofIndicators.words(t),
      ...ofIndicators.exact(t.baseDigits),
      ofIndicators.that("marks_range", "full_marks between 1 and 100000"),
      ofIndicators.that(
        "base_for_method",
        "(method = 'against-base') = (base_digits is not null and base_decimals is not null and cap_percent is not null)",
      ),
      ofIndicators.that("base_above_nothing", "base_digits > 0 and base_decimals between 0 and 6"),
      ofIndicators.that("cap_range", "cap_percent between 100 and 200"),
      ofIndicators.that("step_for_method", "(method = 'by-rank') = (step_marks is not null)"),
      ofIndicators.that("step_range", "step_marks between 1 and full_marks"),
      make.uniqueIndex("appraised_indicators_once").on(t.ruleId, t.indicatorId),
    ],
  );

  const appraisedUnits = make.table(
    "appraised_units",
    {
      id: make.id(),
      ruleId: make
        .whole()
        .notNull()
        .references(() => appraisalRules.id),
      departmentId: make
        .whole()
        .notNull()
        .references(() => departments.id),
      position: make.whole().notNull(),
    },
    (t) => [make.uniqueIndex("appraised_units_once").on(t.ruleId, t.departmentId)],
  );

  return { appraisalRules, appraisedIndicators, appraisedUnits };
}
