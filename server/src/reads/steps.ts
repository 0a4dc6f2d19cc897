/** Which quarter brought what to a subject, and from which unit. */
import { findRecordedValues, type RecordedValue } from "@beizeng/db";
import { additiveReadings, type Reading } from "@beizeng/db/vocabulary";
import type { SubjectQuery } from "../contract/questions.ts";
import type { StepGroup, Steps } from "../contract/steps.ts";
import { scheduleOf } from "../domain/assess.ts";
import { quarterInWords, stepsInWords } from "../domain/chain-sentences.ts";
import { add, type Fraction, ofScaled, sign, subtract, zero } from "../domain/fraction.ts";
import type { Text } from "../domain/model.ts";
import { addMonths, earlier, later, latestPeriod, type Month, periodEnd } from "../domain/month.ts";
import { originOf } from "../domain/observation.ts";
import { quantityInWords } from "../domain/quantity.ts";
import { readAt, startOf } from "../domain/reading.ts";
import { sumOf } from "../domain/roll-up.ts";
import { mostOf, quartersFrom, type Step, stepsOf } from "../domain/steps.ts";
import { readingName } from "../domain/words.ts";
import { calendarFor, firstCounted } from "../plans/additions.ts";
import { dayInChina, endOfDay } from "../plans/china-day.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import { type Figure, noFigure, shownShort, shownValue } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { distanceUnit } from "./named-target.ts";
import { namesOf } from "./people.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askMonth, askPlan, askSubject, knowledgeOf } from "./questions.ts";
import type { Knowledge, Reads } from "./reads.ts";

/** Readings of which a quarter can bring something: counts, and what stands at a month's end. */
const steppedReadings: readonly Reading[] = [...additiveReadings, "total", "level"];

/** What is reported since January begins anew each year: a quarter brings its own part of the flow. */
const isFlow = ({ row, measure }: TargetEntry) => row.reading === "level" && measure.row.nature === "yearly-flow";

/** What moves both ways, and is told by how much. */
const isChange = (entry: TargetEntry) =>
  !isFlow(entry) && (entry.row.reading === "total" || entry.row.reading === "level" || entry.row.reading === "net");

const deadlineOf = ({ target }: TargetEntry, month: Month) => target.deadline ?? month;

/** Of a measure's targets in one reading the one that runs longest: its schedule leads through the nearer ones. */
const longest = (entries: readonly TargetEntry[], month: Month) =>
  entries.toSorted((left, right) => (deadlineOf(left, month) < deadlineOf(right, month) ? 1 : -1))[0];

/** The measures that bring something: a headline without a value of its own is brought by its parts. */
const sourcesOf = (month: MonthView, entry: TargetEntry): readonly TargetEntry[] =>
  month.assessment(entry).rollUp === null || entry.parts.length === 0 ? [entry] : entry.parts;

/** The subject's targets by what they count, of each measure the longest, in the order of the document. */
function kindsOf(month: MonthView, subject: SubjectEntry): readonly (readonly [string, readonly TargetEntry[]])[] {
  const kinds = new Map<string, TargetEntry[]>();
  for (const measure of subject.measures) {
    for (const reading of new Set(measure.targets.map(({ row }) => row.reading))) {
      const entry = longest(
        measure.targets.filter(({ row }) => row.reading === reading),
        month.month,
      );
      if (entry === undefined || !steppedReadings.includes(reading)) continue;
      const key = `${measure.row.indicator.key}.${reading}`;
      kinds.set(key, [...(kinds.get(key) ?? []), ...sourcesOf(month, entry)]);
    }
  }
  return [...kinds];
}

/** What is known of one source: where it begins, what was reported, what was due. */
interface Source {
  readonly entry: TargetEntry;
  readonly span: { readonly from: Month; readonly to: Month };
  readonly stepped: Omit<Parameters<typeof stepsOf>[0], "quarters">;
  readonly recorded: readonly RecordedValue[];
}

