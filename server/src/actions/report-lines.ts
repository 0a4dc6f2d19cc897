/** What a department types for its measures, read and checked. */
import { type FigureField, type Finding, figureFields } from "../domain/check-list.ts";
import { checkObservation } from "../domain/checks.ts";
import type { Text } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { observationAt } from "../domain/observation.ts";
import { readTyped } from "../domain/typed-figure.ts";
import { fieldsOf, repeatable } from "../domain/typed-line.ts";
import { askBase } from "../papers/base-lines.ts";
import { isCountedAt } from "../plans/additions.ts";
import { isDay } from "../plans/china-day.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";

/**
 * One measure of a report. Values are decimal texts in the indicator's unit, cumulative as DOMAIN section 2 says: entries
 * and exits since the measure's origin, the stock, or the amount (count since origin, year to date, level, rate, 1 or 0).
 */
export interface ReportLine {
  /** Key of the measure. */
  readonly measure: string;
  readonly entries?: string;
  readonly exits?: string;
  readonly stock?: string;
  readonly amount?: string;
  /** The day on which a milestone was reached, YYYY-MM-DD. */
  readonly doneOn?: string;
  /** 无变化: the last accepted value again; no values are given then. */
  readonly isUnchanged?: boolean;
  readonly note?: string;
  /** The word that a warning asks for. */
  readonly reason?: string;
}

/** A line as it is stored: whole numbers scaled by the indicator's decimals, null where not known. */
export interface StoredLine {
  readonly measure: MeasureEntry;
  readonly figures: Readonly<Record<FigureField, number | null>>;
  readonly doneOn: string | null;
  readonly isUnchanged: boolean;
  readonly note: string | null;
  readonly reason: string | null;
}

/** A paper: whose lines, for which period, among what stands of the plan on their basis. */
export interface Paper {
  readonly view: PlanView;
  /** What stands of the departments, against which a confirmation is held; null of any other paper. */
  readonly reported: PlanView | null;
  readonly department: string;
  readonly period: Month;
  /** True when the period is a base (基期) that targets count from. */
  readonly isBase: boolean;
  /** True when it takes the place of accepted figures. */
  readonly isCorrecting: boolean;
}

const fieldName = (line: ReportLine, field: string) => `lines.${line.measure}.${field}`;

/** What a person calls a measure: two chains have the same ones. */
export function measureName({ subject, row: { indicator, scope } }: MeasureEntry): Text {
  const [zh, en] = [indicator.name.zh, indicator.name.en];
  return {
    zh: `${subject.row.name.zh}${zh}${scope === null ? "" : `（${scope.name.zh}）`}`,
    en: `${subject.row.name.en}, ${en}${scope === null ? "" : ` (${scope.name.en})`}`,
  };
}

function measureAsked({ view, department, period, isBase }: Paper, line: ReportLine): Answer<MeasureEntry> {
  const measure = view.outline.measures.find(({ row }) => row.key === line.measure);
  if (measure === undefined || measure.reporting.key !== department) {
    return refuse({ code: "unknown-measure", field: "lines", value: line.measure });
  }
  if (isBase) return askBase(measure, period);
  if (isCountedAt(measure.row, period)) return give(measure);
  const from = measure.row.addition?.from ?? "";
  return refuse({ code: "measure-not-yet", field: "lines", value: measure.row.indicator.name.zh, allowed: from });
}

const asked = { zh: "该指标不填这一项", en: "the measure has no such figure" };

function typedFigures({ isBase }: Paper, measure: MeasureEntry, line: ReportLine): Answer<StoredLine["figures"]> {
  const figures: Record<FigureField, number | null> = { entries: null, exits: null, stock: null, amount: null };
  for (const field of figureFields) {
    const typed = line[field];
    if (typed === undefined) continue;
    const place = { field: fieldName(line, field), value: typed, name: measureName(measure) };
    if (!fieldsOf(measure.row.nature, isBase).includes(field))
      return refuse({ code: "figure-refused", ...place, allowed: asked });
    const read = readTyped(typed, measure.row.indicator.decimals);
    if (!read.ok) return refuse({ code: "figure-refused", ...place, allowed: read.text });
    figures[field] = read.figure;
  }
  if (Object.values(figures).some((figure) => figure !== null)) return give(figures);
  return refuse({ code: "nothing-reported", field: `lines.${line.measure}` });
}

