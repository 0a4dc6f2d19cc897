/** The form of a unit's past periods. */
import { figureText } from "../domain/figures.ts";
import { ofScaled } from "../domain/fraction.ts";
import type { Month } from "../domain/month.ts";
import { observationAt } from "../domain/observation.ts";
import { fieldsOf } from "../domain/typed-line.ts";
import type { HistoryCell, HistoryForm, HistoryLine } from "../exports/history-form.ts";
import type { LineField } from "../exports/workbook-form.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { isAskedAt } from "../plans/periods.ts";
import type { PlanView } from "../plans/view.ts";
import type { HistoryPeriod } from "./history-periods.ts";

/** A unit of a plan with its periods, and what the file must say of the workspace. */
export interface HistoryUnit {
  readonly view: PlanView;
  readonly department: string;
  readonly periods: readonly HistoryPeriod[];
  readonly isDemonstration: boolean;
  readonly build: string;
}

const fieldsOfLine = ({ row }: MeasureEntry): readonly LineField[] =>
  row.nature === "milestone" ? ["amount", "doneOn"] : fieldsOf(row.nature, false);

/** What was accepted of a figure at a period, plain, "" for nothing. */
function acceptedText(view: PlanView, entry: MeasureEntry, field: LineField, period: Month): string {
  const figure = field === "doneOn" ? null : (observationAt(view.measure(entry), period)?.[field] ?? null);
  const { decimals } = entry.row.indicator;
  return figure === null ? "" : figureText(ofScaled(figure, decimals), decimals);
}

/** The form of some periods; `typed` says what stands in an open cell. */
export function historyForm(
  { view, department, periods, isDemonstration, build }: HistoryUnit,
  typed: (measure: string, field: LineField, period: Month) => string = () => "",
): HistoryForm {
  const { facts, measures, calendar, departments } = view.outline;
  const own = measures.filter(({ reporting }) => reporting.key === department);
  const lines = own.flatMap((entry): HistoryLine[] => {
    const { key, indicator, scope, nature } = entry.row;
    const cellOf = (field: LineField, { period, skip }: HistoryPeriod): HistoryCell => {
      const isOpen = skip === null && isAskedAt(entry, period, calendar);
      return { isOpen, text: isOpen ? typed(key, field, period) : acceptedText(view, entry, field, period) };
    };
    return fieldsOfLine(entry).map((field, index) => ({
      ...{ measure: key, nature, field, decimals: indicator.decimals, unit: indicator.unit.zh },
      subject: entry.subject.row.name.zh,
      name: scope === null ? indicator.name.zh : `${indicator.name.zh}（${scope.name.zh}）`,
      isFirst: index === 0,
      cells: periods.map((period) => cellOf(field, period)),
    }));
  });
  return {
    ...{ plan: facts.key, department, isDemonstration, build, lines },
    title: facts.title.zh,
    departmentName: departments.get(department)?.name.zh ?? department,
    periods: periods.map(({ period }) => period),
  };
}
