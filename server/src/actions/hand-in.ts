/** Handing in a paper: what a report, a correction and a confirmation have in common. */
import {
  findSubmissions,
  insertSubmission,
  insertSubmissionLine,
  insertSubmissionMove,
  inTransaction,
  type RecordedSubmission,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Basis, SubmissionKind } from "@beizeng/db/vocabulary";
import { isBaseOf } from "../domain/base.ts";
import { isMonth, type Month, periodEnd } from "../domain/month.ts";
import { observationAt } from "../domain/observation.ts";
import { decideMove } from "../domain/workflow.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findView, noteWrite } from "../plans/find-view.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Actor, moverOf, writesOn } from "./actor.ts";
import { audit, type Deed, raise } from "./ledger.ts";
import { type Paper, type ReportLine, readLines, type StoredLine } from "./report-lines.ts";
import { moveRefused, standingOf, stateOf } from "./submission-standing.ts";

/** A paper on its way in; `kind` says what it is, `reason` why an accepted figure is corrected. */
export interface HandedIn {
  readonly action: string;
  readonly kind: SubmissionKind;
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  readonly department: string;
  readonly period: string;
  readonly basis: Basis;
  readonly lines: readonly ReportLine[];
  readonly reason: string | null;
}

/** A paper that was handed in: its id, the round (1, one more after each return) and the ledger's revision. */
export interface Submitted {
  readonly submission: number;
  readonly round: number;
  readonly revision: number;
}

/** What a paper is about: a month, and whether that is a base (基期) and no period of the plan's calendar. */
interface AskedPeriod {
  readonly period: Month;
  readonly isBase: boolean;
}

/** A period of the plan's calendar, or a month from whose values its targets count, that has ended by the instant. */
function askPeriod({ calendar, targets }: PlanOutline, period: string, now: string): Answer<AskedPeriod> {
  const running = dayInChina(now).slice(0, 7);
  const all = targets.map(({ target }) => target);
  if (isMonth(period) && period < running) {
    if (period >= calendar.firstPeriod && periodEnd(period, calendar.frequency) === period) {
      return give({ period, isBase: false });
    }
    if (isBaseOf(all, period)) return give({ period, isBase: true });
  }
  const origins = [...new Set(all.map(({ origin }) => origin))].sort();
  const bases = origins.filter((origin) => isBaseOf(all, origin)).join(", ");
  const zh = `${calendar.firstPeriod} 起、${running} 前结束的${calendar.frequency === "month" ? "月份" : "季度末月"}`;
  const en = `a ${calendar.frequency}'s last month from ${calendar.firstPeriod} and before ${running}`;
  const allowed = bases === "" ? { zh, en } : { zh: `${zh}，或基期 ${bases}`, en: `${en}, or the base ${bases}` };
  return refuse({ code: "period-not-open", field: "period", value: period, allowed });
}

/** The submission that a paper belongs to: one that is not accepted yet is handed in again, else a new one begins. */
function formerOf(given: HandedIn, all: readonly RecordedSubmission[]): RecordedSubmission | undefined {
  const former = all.findLast(({ kind, department }) => kind === given.kind && department === given.department);
  return given.kind !== "report" && former !== undefined && stateOf(former) === "accepted" ? undefined : former;
}

/** The accepted report that a correction is about; null for what is no correction. */
function correctedBy(given: HandedIn, all: readonly RecordedSubmission[]): Answer<number | null> {
  if (given.kind !== "correction") return give(null);
  const report = all.find(({ kind, department }) => kind === "report" && department === given.department);
  if (report !== undefined && stateOf(report) === "accepted") return give(report.id);
  return refuse({ code: "nothing-to-correct", field: "period", value: given.department });
}

/** A correction stands in the place of a figure that is there; of a base it may add one that was not known with the others. */
function assertCorrectable({ view, period, isBase }: Paper, lines: readonly StoredLine[]): Answer<null> {
  const without = lines.find(({ measure }) => observationAt(view.measure(measure), period) === null);
  if (isBase || without === undefined) return give(null);
  return refuse({ code: "nothing-to-correct", field: "lines", value: without.measure.row.key });
}