function sourceOf(month: MonthView, entry: TargetEntry, recorded: readonly RecordedValue[]): Source {
  const { measure, target, row } = entry;
  const known = month.view.measure(measure);
  const origin = originOf(target, measure.siblings);
  const base = { measure: known, measureOrigin: origin, origin };
  const values = known.observations
    .filter((seen) => seen.month > origin && seen.month <= month.month)
    .map(({ month: of, amount }) => ({
      month: of,
      value: isFlow(entry)
        ? amount === null
          ? null
          : ofScaled(amount, known.decimals)
        : readAt(row.reading, base, of),
    }));
  const { frequency, firstPeriod } = calendarFor(measure, month.view.outline.calendar);
  const until = earlier(month.month, periodEnd(deadlineOf(entry, month.month), frequency));
  const first = later(firstPeriod, firstCounted(entry));
  const last = latestPeriod(until, frequency, firstPeriod, origin);
  return {
    entry,
    span: { from: values[0] === undefined ? first : earlier(first, values[0].month), to: until },
    stepped: {
      values,
      start: { month: origin, value: isFlow(entry) ? null : startOf(row.reading, base) },
      restartsYearly: isFlow(entry),
      due: last === null ? null : { first: periodEnd(first, frequency), last },
    },
    recorded,
  };
}

/** By how much the schedule rises within a quarter; null where it does not say. */
function dueOf(month: MonthView, { entry, span }: Source, quarter: Month): Fraction | null {
  if (isFlow(entry) || quarter < span.from) return null;
  const before = later(entry.target.origin, addMonths(quarter, -3));
  const [then = null, now = null] = scheduleOf(month.input(entry), [before, quarter]);
  return then === null || now === null ? null : subtract(now, then);
}

type Told = (value: Fraction | null) => Figure;

/** How a group's quantities are written: with a plus where they are changes. */
function toldBy(entry: TargetEntry, decimals: number): Told {
  return (value) => {
    const figure = shownValue(value, decimals);
    return value !== null && isChange(entry) && sign(value) > 0 ? { ...figure, text: `+${figure.text}` } : figure;
  };
}

/** The sum of what is known; null of nothing. */
const sumKnown = (values: readonly (Fraction | null)[]): Fraction | null => {
  const known = values.flatMap((value) => value ?? []);
  return known.length === 0 ? null : sumOf(known);
};

function partOf(step: Step, place: number, { recorded }: Source, told: Told, people: (key: string) => string) {
  const report = recorded.findLast(({ month, isSuperseded }) => month === step.standsAt && !isSuperseded);
  return {
    source: place,
    state: step.state,
    gained: told(step.gained),
    since: step.since,
    standsAt: step.standsAt,
    reporter: report === undefined ? null : people(report.reportedBy),
    reportedOn: report === undefined ? null : dayInChina(report.reportedAt),
    isCorrected: report !== undefined && report.number > 1,
  };
}

/** Of a subject's own measures the part that each is about; of a headline's parts the chain. */
const nameOf = ({ measure }: TargetEntry, subject: SubjectEntry): Text =>
  measure.subject === subject ? (measure.row.scope?.name ?? measure.subject.row.name) : measure.subject.row.name;

