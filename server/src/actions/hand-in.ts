/** Handing in a paper: what a report, a correction and a confirmation have in common. */
import {
  insertEvidenceOfLine,
  insertSubmission,
  insertSubmissionLine,
  insertSubmissionMove,
  inTransaction,
  type Store,
  type Transaction,
} from "@beizeng/db";
import type { Basis, SubmissionKind } from "@beizeng/db/vocabulary";
import { observationAt } from "../domain/observation.ts";
import { decideMove } from "../domain/workflow.ts";
import { type AskedPaper, askPaper, paperStanding } from "../papers/asked-paper.ts";
import { noteWrite } from "../plans/find-view.ts";
import { stateOf } from "../plans/submission-state.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Actor, moverOf, writesOn } from "./actor.ts";
import { audit, type Deed, raise } from "./ledger.ts";
import { askOpenMonth } from "./open-month.ts";
import { measureName, type Paper, type ReportLine, readLines, type StoredLine } from "./report-lines.ts";
import { moveRefused } from "./submission-standing.ts";

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
  /** By key of the measure: the store's numbers of the files that are handed in with its line. */
  readonly evidence?: ReadonlyMap<string, readonly number[]>;
}

/**
 * A paper that was handed in: its id, its number among the unit's for the period, the round (1, one more after each
 * return), the ledger's revision and the hash of its row of the audit.
 */
export interface Submitted {
  readonly submission: number;
  readonly number: number;
  readonly round: number;
  readonly revision: number;
  readonly hash: string;
}

/** A correction stands in the place of a figure that is there; of a base it may add one that was not known with the others. */
function assertCorrectable({ view, period, isBase }: Paper, lines: readonly StoredLine[]): Answer<null> {
  const without = lines.find(({ measure }) => observationAt(view.measure(measure), period) === null);
  if (isBase || without === undefined) return give(null);
  return refuse({
    code: "nothing-to-correct",
    field: "lines",
    value: without.measure.row.key,
    name: measureName(without.measure),
  });
}

/** Everything that handing in asks for, read and decided. */
interface Decided {
  readonly asked: AskedPaper;
  readonly lines: readonly StoredLine[];
  readonly corrects: number | null;
}

async function decide(store: Store, transaction: Transaction, given: HandedIn): Promise<Answer<Decided>> {
  const { actor, basis, department, now, reason } = given;
  const found = await askPaper(store, transaction, given, now);
  if (!found.ok) return found;
  const asked = found.value;
  if (!writesOn(actor, basis)) return refuse({ code: "not-your-role" });
  const way = paperStanding(asked);
  const { isCorrecting, heads } = asked;
  const mover = moverOf(actor, department, basis);
  const move = decideMove(way, { move: "submit", mover, reason, isCorrecting, hasHead: heads.length > 0 });
  if (!move.ok) return moveRefused(move.reason, way);
  const { corrects, view, reported, period, isBase } = asked;
  const open = await askOpenMonth(transaction, view.outline.facts.id, period);
  if (!open.ok) return open;
  if (!corrects.ok) return corrects;
  const paper = { view, reported, department, period, isBase, isCorrecting };
  const lines = readLines(paper, given.lines);
  if (!lines.ok) return lines;
  if (given.kind === "correction") {
    const correctable = assertCorrectable(paper, lines.value);
    if (!correctable.ok) return correctable;
  }
  return give({ asked, lines: lines.value, corrects: corrects.value });
}

function begin(transaction: Transaction, given: HandedIn, { asked, corrects }: Decided): Promise<number> {
  const { view, department, period, submissions } = asked;
  return insertSubmission(transaction, {
    planId: view.outline.facts.id,
    departmentId: department.id,
    period,
    kind: given.kind,
    correctsId: corrects,
    number: submissions + 1,
    createdAt: given.now,
  });
}

interface Place {
  readonly submission: number;
  readonly round: number;
  readonly revision: number;
}

async function writeLines(
  transaction: Transaction,
  { basis, evidence }: HandedIn,
  lines: readonly StoredLine[],
  { submission, round, revision }: Place,
): Promise<void> {
  for (const { measure, figures, doneOn, isUnchanged, note, reason } of lines) {
    const line = { measureId: measure.row.id, basis, ...figures, doneOn, isUnchanged, note, reason };
    const lineId = await insertSubmissionLine(transaction, { submissionId: submission, round, ...line, revision });
    for (const evidenceId of evidence?.get(measure.row.key) ?? []) {
      await insertEvidenceOfLine(transaction, { lineId, evidenceId });
    }
  }
}

/**
 * Hands a paper in within a transaction that does nothing else to the ledger: one revision, one row of the audit; or says
 * why not and writes nothing. Whoever calls it notes the write after the commit.
 */
export async function handInWithin(
  store: Store,
  transaction: Transaction,
  given: HandedIn,
): Promise<Answer<Submitted>> {
  const decided = await decide(store, transaction, given);
  if (!decided.ok) return decided;
  const { asked, lines } = decided.value;
  const { former, period } = asked;
  const { action, actor, now, plan, department, basis, reason, kind } = given;
  const revision = await raise(transaction, action, now);
  const submission = former?.id ?? (await begin(transaction, given, decided.value));
  const round = (former?.moves ?? []).filter(({ move }) => move === "submit").length + 1;
  await writeLines(transaction, given, lines, { submission, round, revision });
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
  const written = lines.map(({ measure, ...line }) => {
    const evidence = given.evidence?.get(measure.row.key) ?? [];
    return { measure: measure.row.key, ...line, ...(evidence.length === 0 ? {} : { evidence }) };
  });
  const said = { plan, department, period, kind, basis, round, reason, lines: written };
  const hash = await audit(transaction, deed, revision, said);
  return give({ submission, number: former?.number ?? asked.submissions + 1, round, revision, hash });
}

/** The same in a transaction of its own. */
export async function handIn(store: Store, given: HandedIn): Promise<Answer<Submitted>> {
  const answer = await inTransaction(store, (transaction) => handInWithin(store, transaction, given));
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
