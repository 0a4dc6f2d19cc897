/** The life of a figure: who entered it, what the checks said, who sent it back or accepted it, how it was corrected. */
import {
  type EvidenceOfLine,
  findEvidenceOfLines,
  findRecordedValues,
  findReturnedLines,
  findSubmission,
  findSubmissionLines,
  findSubmissionsOfCell,
  type Quantities,
  type RecordedLine,
  type RecordedMove,
  type RecordedSubmission,
  type RecordedValue,
  type ReturnedLine,
} from "@beizeng/db";
import { bases } from "@beizeng/db/vocabulary";
import type { Life, LifeEvent } from "../contract/life.ts";
import { mayReadPapers, type PaperReader } from "../domain/access.ts";
import { checkObservation } from "../domain/checks.ts";
import type { Month } from "../domain/month.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { measureOf } from "../plans/stored.ts";
import { stateOf } from "../plans/submission-state.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { namesOf } from "./people.ts";
import { askMonth, askPlan, knowledgeOf, listed } from "./questions.ts";
import type { Reads } from "./reads.ts";

interface Cell {
  readonly entry: MeasureEntry;
  readonly month: Month;
  /** Everything that was ever accepted of the measure, on both bases. */
  readonly values: readonly RecordedValue[];
  readonly people: (key: string) => string;
}

const shown = ({ entries, exits, stock, amount }: Quantities, decimals: number) => ({
  entries: shownScaled(entries, decimals),
  exits: shownScaled(exits, decimals),
  stock: shownScaled(stock, decimals),
  amount: shownScaled(amount, decimals),
});

/** The measure as it stood before a revision of the ledger, on a line's basis. */
function measureBefore({ entry, values }: Cell, { basis, revision }: RecordedLine) {
  const known = values.filter((value) => value.basis === basis && value.revision < revision);
  const standing = new Map(known.map((value) => [value.month, value]));
  const ascending = [...standing.values()].sort((left, right) => (left.month < right.month ? -1 : 1));
  return measureOf(
    entry.row,
    ascending.map((value) => ({ ...value, isCorrected: value.number > 1, former: null })),
  );
}

const nothing = { value: null, former: null, doneOn: null, isUnchanged: false, findings: [], note: null, evidence: [] };

function commonOf(cell: Cell, { id, kind }: RecordedSubmission, move: RecordedMove, line: RecordedLine) {
  return {
    at: move.at,
    by: cell.people(move.actor),
    role: move.actorRole,
    basis: line.basis,
    submission: String(id),
    kind,
    round: line.round,
    revision: move.revision,
    reason: move.reason,
  };
}

function entered(cell: Cell, line: RecordedLine, evidence: LifeEvent["evidence"]) {
  const { entry, month } = cell;
  const { entries, exits, stock, amount, doneOn, isUnchanged, note, reason } = line;
  const observation = { month, entries, exits, stock, amount, isCorrected: false };
  return {
    ...nothing,
    value: shown(line, entry.row.indicator.decimals),
    doneOn,
    isUnchanged,
    findings: [...checkObservation(measureBefore(cell, line), entry.siblings, observation)],
    word: reason,
    note,
    evidence,
  };
}

function accepted({ entry, month, values }: Cell, line: RecordedLine, { revision }: RecordedMove) {
  const { decimals } = entry.row.indicator;
  const ofCell = values.filter((value) => value.month === month && value.basis === line.basis);
  const former = ofCell.findLast((value) => value.revision < revision);
  return {
    ...nothing,
    value: shown(line, decimals),
    former: former === undefined ? null : shown(former, decimals),
    doneOn: line.doneOn,
    word: null,
  };
}

/** One submission in which the measure was reported for the month, with all that belongs to it. */
interface Told {
  readonly submission: RecordedSubmission;
  readonly own: readonly RecordedLine[];
  readonly returned: readonly ReturnedLine[];
  readonly files: readonly EvidenceOfLine[];
}

async function findTold({ store }: Reads, submission: RecordedSubmission, measureId: number): Promise<Told> {
  const own = (await findSubmissionLines(store, submission.id)).filter((line) => line.measureId === measureId);
  const lines = new Set(own.map(({ id }) => id));
  const files = (await findEvidenceOfLines(store, submission.id)).filter(({ lineId }) => lines.has(lineId));
  return { submission, own, returned: await findReturnedLines(store, submission.id), files };
}

/** What happened to a measure's line in the rounds of one submission. */
function eventsOf(cell: Cell, { submission, own, returned, files }: Told): LifeEvent[] {
  let round = 0;
  return submission.moves.flatMap((move): LifeEvent[] => {
    if (move.move === "submit") round += 1;
    const line = own.findLast((each) => each.round === round);
    if (line === undefined) return [];
    const common = commonOf(cell, submission, move, line);
    if (move.move === "submit") {
      const evidence = files
        .filter(({ lineId }) => lineId === line.id)
        .map(({ evidenceId, lineId: _, ...file }) => ({ id: evidenceId, ...file, addedBy: cell.people(file.addedBy) }));
      return [{ event: "entered", ...common, ...entered(cell, line, evidence) }];
    }
    if (move.move === "return") {
      const word = returned.find(({ moveId, measureId }) => moveId === move.id && measureId === line.measureId);
      return [{ event: "returned", ...common, ...nothing, word: word?.reason ?? null }];
    }
    if (move.move !== "accept") return [];
    const outcome = accepted(cell, line, move);
    return [{ event: outcome.former === null ? "accepted" : "corrected", ...common, ...outcome }];
  });
}

/**
 * The answer of GET /api/plans/{plan}/measures/{measure}/life. Papers that were never accepted are shown to those alone
 * who may read them; what came to stand is told with all that led to it.
 */
export async function readLife(
  reads: Reads,
  { plan, measure: key }: { plan: string; measure: string },
  query: { month: string },
  actor: PaperReader | null,
): Promise<Answer<Life>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const entry = outline.measures.find(({ row }) => row.key === key);
  if (entry === undefined) {
    const allowed = listed(outline.measures.map(({ row }) => row.key));
    return refuse({ code: "measure-not-here", field: "measure", value: key, allowed });
  }
  const month = askMonth(reads, outline, "month", query.month);
  if (!month.ok) return month;
  const measureId = entry.row.id;
  const values: RecordedValue[] = [];
  for (const basis of bases) values.push(...(await findRecordedValues(reads.store, { measureId, basis })));
  const isReader = actor !== null && mayReadPapers(actor, entry.reporting.key);
  const told: Told[] = [];
  for (const id of await findSubmissionsOfCell(reads.store, { measureId, month: month.value })) {
    const submission = await findSubmission(reads.store, id);
    if (submission === null || !(isReader || stateOf(submission) === "accepted")) continue;
    told.push(await findTold(reads, submission, measureId));
  }
  const movers = told.flatMap(({ submission }) => submission.moves.map((move) => move.actor));
  const adders = told.flatMap(({ files }) => files.map(({ addedBy }) => addedBy));
  const cell = { entry, month: month.value, values, people: await namesOf(reads.store, [...movers, ...adders]) };
  const events = told.flatMap((each) => eventsOf(cell, each));
  const { indicator, scope, subject, nature } = entry.row;
  return give({
    plan,
    planTitle: outline.facts.title,
    measure: key,
    nature,
    subject,
    subjectName: entry.subject.row.name,
    name: indicator.name,
    scopeName: scope?.name ?? null,
    unit: indicator.unit,
    department: entry.reporting.key,
    departmentName: entry.reporting.name,
    month: month.value,
    mayReadPapers: isReader,
    events: events.sort((left, right) => left.revision - right.revision),
  });
}
