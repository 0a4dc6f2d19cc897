/**
 * What an uploaded history would make of a unit's periods: the checks of the form, period after period, each against what is
 * accepted and what the file itself says of the periods before. The dry run and the import are this one reading.
 */
import type { Reader, Store } from "@beizeng/db";
import type { SkipReason } from "../domain/history-import.ts";
import type { Text } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import type { TypedLine } from "../domain/typed-line.ts";
import type { HistoryForm, HistoryMark } from "../exports/history-form.ts";
import {
  foreignHistory,
  type HistoryFigure,
  type HistoryReading,
  historyIdentity,
  readHistoryForm,
} from "../imports/history-reading.ts";
import type { ReadSheet } from "../imports/read-cell.ts";
import { findView } from "../plans/find-view.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { isAskedAt } from "../plans/periods.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type AskedPaper, askPaper } from "./asked-paper.ts";
import { type HistoryUnit, historyForm } from "./history-form.ts";
import { findHistoryPeriods } from "./history-periods.ts";
import { type CellFinding, isWrong, readRow, standingValueOf } from "./read-row.ts";

/** A unit of a plan at an instant, and what a file must say of the workspace. */
export interface HistoryPlace extends Pick<HistoryUnit, "isDemonstration" | "build"> {
  readonly plan: string;
  readonly department: string;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
}

/** What is wrong or odd about a cell of the file. */
export interface CheckedMark extends Omit<HistoryMark, "text"> {
  readonly measure: string;
  readonly code: string;
  readonly text: Text;
}

/** What the file says of a period; the lines of one that is left alone are none. */
export interface CheckedPeriod {
  readonly period: Month;
  readonly skip: SkipReason | null;
  readonly asked: AskedPaper;
  readonly lines: readonly (readonly [MeasureEntry, TypedLine])[];
}

/** A file read and checked; `form` holds what it types. */
export interface CheckedHistory {
  readonly view: PlanView;
  readonly form: HistoryForm;
  readonly periods: readonly CheckedPeriod[];
  readonly marks: readonly CheckedMark[];
  /** Measures of the file that are asked for no more, and measures of the unit that it has not. */
  readonly dropped: readonly string[];
  readonly lacking: readonly string[];
}

/** What each imported line says of itself for good, until the unit words it otherwise. */
const note = "历史数据，由办公室导入";
const longestFigure = 40;
const notAsked: Text = { zh: "本期不填报这一项", en: "this is not asked for at the period" };
const tooLong: Text = { zh: `不能超过${longestFigure}字`, en: `at most ${longestFigure} characters` };
const errorOf = (code: string, text: Text): CellFinding => ({ severity: "error", code, text });

const settledReading = <Read>(reading: HistoryReading<Read>): Answer<Read> =>
  reading.ok ? give(reading.read) : refuse({ code: "file-refused", field: reading.code, allowed: reading.text });