/** The last accepted figures before the period, for 无变化. */
function repeatedFigures({ view, period, isCorrecting }: Paper, measure: MeasureEntry): Answer<StoredLine["figures"]> {
  const place = { field: "lines", value: measure.row.key, name: measureName(measure) };
  if (isCorrecting) return refuse({ code: "repeated-correction", ...place });
  const last = repeatable(view.measure(measure), period);
  if (last === null) return refuse({ code: "nothing-to-repeat", ...place });
  const { entries, exits, stock, amount } = last;
  return give({ entries, exits, stock, amount });
}

const milestoneDay = {
  zh: "应为达成的真实日期 YYYY-MM-DD",
  en: "a real day YYYY-MM-DD on which a milestone was reached",
};

function doneOnOf(measure: MeasureEntry, line: ReportLine): Answer<string | null> {
  const { doneOn } = line;
  if (doneOn === undefined) return give(null);
  if (measure.row.nature === "milestone" && isDay(doneOn)) return give(doneOn);
  const place = { field: fieldName(line, "doneOn"), name: measureName(measure), value: doneOn };
  return refuse({ code: "figure-refused", ...place, allowed: milestoneDay });
}

function checked(paper: Paper, stored: StoredLine, line: ReportLine): Answer<StoredLine> {
  const observation = { month: paper.period, ...stored.figures, isCorrected: false };
  const { view, reported, period } = paper;
  const theirs = reported === null ? null : observationAt(reported.measure(stored.measure), period);
  const findings = checkObservation(view.measure(stored.measure), stored.measure.siblings, observation, theirs);
  const said = ({ field, text }: Finding) => ({
    field: fieldName(line, field),
    name: measureName(stored.measure),
    value: line[field] ?? String(stored.figures[field]),
    allowed: text,
  });
  const error = findings.find(({ severity }) => severity === "error");
  if (error !== undefined) return refuse({ code: "figure-refused", ...said(error) });
  const [warning] = findings;
  if (warning !== undefined && stored.reason === null) return refuse({ code: "reason-needed", ...said(warning) });
  return give(stored);
}

const wordOf = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text.trim());

function storedLine(paper: Paper, line: ReportLine): Answer<StoredLine> {
  const measure = measureAsked(paper, line);
  if (!measure.ok) return measure;
  const isUnchanged = line.isUnchanged === true;
  const figures = isUnchanged ? repeatedFigures(paper, measure.value) : typedFigures(paper, measure.value, line);
  if (!figures.ok) return figures;
  const doneOn = doneOnOf(measure.value, line);
  if (!doneOn.ok) return doneOn;
  const [note, reason] = [wordOf(line.note), wordOf(line.reason)];
  const stored = { measure: measure.value, figures: figures.value, doneOn: doneOn.value, isUnchanged, note, reason };
  return checked(paper, stored, line);
}

/** The lines of a paper as they are stored, or the first thing that is wrong with them. DOMAIN section 8. */
export function readLines(paper: Paper, lines: readonly ReportLine[]): Answer<readonly StoredLine[]> {
  if (lines.length === 0) return refuse({ code: "nothing-reported", field: "lines" });
  const stored: StoredLine[] = [];
  for (const line of lines) {
    const read = storedLine(paper, line);
    if (!read.ok) return read;
    if (stored.some(({ measure }) => measure === read.value.measure)) {
      return refuse({ code: "measure-twice", field: "lines", value: line.measure });
    }
    stored.push(read.value);
  }
  return give(stored);
}