function groupOf(
  month: MonthView,
  subject: SubjectEntry,
  key: string,
  sources: readonly Source[],
  people: (key: string) => string,
): StepGroup | null {
  const [lead] = sources;
  const own = subject.measures.flatMap(({ targets }) => targets);
  const named = own.find(({ row, measure }) => `${measure.row.indicator.key}.${row.reading}` === key);
  if (lead === undefined || named === undefined) return null;
  const { unit, decimals } = month.assessment(named);
  const told = toldBy(named, decimals);
  const from = sources.map(({ span }) => span.from).reduce(earlier);
  const to = sources.map(({ span }) => span.to).reduce(later);
  const quarters = quartersFrom(from, to);
  const steps = sources.map(({ stepped }) => stepsOf({ ...stepped, quarters }));
  const gains = quarters.map((_, at) => sumKnown(steps.map((own) => own[at]?.gained ?? null)));
  let running: Fraction | null = null;
  const shown = quarters.map((quarter, at) => {
    const gained = gains[at] ?? null;
    if (gained !== null) running = add(running ?? zero, gained);
    const dues = sources.map((source) => dueOf(month, source, quarter));
    const due = dues.some((each) => each === null) ? null : sumKnown(dues);
    return {
      quarter,
      name: quarterInWords(quarter),
      gained: told(gained),
      due: due === null ? noFigure : shownShort(due, gained ?? zero, decimals),
      running: told(running),
      parts: steps.flatMap((own, place) => {
        const [step, source] = [own[at], sources[place]];
        return step === undefined || source === undefined ? [] : [partOf(step, place, source, told, people)];
      }),
    };
  });
  const totals = steps.map((own) => sumKnown(own.map(({ gained }) => gained)));
  const total = sumKnown(totals);
  const inWords = (value: Fraction) => quantityInWords(told(value).text, distanceUnit(unit));
  const best = mostOf(quarters.map((quarter, at) => ({ entry: quarter, amount: gains[at] ?? null })));
  const most = mostOf(sources.map((source, place) => ({ entry: source, amount: totals[place] ?? null })));
  const lastPlace = gains.findLastIndex((gained) => gained !== null);
  const [lastQuarter, lastGain = null] = [quarters[lastPlace], gains[lastPlace]];
  return {
    key,
    indicatorName: named.measure.row.indicator.name,
    reading: named.row.reading,
    unit,
    sources: sources.map(({ entry }, place) => ({
      measure: entry.measure.row.key,
      name: nameOf(entry, subject),
      department: entry.measure.reporting.key,
      departmentName: entry.measure.reporting.name,
      gained: told(totals[place] ?? null),
    })),
    quarters: shown,
    total: told(total),
    sentence: stepsInWords({
      indicator: readingName(named.row.reading, named.measure.row.indicator.name),
      total: total === null ? null : inWords(total),
      best: best === null ? null : { quarter: best.entry, quantity: inWords(best.amount) },
      latest:
        lastQuarter === undefined || lastGain === null ? null : { quarter: lastQuarter, quantity: inWords(lastGain) },
      source:
        sources.length < 2 || most === null
          ? null
          : { name: nameOf(most.entry.entry, subject), quantity: inWords(most.amount) },
    }),
  };
}

/** What was accepted of each source, up to the month. */
async function recordedOf(
  { store }: Reads,
  { measure }: TargetEntry,
  { basis, asKnownOn }: Knowledge,
  month: Month,
): Promise<readonly RecordedValue[]> {
  const known = asKnownOn === null ? {} : { asKnownOn: endOfDay(asKnownOn) };
  const recorded = await findRecordedValues(store, { measureId: measure.row.id, basis, ...known });
  return recorded.filter((value) => value.month <= month);
}

/** The answer of GET /api/plans/{plan}/subjects/{subject}/steps. */
export async function readSteps(
  reads: Reads,
  { plan, subject: key }: { plan: string; subject: string },
  query: SubjectQuery,
): Promise<Answer<Steps>> {
  const knowledge = knowledgeOf(query);
  const asked = await askPlan(reads, plan, knowledge);
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const subject = askSubject(view.outline, key);
  if (!subject.ok) return subject;
  const at = askMonth(reads, view.outline, "month", query.month);
  if (!at.ok) return at;
  const month = monthView(view, at.value);
  const counted = month.view.outline.subjects.find(({ row }) => row.key === key) ?? subject.value;
  const groups: StepGroup[] = [];
  for (const [kind, entries] of kindsOf(month, counted)) {
    const sources: Source[] = [];
    for (const entry of entries) {
      sources.push(sourceOf(month, entry, await recordedOf(reads, entry, knowledge, at.value)));
    }
    const reporters = sources.flatMap(({ recorded }) => recorded.map(({ reportedBy }) => reportedBy));
    const group = groupOf(month, counted, kind, sources, await namesOf(reads.store, reporters));
    if (group !== null) groups.push(group);
  }
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, at.value),
    subject: subjectSummary(subject.value),
    groups,
  });
}
