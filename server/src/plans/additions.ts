/** What was added to a plan after it was loaded counts from its month, in every arithmetic: before it the plan is without. */
import type { BookAddition, PlanBook } from "@beizeng/db";
import type { Calendar } from "../domain/model.ts";
import { addMonths, later, type Month } from "../domain/month.ts";
import type { MeasureEntry, TargetEntry } from "./outline.ts";
import { storedMonth } from "./stored.ts";

/** What may have been added. */
interface Addable {
  readonly addition: BookAddition | null;
}

/** How something was added, its month for the arithmetic; null for what the document itself says. */
export function additionOf({ addition }: Addable) {
  return addition === null ? null : { ...addition, from: storedMonth(addition.from) };
}

/** Whether something of a plan counts in a month. */
export function isCountedAt({ addition }: Addable, month: Month): boolean {
  return addition === null || addition.from <= month;
}

/** The first month in which a target is judged: the one after its origin, or that from which it was added. */
export function firstCounted({ target, measure }: Pick<TargetEntry, "target" | "measure">): Month {
  const first = addMonths(target.origin, 1);
  const { addition } = measure.row;
  return addition === null ? first : later(first, storedMonth(addition.from));
}

/** The calendar by which a measure is asked for: nobody was asked for it before it was added. */
export function calendarFor({ row: { addition } }: MeasureEntry, calendar: Calendar): Calendar {
  if (addition === null) return calendar;
  return { ...calendar, firstPeriod: later(calendar.firstPeriod, storedMonth(addition.from)) };
}

/** The months from which something of a book was added, ascending. */
export function additionMonths({ subjects, measures }: PlanBook): readonly string[] {
  const months = [...subjects, ...measures].flatMap(({ addition }) => (addition === null ? [] : [addition.from]));
  return [...new Set(months)].sort();
}

/** The book of what of a plan counts in a month. */
export function bookAt(book: PlanBook, month: Month): PlanBook {
  const measures = book.measures.filter((measure) => isCountedAt(measure, month));
  const measured = new Set(measures.map(({ key }) => key));
  const targets = book.targets.filter(({ measure }) => measured.has(measure));
  const keys = new Set(targets.map(({ key }) => key));
  return {
    ...book,
    subjects: book.subjects.filter((subject) => isCountedAt(subject, month)),
    measures,
    targets: targets.map(({ madeOf, ...target }) => ({
      ...target,
      madeOf: madeOf === null ? null : { ...madeOf, parts: madeOf.parts.filter((part) => keys.has(part)) },
    })),
  };
}
