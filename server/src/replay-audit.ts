/**
 * Replaying the audit: from the payloads alone the accepted figures and the values of targets are built again and held
 * against what the tables hold. TRUST S3.
 */
import {
  type AuditRow,
  findAuditRows,
  findKeptObservations,
  findKeptTargetValues,
  findPlans,
  type KeptObservation,
  type KeptTargetValue,
  type Reader,
} from "@beizeng/db";

/** What was built again and compared, and what differs, a line each. */
export interface Replayed {
  readonly observations: number;
  readonly targetValues: number;
  readonly differences: readonly string[];
}

type Member = Readonly<Record<string, unknown>>;

const isMember = (value: unknown): value is Member => typeof value === "object" && value !== null;
const membersOf = (value: unknown): readonly Member[] => (Array.isArray(value) ? value.filter(isMember) : []);

/** What is kept of one thing under its place: a text, so that equal ones are equal. */
type Kept = Map<string, string>;

const observationPlace = (plan: string, { measure, basis, month, number }: Member) =>
  `${plan} ${measure} ${basis} ${month} #${number}`;

/** All that is kept of an observation, in one order. */
function observationText(observation: KeptObservation | Member): string {
  const { entries, exits, stock, amount, doneOn, submissionId } = observation;
  const { reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note } = observation;
  const figures = [entries, exits, stock, amount, doneOn, submissionId];
  return JSON.stringify([...figures, reportedBy, reportedAt, acceptedBy, knownAt, revision, reason, note]);
}

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
  const given = typeof payload.target === "string" ? [payload] : membersOf(payload.targets);
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

/** Replays the audit and compares every accepted figure and every value of a target that the store holds. */
export async function replayAudit(reader: Reader): Promise<Replayed> {
  const [observations, targetValues]: [Kept, Kept] = [new Map(), new Map()];
  for await (const row of rowsOf(reader)) {
    const payload: unknown = JSON.parse(row.payload);
    for (const member of Array.isArray(payload) ? membersOf(payload) : membersOf([payload])) {
      replayObservations(row, member, observations);
      replayTargetValues(row, member, targetValues);
    }
  }
  const counts = { observations: observations.size, targetValues: targetValues.size };
  const differences: string[] = [];
  for (const { key, id } of await findPlans(reader)) {
    for (const observation of await findKeptObservations(reader, id)) {
      const place = observationPlace(key, observation);
      differences.push(...compare(observations, place, observationText(observation), "figure"));
    }
    for (const value of await findKeptTargetValues(reader, id)) {
      const place = targetPlace(key, value.target, value.from, value.revision);
      differences.push(...compare(targetValues, place, targetText(value), "target"));
    }
  }
  for (const place of observations.keys()) differences.push(`figure ${place}: the audit has it, the store has not`);
  for (const place of targetValues.keys()) differences.push(`target ${place}: the audit has it, the store has not`);
  return { ...counts, differences };
}