/** Everything that handing in asks for, read and decided. */
interface Decided {
  readonly outline: PlanOutline;
  readonly period: Month;
  readonly lines: readonly StoredLine[];
  readonly former: RecordedSubmission | undefined;
  readonly corrects: number | null;
  readonly number: number;
}

async function decide(store: Store, transaction: Transaction, given: HandedIn): Promise<Answer<Decided>> {
  const { actor, basis, department, now, reason } = given;
  const found = await findView(store, transaction, given.plan, basis);
  if (found === null) return refuse({ code: "unknown-plan", field: "plan", value: given.plan, allowed: "" });
  const { view } = found;
  const { outline } = view;
  if (!outline.departments.has(department)) {
    return refuse({ code: "unknown-department", field: "department", value: department });
  }
  if (!writesOn(actor, basis)) return refuse({ code: "not-your-role" });
  const asked = askPeriod(outline, given.period, now);
  if (!asked.ok) return asked;
  const { period, isBase } = asked.value;
  const ofPeriod = await findSubmissions(transaction, { planId: outline.facts.id, from: period, until: period });
  const former = formerOf(given, ofPeriod);
  const way =
    former === undefined
      ? ({ kind: given.kind, state: "open", department, submittedBy: null } as const)
      : standingOf(former);
  const move = decideMove(way, { move: "submit", mover: moverOf(actor, department, basis), reason });
  if (!move.ok) return moveRefused(move.reason, way);
  const corrects = correctedBy(given, ofPeriod);
  if (!corrects.ok) return corrects;
  const paper = { view, department, period, isBase };
  const lines = readLines(paper, given.lines);
  if (!lines.ok) return lines;
  if (given.kind === "correction") {
    const correctable = assertCorrectable(paper, lines.value);
    if (!correctable.ok) return correctable;
  }
  const number = ofPeriod.filter((submission) => submission.department === department).length + 1;
  return give({ outline, period, lines: lines.value, former, corrects: corrects.value, number });
}

function begin(transaction: Transaction, given: HandedIn, decided: Decided): Promise<number> {
  const { outline, period, corrects, number } = decided;
  const departmentId = outline.departments.get(given.department)?.id;
  if (departmentId === undefined) throw new Error(`${given.department} was decided on and is not there`);
  return insertSubmission(transaction, {
    planId: outline.facts.id,
    departmentId,
    period,
    kind: given.kind,
    correctsId: corrects,
    number,
    createdAt: given.now,
  });
}

/** Hands a paper in: one transaction, one revision, one row of the audit; or says why not and writes nothing. */
export async function handIn(store: Store, given: HandedIn): Promise<Answer<Submitted>> {
  const answer = await inTransaction(store, async (transaction): Promise<Answer<Submitted>> => {
    const decided = await decide(store, transaction, given);
    if (!decided.ok) return decided;
    const { former, lines, period } = decided.value;
    const { action, actor, now, plan, department, basis, reason, kind } = given;
    const revision = await raise(transaction, action, now);
    const submission = former?.id ?? (await begin(transaction, given, decided.value));
    const round = (former?.moves ?? []).filter(({ move }) => move === "submit").length + 1;
    for (const { measure, figures, doneOn, isUnchanged, note, reason: word } of lines) {
      const line = { measureId: measure.row.id, basis, ...figures, doneOn, isUnchanged, note, reason: word };
      await insertSubmissionLine(transaction, { submissionId: submission, round, ...line, revision });
    }
    await insertSubmissionMove(transaction, {
      submissionId: submission,
      move: "submit",
      fromState: former === undefined ? "open" : stateOf(former),
      toState: "submitted",
      actor: actor.id,
      actorRole: actor.role,
      at: now,
      reason,
      revision,
    });
    const deed: Deed = { action, at: now, actor, entity: `submission:${submission}` };
    const written = lines.map(({ measure, ...line }) => ({ measure: measure.row.key, ...line }));
    await audit(transaction, deed, revision, { plan, department, period, kind, basis, round, reason, lines: written });
    return give({ submission, round, revision });
  });
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
