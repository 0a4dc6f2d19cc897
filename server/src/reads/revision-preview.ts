/** What a new value of a target would move: the plan as it is beside the plan as it would be, judged by the same code. */
import { findMonthMoves, findPlanBook, inSnapshot } from "@beizeng/db";
import type { ConcernedTarget, RevisionPreview, RevisionQuery } from "../contract/revisions.ts";
import { later, type Month } from "../domain/month.ts";
import { monthStandingOf } from "../domain/months.ts";
import { readingName } from "../domain/words.ts";
import { bookRevised, readRevision } from "../plans/asked-revision.ts";
import { outlineOf, type TargetEntry } from "../plans/outline.ts";
import { monthView, type PlanView, planView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { history } from "./history.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reconciliations } from "./reconciliation.ts";
import { targetInWords } from "./target-in-words.ts";

interface Compared {
  readonly before: PlanView;
  readonly after: PlanView;
  readonly running: Month;
  /** The edition of each month that is closed. */
  readonly editions: ReadonlyMap<string, number>;
}

function concerned(
  { before, after, running, editions }: Compared,
  entry: TargetEntry,
  relation: ConcernedTarget["relation"],
  from: Month,
): ConcernedTarget {
  const then = after.outline.targetByKey.get(entry.row.key);
  if (then === undefined) throw new Error(`${entry.row.key} is gone once it is revised`);
  const { row, measure } = entry;
  const pointsAfter = new Map(history(after, then, running).map((point) => [point.month, point]));
  // A value of a month to come changes what is asked for, and no light yet.
  const at = later(from, running);
  const inWords = (view: PlanView, each: TargetEntry) => targetInWords(each, monthView(view, at).assessment(each));
  return {
    target: row.key,
    subject: measure.row.subject,
    subjectName: measure.subject.row.name,
    name: readingName(row.reading, measure.row.indicator.name),
    scopeName: measure.row.scope?.name ?? null,
    horizon: row.horizon,
    relation,
    before: inWords(before, entry),
    after: inWords(after, then),
    months: history(before, entry, running).flatMap((point) => {
      const moved = pointsAfter.get(point.month);
      if (moved === undefined) return [];
      return [{ month: point.month, edition: editions.get(point.month) ?? null, before: point, after: moved }];
    }),
  };
}

const isMoved = ({ months }: ConcernedTarget) =>
  months.some(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));

/** The target itself, then whatever else of the plan the new value moves. */
function concernedTargets(compared: Compared, entry: TargetEntry, from: Month): ConcernedTarget[] {
  const { targets } = compared.before.outline;
  const own = entry.measure.targets;
  const wholes = targets.filter(({ parts }) => parts.some((part) => own.includes(part)));
  const ways = own.filter((other) => other !== entry && !wholes.includes(other));
  return [
    concerned(compared, entry, "itself", from),
    ...wholes.map((whole) => concerned(compared, whole, "whole", from)).filter(isMoved),
    ...ways.map((way) => concerned(compared, way, "way", from)).filter(isMoved),
  ];
}

/** The headlines that the target is one of, or a part of, before and after. */
function comparedSums({ before, after, running }: Compared, key: string, from: Month) {
  const at = later(from, running);
  const then = new Map(reconciliations(after.outline, at).map((each) => [each.target, each]));
  return reconciliations(before.outline, at).flatMap((each) => {
    const moved = then.get(each.target);
    const entry = before.outline.targetByKey.get(each.target);
    const isAbout = each.target === key || entry?.parts.some(({ row }) => row.key === key);
    return isAbout && moved !== undefined ? [{ before: each, after: moved }] : [];
  });
}

/** The answer of GET /api/plans/{plan}/targets/{target}/revisions/preview. */
export async function previewRevision(
  reads: Reads,
  { plan, target }: { readonly plan: string; readonly target: string },
  query: RevisionQuery,
): Promise<Answer<RevisionPreview>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const before = asked.value.view;
  const read = readRevision({ target, ...query }, before.outline.targetByKey.get(target));
  if (!read.ok) return read;
  const { entry, from } = read.value;
  const planId = before.outline.facts.id;
  const { book, moves } = await inSnapshot(reads.store, async (reader) => ({
    book: await findPlanBook(reader, plan),
    moves: await findMonthMoves(reader, planId),
  }));
  if (book === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const after = planView(
    outlineOf(bookRevised(book, target, read.value, reads.instant())),
    before.standing,
    before.basis,
  );
  const closed = [...new Set(moves.map(({ month }) => month))].flatMap((month) => {
    const own = moves.filter((move) => move.month === month);
    const edition = own.findLast(({ move }) => move === "close")?.edition ?? null;
    return monthStandingOf(own).state === "closed" && edition !== null ? [[month, edition] as const] : [];
  });
  const compared: Compared = { before, after, running: runningMonth(reads), editions: new Map(closed) };
  return give({
    plan: planSummary(reads, before.outline),
    month: compared.running,
    from,
    targets: concernedTargets(compared, entry, from),
    reconciliations: comparedSums(compared, target, from),
  });
}
