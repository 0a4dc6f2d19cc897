/**
 * Replaying the audit: from the payloads alone the accepted figures, the values of targets, what was done to months, later
 * due days, what was to be mended in returned lines, what was added to plans and what briefings were issued are built again and
 * held against what the tables hold. TRUST S3.
 */
import {
  type AuditRow,
  findAuditRows,
  findExtensions,
  findKeptObservations,
  findKeptReturnedLines,
  findKeptTargetValues,
  findMonthMoves,
  findNotes,
  findPlanBook,
  findPlanEdits,
  findPlans,
  type KeptObservation,
  type KeptTargetValue,
  type PlanFacts,
  type Reader,
} from "@beizeng/db";
import { isMember, type Kept, type Member, membersOf } from "./audit-members.ts";
import { addedOf, replayAdditions } from "./replay-additions.ts";
import { keptBriefings, replayBriefings } from "./replay-briefings.ts";

/** What was built again and compared, and what differs, a line each. */
export interface Replayed {
  readonly observations: number;
  readonly targetValues: number;
  readonly monthMoves: number;
  readonly extensions: number;
  readonly returnedLines: number;
  /** Notes and what became of them. */
  readonly notes: number;
  readonly additions: number;
  /** Issued briefings, their files and the skeletons. */
  readonly briefings: number;
  readonly differences: readonly string[];
}

const observationPlace = (plan: string, { measure, basis, month, number }: Member) =>
  `${plan} ${measure} ${basis} ${month} #${number}`;

/** All that is kept of an observation, in one order. */
function observationText(observation: KeptObservation | Member): string {
  const { entries, exits, stock, amount, doneOn, submissionId } = observation;
  const { reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note } = observation;
  const figures = [entries, exits, stock, amount, doneOn, submissionId];
  return JSON.stringify([...figures, reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note]);
}

/** After all months: notes are looked at whenever they were written. */
const lastMonth = "9999-12";

const targetPlace = (plan: string, target: unknown, from: unknown, revision: unknown) =>
  `${plan} ${target} ${from} r${revision}`;

type TargetValue = Omit<KeptTargetValue, "id" | "target" | "from" | "revision">;

function targetText(value: TargetValue | Member): string {
  const { digits, decimals, stretchDigits, stretchDecimals, reason, document, knownAt, actor } = value;
  return JSON.stringify([digits, decimals, stretchDigits, stretchDecimals, reason, document, knownAt, actor]);
}

/** The observations that a row says were accepted. */
function replayObservations({ at, actor, revision, entity }: AuditRow, payload: Member, into: Kept): void {
  const [, submission] = /^submission:(\d+)$/.exec(entity) ?? [];
  const submissionId = submission === undefined ? null : Number(submission);
  for (const observation of membersOf(payload.observations)) {
    const known = { submissionId, ...observation, acceptedBy: actor, knownAt: at, revision };
    into.set(observationPlace(String(payload.plan), observation), observationText(known));
  }
}

/** The values that a row says targets were given: those of a plan that came in, or of one that was revised. */
function replayTargetValues({ at, actor, revision }: AuditRow, payload: Member, into: Kept): void {
  // A note names a target too, and gives it no value.
  const isRevision = typeof payload.target === "string" && payload.value !== undefined;
  const given = isRevision ? [payload] : membersOf(payload.targets);
  for (const { target, from, value, stretch, reason, document, knownAt } of given) {
    const [own, upper] = [isMember(value) ? value : {}, isMember(stretch) ? stretch : null];
    const said = {
      digits: own.digits,
      decimals: own.decimals,
      stretchDigits: upper?.digits ?? null,
      stretchDecimals: upper?.decimals ?? null,
      reason: reason ?? null,
      document: document ?? null,
      knownAt: knownAt ?? at,
      actor,
    };
    into.set(targetPlace(String(payload.plan), target, from, revision), targetText(said));
  }
}

/** What a row says was done to a month: the audit's actions are the moves, such as `close-month`. */
function replayMonthMoves({ at, actor, actorRole, revision, action }: AuditRow, payload: Member, into: Kept): void {
  const [, move] = /^(close|ask-reopening|reopen|keep-closed)-month$/.exec(action) ?? [];
  if (move === undefined) return;
  const { plan, month, edition, hash, reason } = payload;
  into.set(`${plan} ${month} ${move} r${revision}`, JSON.stringify([edition, hash, reason, actor, actorRole, at]));
}

function replayExtensions({ at, actor, revision, action }: AuditRow, payload: Member, into: Kept): void {
  if (action !== "grant-extension") return;
  const { plan, period, department, dueOn, reason } = payload;
  into.set(`${plan} ${period} r${revision}`, JSON.stringify([department, dueOn, reason, actor, at]));
}

function replayReturnedLines({ entity, revision, action }: AuditRow, payload: Member, into: Kept): void {
  if (action !== "return-submission") return;
  for (const { measure, reason } of membersOf(payload.lines)) {
    into.set(`${entity} ${measure} r${revision}`, String(reason).trim());
  }
}

