/** One subject: its targets on every horizon, their way, and what was reported. */
import { findRecordedValues, type RecordedValue } from "@beizeng/db";
import type { SubjectQuery } from "../contract/questions.ts";
import type { Subject } from "../contract/subject.ts";
import type { Text } from "../domain/model.ts";
import { endOfDay } from "../plans/china-day.ts";
import type { MeasureEntry, TargetEntry } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { shownForecast } from "./forecast.ts";
import { history, schedule } from "./history.ts";
import { namesOf } from "./people.ts";
import { shownSubject } from "./plan.ts";
import { planSummary, quotation } from "./plan-summary.ts";
import { askMonth, askPlan, askSubject, knowledgeOf } from "./questions.ts";
import type { Knowledge, Reads } from "./reads.ts";
import { shownAssessment } from "./shown-assessment.ts";
import { shownTarget } from "./shown-target.ts";

type SubjectMeasure = Subject["measures"][number];
/** A target of the subject with its way. */
export type SubjectTarget = SubjectMeasure["targets"][number];

function targetOnItsWay(month: MonthView, entry: TargetEntry): SubjectTarget {
  return {
    target: shownTarget(month, entry),
    assessment: shownAssessment(month, entry),
    history: history(month.view, entry, month.month),
    schedule: schedule(month, entry),
    forecast: shownForecast(month, entry),
  };
}

/** Who stands for a value: the unit that reports it, or the statistics bureau that confirmed it. */
const confirmedBy: Text = { zh: "统计部门", en: "Statistics bureau" };

function shownRecord(
  value: RecordedValue,
  { row, reporting }: MeasureEntry,
  people: (key: string) => string,
): SubjectMeasure["values"][number] {
  const { decimals } = row.indicator;
  return {
    month: value.month,
    basis: value.basis,
    entries: shownScaled(value.entries, decimals),
    exits: shownScaled(value.exits, decimals),
    stock: shownScaled(value.stock, decimals),
    amount: shownScaled(value.amount, decimals),
    doneOn: value.doneOn,
    reportedBy: value.basis === "statistics" ? confirmedBy : reporting.name,
    reporter: people(value.reportedBy),
    reportedAt: value.reportedAt,
    acceptedAt: value.knownAt,
    note: value.note,
    isSuperseded: value.isSuperseded,
    correctionReason: value.number > 1 ? value.reason : null,
  };
}

async function shownMeasure(
  reads: Reads,
  month: MonthView,
  entry: MeasureEntry,
  { basis, asKnownOn }: Knowledge,
): Promise<SubjectMeasure> {
  const { id, key, nature, indicator, scope } = entry.row;
  const known = asKnownOn === null ? {} : { asKnownOn: endOfDay(asKnownOn) };
  const recorded = await findRecordedValues(reads.store, { measureId: id, basis, ...known });
  const values = recorded.filter((value) => value.month <= month.month);
  const people = await namesOf(
    reads.store,
    values.map(({ reportedBy }) => reportedBy),
  );
  return {
    key,
    name: indicator.name,
    scopeName: scope?.name ?? null,
    nature,
    unit: indicator.unit,
    reportingUnit: entry.reporting.name,
    targets: entry.targets.map((target) => targetOnItsWay(month, target)),
    values: values.reverse().map((value) => shownRecord(value, entry, people)),
  };
}

/** The answer of GET /api/plans/{plan}/subjects/{subject}. */
export async function readSubject(
  reads: Reads,
  { plan, subject: key }: { plan: string; subject: string },
  query: SubjectQuery,
): Promise<Answer<Subject>> {
  const knowledge = knowledgeOf(query);
  const asked = await askPlan(reads, plan, knowledge);
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const { outline } = view;
  const subject = askSubject(outline, key);
  if (!subject.ok) return subject;
  const month = askMonth(reads, outline, "month", query.month);
  if (!month.ok) return month;
  const judged = monthView(view, month.value);
  const counted = judged.view.outline.subjects.find(({ row }) => row.key === key)?.measures ?? [];
  const measures: SubjectMeasure[] = [];
  for (const entry of counted) measures.push(await shownMeasure(reads, judged, entry, knowledge));
  return give({
    plan: planSummary(reads, outline),
    quotation: quotation(reads, asked.value, month.value),
    subject: shownSubject(outline, subject.value, month.value),
    measures,
  });
}
