/** A plan as the reads see it: everything that it says, joined, with the targets ready for the arithmetic. */
import type { BookDepartment, BookMeasure, BookSubject, BookTarget, PlanBook, PlanFacts } from "@beizeng/db";
import type { Calendar, EntryCalendar, LightRule, Target } from "../domain/model.ts";
import { earlier, type Month } from "../domain/month.ts";
import { additionMonths, bookAt } from "./additions.ts";
import { calendarOf, entryCalendarsOf, rulesOf, targetOf } from "./stored.ts";

/** A subject with its measures, in the order of the document. */
export interface SubjectEntry {
  readonly row: BookSubject;
  readonly measures: readonly MeasureEntry[];
}

/** A measure with its subject, targets and the unit that reports it. */
export interface MeasureEntry {
  readonly row: BookMeasure;
  readonly subject: SubjectEntry;
  readonly targets: readonly TargetEntry[];
  /** The same targets for the arithmetic. */
  readonly siblings: readonly Target[];
  readonly reporting: BookDepartment;
}

/** A target with its measure and the targets that it declares itself made of. */
export interface TargetEntry {
  readonly row: BookTarget;
  readonly target: Target;
  readonly measure: MeasureEntry;
  readonly parts: readonly TargetEntry[];
}

/** The whole plan; keys are those of the document. */
export interface PlanOutline {
  /** What it was joined of: all of it that is a mere value, for whoever joins it anew elsewhere. */
  readonly book: PlanBook;
  readonly facts: PlanFacts;
  readonly calendar: Calendar;
  readonly rules: readonly LightRule[];
  /** The plan's own tables of the batch curve. */
  readonly entryCalendars: readonly EntryCalendar[];
  /** Both as the store keeps them: what the document says, and what the office set. */
  readonly judging: Pick<PlanBook, "lightRules" | "entryCalendars">;
  /** How units are appraised (季考评), ascending by month; of one month the last holds. */
  readonly appraisalRules: PlanBook["appraisalRules"];
  readonly departments: ReadonlyMap<string, BookDepartment>;
  readonly subjects: readonly SubjectEntry[];
  readonly measures: readonly MeasureEntry[];
  readonly targets: readonly TargetEntry[];
  readonly targetByKey: ReadonlyMap<string, TargetEntry>;
  /** Deadline months in order, then `standing` where there is such a target. */
  readonly horizons: readonly string[];
  /** The earliest origin of its targets. */
  readonly firstMonth: Month;
  /** The plan as it counts in a month: without what was added from a later one. */
  readonly at: (month: Month) => PlanOutline;
}

type Growing<Entry> = { -readonly [Name in keyof Entry]: Entry[Name] };

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the store's book names ${key}, which it does not hold`);
  return value;
}

/** Joins what the store's book says. A book without targets throws. */
export function outlineOf(book: PlanBook): PlanOutline {
  const months = additionMonths(book);
  const kept = new Map<string | undefined, PlanOutline>();
  const at = (month: Month): PlanOutline => {
    const last = months.findLast((from) => from <= month);
    const fresh = kept.get(last) ?? joined(bookAt(book, month), at);
    kept.set(last, fresh);
    return fresh;
  };
  const whole = joined(book, at);
  kept.set(months.at(-1), whole);
  return whole;
}

/** Joins the book of one state of the plan; `at` answers any other. */
function joined(book: PlanBook, at: PlanOutline["at"]): PlanOutline {
  const departments = new Map(book.departments.map((department) => [department.key, department]));
  const subjects = new Map(book.subjects.map((row) => [row.key, { row, measures: Array.of<MeasureEntry>() }]));
  const measures = new Map<string, MeasureEntry & { targets: TargetEntry[]; siblings: Target[] }>();
  for (const row of book.measures) {
    const subject = found(subjects, row.subject);
    const measure = {
      row,
      subject,
      targets: Array.of<TargetEntry>(),
      siblings: Array.of<Target>(),
      reporting: found(departments, row.reporting),
    };
    subject.measures.push(measure);
    measures.set(row.key, measure);
  }
  const entryCalendars = entryCalendarsOf(book);
  const targets = new Map<string, Growing<TargetEntry>>();
  for (const row of book.targets) {
    const measure = found(measures, row.measure);
    const entry = { row, target: targetOf(row, entryCalendars), measure, parts: [] };
    measure.targets.push(entry);
    measure.siblings.push(entry.target);
    targets.set(row.key, entry);
  }
  for (const entry of targets.values()) entry.parts = (entry.row.madeOf?.parts ?? []).map((key) => found(targets, key));
  const origins = [...targets.values()].map(({ target }) => target.origin);
  return {
    book,
    facts: book.plan,
    calendar: calendarOf(book),
    rules: rulesOf(book),
    entryCalendars,
    judging: { lightRules: book.lightRules, entryCalendars: book.entryCalendars },
    appraisalRules: book.appraisalRules,
    departments,
    subjects: [...subjects.values()],
    measures: [...measures.values()],
    targets: [...targets.values()],
    targetByKey: targets,
    // "standing" sorts after every month.
    horizons: [...new Set(book.targets.map(({ horizon }) => horizon))].sort(),
    firstMonth: origins.reduce(earlier),
    at,
  };
}