/** A note that a row says was written, or what a row says became of one. */
function replayNotes({ at, actor, actorRole, entity, action }: AuditRow, payload: Member, into: Kept): void {
  const [, step] = /^(write|answer|settle|withdraw)-note$/.exec(action) ?? [];
  if (step === undefined) return;
  const { plan, month, subject, target, department, text } = payload;
  const about = step === "write" ? [month, subject, target] : [department];
  into.set(`${plan} ${entity} ${step} ${at}`, JSON.stringify([...about, text, actor, actorRole]));
}

async function* rowsOf(reader: Reader): AsyncGenerator<AuditRow> {
  let after = 0;
  for (;;) {
    const page = await findAuditRows(reader, after, 1000);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** The differences between what was built again and what is kept; what matches is taken off. */
function compare(built: Kept, place: string, kept: string, what: string): readonly string[] {
  const said = built.get(place);
  built.delete(place);
  if (said === kept) return [];
  return [`${what} ${place}: ${kept} ${said === undefined ? "is in no row of the audit" : `≠ ${said} of the audit`}`];
}

/** What is built again, by what it is. */
type Built = Readonly<
  Record<"figure" | "target" | "month" | "extension" | "returned line" | "note" | "addition" | "briefing", Kept>
>;

function replayRow(row: AuditRow, member: Member, built: Built): void {
  replayObservations(row, member, built.figure);
  replayTargetValues(row, member, built.target);
  replayMonthMoves(row, member, built.month);
  replayExtensions(row, member, built.extension);
  replayReturnedLines(row, member, built["returned line"]);
  replayNotes(row, member, built.note);
  replayAdditions(row, member, built.addition);
  replayBriefings(row, member, built.briefing);
}

/** All that the tables hold of a plan: what it is, its place, its text. */
async function* keptOf(reader: Reader, { key, id }: PlanFacts): AsyncGenerator<readonly [keyof Built, string, string]> {
  for (const observation of await findKeptObservations(reader, id)) {
    yield ["figure", observationPlace(key, observation), observationText(observation)];
  }
  for (const value of await findKeptTargetValues(reader, id)) {
    yield ["target", targetPlace(key, value.target, value.from, value.revision), targetText(value)];
  }
  for (const { month, move, edition, hash, reason, actor, actorRole, at, revision } of await findMonthMoves(
    reader,
    id,
  )) {
    const text = JSON.stringify([edition, hash, reason, actor, actorRole, at]);
    yield ["month", `${key} ${month} ${move} r${revision}`, text];
  }
  for (const { period, department, dueOn, reason, actor, at, revision } of await findExtensions(reader, id)) {
    yield ["extension", `${key} ${period} r${revision}`, JSON.stringify([department, dueOn, reason, actor, at])];
  }
  for (const { submissionId, measure, revision, reason } of await findKeptReturnedLines(reader, id)) {
    yield ["returned line", `submission:${submissionId} ${measure} r${revision}`, reason];
  }
  for (const { id: note, month, subject, target, text, actor, actorRole, at, steps } of await findNotes(
    reader,
    id,
    lastMonth,
  )) {
    yield ["note", `${key} note:${note} write ${at}`, JSON.stringify([month, subject, target, text, actor, actorRole])];
    for (const step of steps) {
      const said = JSON.stringify([step.department, step.text, step.actor, step.actorRole]);
      yield ["note", `${key} note:${note} ${step.step} ${step.at}`, said];
    }
  }
  for (const { kind, entity, from, reason, document, knownAt, actor, revision } of await findPlanEdits(reader, id)) {
    const text = JSON.stringify([kind, from, reason, document, actor, knownAt]);
    yield ["addition", `${key} ${entity} r${revision}`, text];
  }
  for await (const [place, text] of keptBriefings(reader, { key, id })) yield ["briefing", place, text];
  const book = await findPlanBook(reader, key);
  for (const [place, text] of book === null ? [] : addedOf(book)) yield ["addition", place, text];
}

/** Replays the audit and compares all that is built again with what the store holds. */
export async function replayAudit(reader: Reader): Promise<Replayed> {
  const built: Built = {
    figure: new Map(),
    target: new Map(),
    month: new Map(),
    extension: new Map(),
    "returned line": new Map(),
    note: new Map(),
    addition: new Map(),
    briefing: new Map(),
  };
  for await (const row of rowsOf(reader)) {
    const payload: unknown = JSON.parse(row.payload);
    for (const member of Array.isArray(payload) ? membersOf(payload) : membersOf([payload])) {
      replayRow(row, member, built);
    }
  }
  const counts = {
    observations: built.figure.size,
    targetValues: built.target.size,
    monthMoves: built.month.size,
    extensions: built.extension.size,
    returnedLines: built["returned line"].size,
    notes: built.note.size,
    additions: built.addition.size,
    briefings: built.briefing.size,
  };
  const differences: string[] = [];
  for (const plan of await findPlans(reader)) {
    for await (const [what, place, text] of keptOf(reader, plan)) {
      differences.push(...compare(built[what], place, text, what));
    }
  }
  for (const [what, left] of Object.entries(built)) {
    for (const place of left.keys()) differences.push(`${what} ${place}: the audit has it, the store has not`);
  }
  return { ...counts, differences };
}
