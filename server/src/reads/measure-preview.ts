/** What a measure would move: the plan as it is beside the plan as it would be, judged by the same code. */
import { findIndicators, findPlanBook, inSnapshot } from "@beizeng/db";
import type { MeasurePreview } from "../contract/plan-edits.ts";
import { departmentFigures } from "../domain/attribution.ts";
import { earlier, type Month, monthsFrom } from "../domain/month.ts";
import { readingName } from "../domain/words.ts";
import { findLastClosed } from "../plans/asked-addition.ts";
import { type AskedMeasure, bookExtended, readMeasure, type TypedMeasure } from "../plans/asked-measure.ts";
import { outlineOf, type TargetEntry } from "../plans/outline.ts";
import { shownShare } from "../plans/shown-figure.ts";
import { type MonthView, monthView, type PlanView, planView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { assignedTargets } from "./assigned-targets.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

interface Compared {
  readonly before: PlanView;
  readonly after: PlanView;
  readonly running: Month;
}

const lightOf = (view: PlanView, target: string, month: Month) => {
  const judged = monthView(view, month);
  const entry = judged.view.outline.targetByKey.get(target);
  return entry === undefined ? null : judged.assessment(entry).light;
};

function movedTarget(
  { before, after, running }: Compared,
  entry: TargetEntry,
  from: Month,
): MeasurePreview["targets"][number] {
  const { row, measure } = entry;
  const isNew = !before.outline.targetByKey.has(row.key);
  const { deadline } = entry.target;
  const months = monthsFrom(from, deadline === null ? running : earlier(running, deadline));
  return {
    target: row.key,
    subjectName: measure.subject.row.name,
    name: readingName(row.reading, measure.row.indicator.name),
    horizon: row.horizon,
    isNew,
    months: months.flatMap((month) => {
      const [was, is] = [lightOf(before, row.key, month), lightOf(after, row.key, month)];
      return was === is ? [] : [{ month, before: was, after: is }];
    }),
  };
}

type Unit = MeasurePreview["units"][number];

function standingOf(month: MonthView, unit: string, horizon: string): Unit["before"] {
  const { composite, reported, due } = departmentFigures(assignedTargets(month, unit, horizon), "full");
  return { composite: shownShare(composite), reported, targets: due };
}

/** The units that would stand otherwise in the running month: by their composite, or with more that is due. */
function movedUnits({ before, after, running }: Compared, { targets, from }: AskedMeasure): Unit[] {
  if (from > running) return [];
  const [was, is] = [monthView(before, running), monthView(after, running)];
  const units = [...is.view.outline.departments.values()];
  return [...new Set(targets.map(({ target }) => target.horizon))].flatMap((horizon) =>
    units.flatMap(({ key: department, name }) => {
      const [then, now] = [standingOf(was, department, horizon), standingOf(is, department, horizon)];
      const isSame = JSON.stringify(then) === JSON.stringify(now);
      return isSame ? [] : [{ department, name, horizon, before: then, after: now }];
    }),
  );
}

/** The answer of POST /api/plans/{plan}/subjects/{subject}/measures/preview; nothing is written. */
export async function previewMeasure(reads: Reads, plan: string, typed: TypedMeasure): Promise<Answer<MeasurePreview>> {
  const found = await askPlan(reads, plan, knowledgeOf({}));
  if (!found.ok) return found;
  const before = found.value.view;
  const planId = before.outline.facts.id;
  const { book, indicators, lastClosed } = await inSnapshot(reads.store, async (reader) => ({
    book: await findPlanBook(reader, plan),
    indicators: await findIndicators(reader),
    lastClosed: await findLastClosed(reader, planId),
  }));
  if (book === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const read = readMeasure(typed, before.outline, { indicators, lastClosed });
  if (!read.ok) return read;
  const asked = read.value;
  const after = planView(outlineOf(bookExtended(book, asked, reads.instant())), before.standing, before.basis);
  const compared = { before, after, running: runningMonth(reads) };
  const keys = new Set(asked.targets.flatMap(({ target, partOf }) => [target.key, partOf?.row.key ?? target.key]));
  const entries = after.outline.targets.filter(({ row }) => keys.has(row.key));
  return give({
    from: asked.from,
    targets: entries.map((entry) => movedTarget(compared, entry, asked.from)),
    units: movedUnits(compared, asked),
  });
}
