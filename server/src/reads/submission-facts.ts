/** What the queue of reviews and a submission's own page say alike. */
import {
  findObservations,
  findPlanKey,
  findSubmission,
  findSubmissionLines,
  type RecordedSubmission,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Text } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import { type CountedLine, linesThatCount } from "../plans/counted-lines.ts";
import type { DueDays } from "../plans/due-days.ts";
import { storedMonth } from "../plans/stored.ts";
import { type PlanView, planView } from "../plans/view.ts";
import type { Reads } from "./reads.ts";

/** A submission with its plan's figures and its lines that count. */
export interface OpenedSubmission {
  readonly recorded: RecordedSubmission;
  /** What stands beside it: now, and of an accepted one what stood when it was decided on. */
  readonly view: PlanView;
  /** What stands of the departments, against which a confirmation is held; null of any other submission. */
  readonly reported: PlanView | null;
  readonly basis: Basis;
  readonly period: Month;
  readonly counted: readonly CountedLine[];
}

/** The figures before it was accepted, without its own; of one that is not, the figures of today. */
async function decidedOn(
  { store }: Pick<Reads, "store">,
  { moves }: RecordedSubmission,
  view: PlanView,
): Promise<PlanView> {
  const accepted = moves.findLast(({ move }) => move === "accept");
  if (accepted === undefined) return view;
  const { outline, basis } = view;
  const before = { planId: outline.facts.id, basis, asOfRevision: accepted.revision - 1 };
  return planView(outline, await findObservations(store, before), basis);
}

/** Opens a submission; null where there is none of the number. */
export async function openSubmission(
  reads: Pick<Reads, "store" | "view">,
  id: number,
): Promise<OpenedSubmission | null> {
  const recorded = await findSubmission(reads.store, id);
  if (recorded === null) return null;
  const lines = await findSubmissionLines(reads.store, id);
  const basis = lines.at(-1)?.basis ?? "department";
  const plan = (await findPlanKey(reads.store, recorded.planId)) ?? "";
  const known = await reads.view(plan, { basis, asKnownOn: null });
  if (known === null) throw new Error(`submission ${id} is of no plan`);
  const view = await decidedOn(reads, recorded, known.view);
  const counted = lines.length === 0 ? [] : linesThatCount(view, recorded.period, lines);
  const beside = basis === "statistics" ? await reads.view(plan, { basis: "department", asKnownOn: null }) : null;
  const views = { view, reported: beside?.view ?? null };
  return { recorded, ...views, basis, period: storedMonth(recorded.period), counted };
}

/** The facts of a submission that do not depend on its figures, by the due days of its plan. */
export function factsOf({ recorded, view, basis, period }: OpenedSubmission, dueDays: DueDays) {
  const { facts, calendar, departments } = view.outline;
  const { department, kind, moves } = recorded;
  const submits = moves.filter(({ move }) => move === "submit");
  const isAskedByCalendar = kind === "report" && period >= calendar.firstPeriod;
  const due = isAskedByCalendar ? dueDays(department, period) : null;
  const first = submits[0];
  const unit: Text = departments.get(department)?.name ?? { zh: department, en: department };
  return {
    submission: String(recorded.id),
    plan: facts.key,
    planTitle: facts.title,
    place: facts.jurisdiction.name,
    department,
    departmentName: unit,
    period,
    kind,
    basis,
    round: submits.length,
    dueOn: due?.dueOn ?? null,
    extension: due?.extension?.reason ?? null,
    isLate: due !== null && first !== undefined && dayInChina(first.at) > due.dueOn,
    handedIn: submits.at(-1) ?? null,
  };
}
