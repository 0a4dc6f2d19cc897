/** A paper as the form of a workbook. */
import { scheduleOf } from "../domain/assess.ts";
import type { FigureField } from "../domain/check-list.ts";
import { figureText } from "../domain/figures.ts";
import { ofScaled, zero } from "../domain/fraction.ts";
import type { Observation } from "../domain/model.ts";
import { type Month, monthOfYear, yearOf } from "../domain/month.ts";
import { countsUp, type TypedLine } from "../domain/typed-line.ts";
import type { FormLine, FormMeasure, WorkbookForm } from "../exports/workbook-form.ts";
import type { AskedPaper } from "../papers/asked-paper.ts";
import { measuresOf, noLine, type PaperLines, type StandingLine } from "../papers/paper-lines.ts";
import { isRepeating, type RowCell, readRow } from "../papers/read-row.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { dueOn } from "../plans/periods.ts";
import { shownShort } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import type { Reads } from "./reads.ts";
import { targetInWords } from "./target-in-words.ts";

const quarters = ["一", "二", "三", "四"];

/** A period as an office writes it: 2022年第三季度, 2022年9月, or the base that targets count from. */
function periodName({ period, isBase, view }: AskedPaper): string {
  const [year, month] = [yearOf(period), monthOfYear(period)];
  if (isBase) return `基期（${year}年${month}月末）`;
  return view.outline.calendar.frequency === "month"
    ? `${year}年${month}月`
    : `${year}年第${quarters[Math.ceil(month / 3) - 1] ?? month}季度`;
}

const plain = (figure: number, decimals: number) => figureText(ofScaled(figure, decimals), decimals);

/** The last accepted observation before the period that holds a figure. */
function lastWith(observations: readonly Observation[], field: FigureField, period: Month): Observation | undefined {
  return observations.findLast((observation) => observation.month < period && observation[field] !== null);
}

function figureLine({ view, period }: AskedPaper, entry: MeasureEntry, cell: RowCell, isRepeated: boolean): FormLine {
  const { nature, indicator } = entry.row;
  const { field, isNeeded, before, typed, cumulative } = cell;
  // A workbook has no key for 无变化: the figures that it means stand in the cells.
  const repeated = isRepeated && cumulative !== null ? plain(cumulative, indicator.decimals) : "";
  const last = lastWith(view.measure(entry).observations, field, period);
  const figure = last?.[field] ?? null;
  const isCounted = countsUp(nature, field);
  return {
    ...{ field, isNeeded },
    last: last === undefined || figure === null ? null : { month: last.month, text: plain(figure, indicator.decimals) },
    takesAdded: before !== null && isCounted,
    isCumulative: isCounted && nature !== "yearly-flow",
    typedAdded: typed?.as === "added" ? typed.text : "",
    typedCumulative: typed?.as === "cumulative" ? typed.text : repeated,
  };
}

const dayLine = ({ doneOn = "" }: TypedLine): FormLine => ({
  field: "doneOn",
  isNeeded: true,
  last: null,
  takesAdded: false,
  isCumulative: false,
  typedAdded: "",
  typedCumulative: doneOn,
});

/** The targets that run at the period, with what is due of them. */
function targetWords({ period }: AskedPaper, now: MonthView, entry: MeasureEntry) {
  const running = entry.targets.filter(
    ({ target }) => target.origin < period && (target.deadline === null || target.deadline >= period),
  );
  const words = running.map((target) => {
    const assessed = now.assessment(target);
    // Of the period itself: an assessment is of the month that its value is from.
    const [expected = null] = scheduleOf(now.input(target), [now.month]);
    const deadline = target.target.deadline === null ? "长期" : `${target.target.deadline}前`;
    return {
      target: `${targetInWords(target, assessed).zh}（${deadline}）`,
      schedule: shownShort(expected, assessed.achieved ?? zero, assessed.decimals).text,
    };
  });
  const joined = (texts: readonly string[]) => (texts.length === 0 ? "—" : texts.join("\n"));
  return {
    target: joined(words.map(({ target }) => target)),
    schedule: joined(words.map(({ schedule }) => schedule)),
  };
}

function formMeasure(
  asked: AskedPaper,
  now: MonthView,
  entry: MeasureEntry,
  { typed, version }: StandingLine,
): FormMeasure {
  const { key, indicator, nature, scope } = entry.row;
  const row = readRow(asked, entry, typed);
  const figures = row.cells.map((cell) => figureLine(asked, entry, cell, isRepeating(row)));
  return {
    ...{ key, nature, decimals: indicator.decimals, unit: indicator.unit.zh },
    subject: entry.subject.row.name.zh,
    name: scope === null ? indicator.name.zh : `${indicator.name.zh}（${scope.name.zh}）`,
    ...(asked.isBase ? { target: "—", schedule: "—" } : targetWords(asked, now, entry)),
    lines: nature === "milestone" ? [...figures, dayLine(typed)] : figures,
    note: typed.note ?? "",
    ...{ reason: typed.reason ?? "", version },
  };
}

/** The form of a paper with what is typed on it. */
export function workbookForm(
  { build, isDemonstration }: Pick<Reads, "build" | "isDemonstration">,
  asked: AskedPaper,
  { lines }: PaperLines,
): WorkbookForm {
  const { key, view, department, period, isBase } = asked;
  const now = monthView(view, period);
  return {
    identity: { plan: key.plan, department: key.department, period, kind: key.kind },
    title: view.outline.facts.title.zh,
    departmentName: department.name.zh,
    periodName: periodName(asked),
    dueOn: isBase || key.kind !== "report" ? "—" : dueOn(period, view.outline.calendar),
    ...{ isDemonstration, build },
    measures: measuresOf(asked, lines).map((entry) =>
      formMeasure(asked, now, entry, lines.get(entry.row.id) ?? noLine),
    ),
  };
}