/** The unit with all its periods that have ended. */
export async function askHistoryUnit(
  store: Store,
  reader: Reader,
  { plan, department, now, isDemonstration, build }: HistoryPlace,
): Promise<Answer<HistoryUnit>> {
  const known = await findView(store, reader, plan, "department");
  if (known === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const { view } = known;
  const periods = (await findHistoryPeriods(reader, view.outline, now)).get(department);
  if (periods === undefined) return refuse({ code: "unknown-department", field: "department", value: department });
  return give({ view, department, periods, isDemonstration, build });
}

/** The figures of one measure at one period as a line of a draft. */
function typedLine(figures: readonly HistoryFigure[]): TypedLine {
  const bearable = figures.filter(({ text }) => text.length <= longestFigure);
  const cells = bearable.filter(({ line }) => line.field !== "doneOn");
  const day = bearable.find(({ line }) => line.field === "doneOn");
  return {
    ...Object.fromEntries(cells.map(({ line, text }) => [line.field, { text, as: "cumulative" }])),
    ...(day === undefined ? {} : { doneOn: day.text }),
    note,
  };
}

/** What is wrong or odd about a measure's figures of a period, and what they would come to stand for. */
function checkedLine(asked: AskedPaper, entry: MeasureEntry, figures: readonly HistoryFigure[]) {
  const isAsked = isAskedAt(entry, asked.period, asked.view.outline.calendar);
  const typed = typedLine(figures);
  const row = readRow(asked, entry, typed);
  const marks = figures.flatMap(({ line, at, text }): CheckedMark[] => {
    const ofField =
      line.field === "doneOn" ? row.findings : (row.cells.find(({ field }) => field === line.field)?.findings ?? []);
    const found = [
      ...(isAsked ? ofField : [errorOf("not-asked", notAsked)]),
      ...(text.length > longestFigure ? [errorOf("too-long", tooLong)] : []),
    ];
    return found.map((finding) => ({ ...finding, at, measure: entry.row.key }));
  });
  const value = isWrong(row) || !isAsked ? null : standingValueOf(row, 1);
  return { typed, marks, value };
}

/** Reads what a file types into a period, over what stands before it; answers the view with it. */
function checkedPeriod(asked: AskedPaper, figures: readonly HistoryFigure[]) {
  const entries = asked.view.outline.measures.filter(({ row }) => figures.some(({ line }) => line.measure === row.key));
  const checked = entries.map((entry) => {
    const own = figures.filter(({ line }) => line.measure === entry.row.key);
    return { entry, ...checkedLine(asked, entry, own) };
  });
  const values = checked.flatMap(({ entry, value }) => (value === null ? [] : [{ entry, value }]));
  return {
    lines: checked.map(({ entry, typed }) => [entry, typed] as const),
    marks: checked.flatMap(({ marks }) => marks),
    // A figure that is wrong is no ground to judge the next one by.
    view: values.length === 0 ? asked.view : asked.view.after(values),
  };
}

/** Reads a file's sheets as the history of a unit; nothing is written. */
export async function checkHistory(
  store: Store,
  reader: Reader,
  place: HistoryPlace,
  sheets: readonly ReadSheet[],
): Promise<Answer<CheckedHistory>> {
  const identity = settledReading(historyIdentity(sheets));
  if (!identity.ok) return identity;
  const unit = await askHistoryUnit(store, reader, place);
  if (!unit.ok) return unit;
  const { outline } = unit.value.view;
  const departmentName = outline.departments.get(place.department)?.name.zh ?? place.department;
  const foreign = foreignHistory(sheets, identity.value, { ...place, title: outline.facts.title.zh, departmentName });
  if (foreign !== null) return settledReading(foreign);
  const periods = unit.value.periods.filter(({ period }) => identity.value.periods.includes(period));
  const other = identity.value.periods.find((each) => !periods.some(({ period }) => period === each));
  if (other !== undefined || periods.length === 0) {
    const allowed = unit.value.periods.map(({ period }) => period).join(", ");
    return refuse({ code: "period-not-open", field: "period", value: other ?? "", allowed });
  }
  const form = historyForm({ ...unit.value, periods });
  const reading = settledReading(readHistoryForm(sheets, identity.value, form));
  if (!reading.ok) return reading;
  const { figures, dropped, lacking } = reading.value;

  let { view } = unit.value;
  const checked: CheckedPeriod[] = [];
  const marks: CheckedMark[] = [];
  for (const { period, skip } of periods) {
    const asked = await askPaper(store, reader, { ...place, period, kind: "report" }, place.now);
    if (!asked.ok) return asked;
    const own = skip === null ? figures.filter((figure) => figure.period === period) : [];
    const found = checkedPeriod({ ...asked.value, view }, own);
    checked.push({ period, skip, asked: asked.value, lines: found.lines });
    marks.push(...found.marks);
    view = found.view;
  }
  const typed = (measure: string, field: string, period: Month) =>
    figures.find((each) => each.line.measure === measure && each.line.field === field && each.period === period)
      ?.text ?? "";
  return give({
    ...{ view: unit.value.view, periods: checked, marks, dropped, lacking },
    form: historyForm({ ...unit.value, periods }, typed),
  });
}
