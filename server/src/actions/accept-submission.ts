import {
  findPlanKey,
  findSubmission,
  findSubmissionLines,
  insertObservation,
  insertSubmissionMove,
  inTransaction,
  type RecordedLine,
  type RecordedSubmission,
  type StandingValue,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { Month } from "../domain/month.ts";
import { decideMove } from "../domain/workflow.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findView, keepView } from "../plans/find-view.ts";
import { headlineTargets, updateHeadlineRows } from "../plans/headline-rows.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { storedMonth } from "../plans/stored.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { audit, raise } from "./ledger.ts";
import { moveRefused, standingOf } from "./submission-standing.ts";

/** A submission to be accepted. */
export interface AcceptSubmission {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds: when the figures become known. */
  readonly now: string;
  readonly submission: number;
}

/** A submission that was accepted, the ledger's revision, and how many figures entered it. */
export interface Accepted {
  readonly submission: number;
  readonly revision: number;
  readonly observations: number;
}

/** The lines of the last round; of several for a measure the last one. */
function countedLines(lines: readonly RecordedLine[]): readonly RecordedLine[] {
  const last = Math.max(...lines.map(({ round }) => round));
  return [...new Map(lines.filter(({ round }) => round === last).map((line) => [line.measureId, line])).values()];
}

const figuresOf = ({ entries, exits, stock, amount }: StandingValue) => ({ entries, exits, stock, amount });

interface Entered {
  readonly entry: MeasureEntry;
  readonly value: StandingValue;
  /** What the audit keeps of it: all of it, and what it took the place of. */
  readonly kept: object;
}

/** Enters the lines as observations; what stands already for the month is superseded and stays readable. */
async function enter(
  transaction: Transaction,
  { actor, now }: AcceptSubmission,
  submission: RecordedSubmission,
  view: PlanView,
  lines: readonly RecordedLine[],
  revision: number,
): Promise<readonly Entered[]> {
  const submitted = submission.moves.findLast(({ move }) => move === "submit");
  if (submitted === undefined) throw new Error(`submission ${submission.id} was never submitted`);
  const entered: Entered[] = [];
  const measures = new Map(view.outline.measures.map((entry) => [entry.row.id, entry]));
  for (const line of lines) {
    const entry = measures.get(line.measureId);
    if (entry === undefined) throw new Error(`submission ${submission.id} has a line of another plan`);
    const { measureId, basis, entries, exits, stock, amount, doneOn, note } = line;
    const former = view.standing.get(measureId)?.find(({ month }) => month === submission.period);
    const figures = { entries, exits, stock, amount };
    const said = {
      doneOn,
      reportedBy: submitted.actor,
      reportedAt: submitted.at,
      reason: submitted.reason ?? line.reason,
      note,
    };
    await insertObservation(transaction, {
      measureId,
      basis,
      month: submission.period,
      ...figures,
      ...said,
      submissionId: submission.id,
      acceptedBy: actor.id,
      knownAt: now,
      revision,
      corrects: former?.number ?? null,
    });
    const number = (former?.number ?? 0) + 1;
    const value = { month: submission.period, number, ...figures, isCorrected: number > 1 };
    const kept = {
      measure: entry.row.key,
      basis,
      ...value,
      ...said,
      former: former === undefined ? null : figuresOf(former),
    };
    entered.push({ entry, value, kept });
  }
  return entered;
}

/** The headline targets that the figures of some measures move: their own, and those made of their targets. */
function movedHeadlines({ outline }: PlanView, measureIds: ReadonlySet<number>) {
  return headlineTargets(outline).filter(
    ({ measure, parts }) => measureIds.has(measure.row.id) || parts.some((part) => measureIds.has(part.measure.row.id)),
  );
}

interface Written extends Accepted {
  readonly plan: string;
  readonly basis: Basis;
  readonly view: PlanView;
}

async function accept(store: Store, transaction: Transaction, request: AcceptSubmission): Promise<Answer<Written>> {
  const { actor, now, submission: id } = request;
  const submission = await findSubmission(transaction, id);
  if (submission === null) return refuse({ code: "unknown-submission", field: "submission", value: String(id) });
  const standing = standingOf(submission);
  const mover = { account: actor.id, role: actor.role, departments: actor.departments };
  const move = decideMove(standing, { move: "accept", mover, reason: null });
  if (!move.ok) return moveRefused(move.reason, standing);
  const lines = countedLines(await findSubmissionLines(transaction, id));
  const basis = lines[0]?.basis ?? "department";
  const plan = (await findPlanKey(transaction, submission.planId)) ?? "";
  const found = await findView(store, transaction, plan, basis);
  if (found === null) throw new Error(`submission ${id} is of no plan`);

  const deed = { action: "accept-submission", at: now, actor, entity: `submission:${id}` };
  const revision = await raise(transaction, deed.action, now);
  const entered = await enter(transaction, request, submission, found.view, lines, revision);
  const who = { actor: actor.id, actorRole: actor.role, at: now, reason: null, revision };
  const states = { fromState: standing.state, toState: move.state };
  await insertSubmissionMove(transaction, { submissionId: id, move: "accept", ...states, ...who });
  const view = found.view.after(entered);
  const moved = movedHeadlines(view, new Set(lines.map(({ measureId }) => measureId)));
  const running: Month = storedMonth(dayInChina(now).slice(0, 7));
  await updateHeadlineRows(transaction, view, moved, { basis, from: storedMonth(submission.period), running });
  const kept = entered.map((each) => each.kept);
  await audit(transaction, deed, revision, { plan, period: submission.period, observations: kept });
  return give({ submission: id, revision, observations: entered.length, plan, basis, view });
}

/**
 * Accepts a submission: its figures enter the ledger, and the rows of the headlines that they move are written with
 * them. Nobody accepts what they submitted. DOMAIN section 8.
 */
export async function acceptSubmission(store: Store, request: AcceptSubmission): Promise<Answer<Accepted>> {
  const answer = await inTransaction(store, (transaction) => accept(store, transaction, request));
  if (!answer.ok) return answer;
  const { submission, revision, observations, plan, basis, view } = answer.value;
  keepView(store, { plan, basis, view, revision });
  return give({ submission, revision, observations });
}
