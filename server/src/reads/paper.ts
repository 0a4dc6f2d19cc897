/** A paper as whoever may read it sees it, and one line of it alone. */
import {
  findAccount,
  findAuditHash,
  findEvidenceOfPaper,
  findMovesOfMonth,
  findReturnedLines,
  inSnapshot,
  type Reader,
  type RecordedValue,
} from "@beizeng/db";
import type { Paper, PaperRow, Receipt } from "../contract/paper.ts";
import { may } from "../domain/access.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { type Mover, preparesForHead } from "../domain/workflow.ts";
import { type AskedPaper, askPaper, decideWriting, type PaperKey, paperStanding } from "../papers/asked-paper.ts";
import { draftPlace, findPaperLines, measuresOf, noLine, type PaperLines } from "../papers/paper-lines.ts";
import { receiptNumber } from "../papers/receipt-number.ts";
import { findReported } from "../papers/reported-values.ts";
import { findDueDays } from "../plans/due-days.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type RowSurroundings, shownRow } from "./paper-row.ts";
import { namesOf } from "./people.ts";
import type { Reads } from "./reads.ts";

/** True for roles that see every unit's papers; the others see those of their own units. */
function seesPapersOf({ role, departments }: Mover, department: string): boolean {
  return (role !== "reporter" && role !== "head") || departments.includes(department);
}

/** A paper opened for somebody. */
export interface OpenedPaper {
  readonly asked: AskedPaper;
  readonly standing: PaperLines;
  readonly canWrite: boolean;
  readonly canSubmit: boolean;
  /** The edition under which the period is closed, null while it is open. */
  readonly closedEdition: number | null;
}

/** Opens a paper for somebody, if they may see it. */
export async function openPaper(
  reads: Reads,
  reader: Reader,
  key: PaperKey,
  mover: Mover,
): Promise<Answer<OpenedPaper>> {
  // Before anything is read, so that it is not told whether there is such a paper.
  if (!seesPapersOf(mover, key.department)) return refuse({ code: "not-your-department", value: key.department });
  const found = await askPaper(reads.store, reader, key, reads.instant());
  if (!found.ok) return found;
  const asked = found.value;
  if (!asked.corrects.ok) return asked.corrects;
  const isWriter = decideWriting(asked, mover).ok;
  const month = monthStandingOf(await findMovesOfMonth(reader, asked.view.outline.facts.id, asked.period));
  const closedEdition = isClosed(month) ? month.edition : null;
  // What is only typed is the unit's own affair: who reviews sees what was handed in.
  const standing = await findPaperLines(reader, asked, isWriter);
  const canWrite = isWriter && closedEdition === null;
  const canSubmit = canWrite && !preparesForHead(mover.role, asked.heads.length > 0);
  return give({ asked, standing, canWrite, canSubmit, closedEdition });
}

/** What is to be mended, by the store's id of the measure; of a paper that is not returned nothing. */
async function returnedLinesOf(reader: Reader, { former }: AskedPaper): Promise<ReadonlyMap<number, string>> {
  const last = former?.moves.at(-1);
  if (former === undefined || last?.toState !== "returned") return new Map();
  const lines = await findReturnedLines(reader, former.id);
  return new Map(lines.filter(({ moveId }) => moveId === last.id).map(({ measureId, reason }) => [measureId, reason]));
}

async function surroundingsOf(
  reader: Reader,
  { asked, standing }: OpenedPaper,
  entries: readonly MeasureEntry[],
): Promise<RowSurroundings> {
  const files = await findEvidenceOfPaper(reader, draftPlace(asked));
  const moves = (asked.former?.moves ?? []).map(({ actor }) => actor);
  const writers = [...standing.lines.values()].map(({ writtenBy }) => writtenBy);
  const reported = new Map<number, RecordedValue>();
  for (const entry of entries) {
    const value = await findReported(reader, asked, entry);
    if (value !== null) reported.set(entry.row.id, value);
  }
  const reporters = [...reported.values()].map(({ reportedBy }) => reportedBy);
  const people = [...moves, ...writers, ...files.map(({ addedBy }) => addedBy), ...reporters];
  return {
    asked,
    reported,
    now: monthView(asked.view, asked.period),
    files,
    returned: await returnedLinesOf(reader, asked),
    nameOf: await namesOf(reader, people),
  };
}

async function receiptOf(
  reader: Reader,
  { asked, standing }: OpenedPaper,
  nameOf: (account: string) => string,
): Promise<Receipt | null> {
  const { former, key } = asked;
  const rounds = (former?.moves ?? []).filter(({ move }) => move === "submit");
  const last = rounds.at(-1);
  if (former === undefined || last === undefined) return null;
  return {
    number: receiptNumber(key, former.number, rounds.length),
    ...{ submission: former.id, round: rounds.length, revision: last.revision, at: last.at, by: nameOf(last.actor) },
    lines: [...standing.lines.values()].filter(({ version }) => version === 0).length,
    hash: (await findAuditHash(reader, last.revision)) ?? "",
  };
}

/** Why the paper was sent back, null for one that was not. */
function returnedOf({ asked }: OpenedPaper, nameOf: (account: string) => string): Paper["returned"] {
  const last = asked.former?.moves.at(-1);
  if (last?.toState !== "returned") return null;
  return { reason: last.reason ?? "", by: nameOf(last.actor), at: last.at };
}

/** Who of the office brought lines of the draft in; nobody else of the office writes on one. */
async function importedOf(reader: Reader, { standing }: OpenedPaper): Promise<Paper["imported"]> {
  const written = [...standing.lines.values()].filter(({ version }) => version > 0);
  for (const writer of new Set(written.map(({ writtenBy }) => writtenBy))) {
    const account = writer === null ? null : await findAccount(reader, writer);
    if (account === null || !may(account.role, "import-history")) continue;
    const at = written.find(({ writtenBy }) => writtenBy === writer)?.writtenAt ?? "";
    return { by: account.name, at };
  }
  return null;
}

/** Until when a report is on time; null for a base, a correction and a confirmation, which no calendar asks for. */
async function dueDayOf(reader: Reader, { asked }: OpenedPaper): Promise<string | null> {
  const { key, view, department, period, isBase } = asked;
  if (isBase || key.kind !== "report") return null;
  return (await findDueDays(reader, view.outline))(department.key, period).dueOn;
}

function shownPaper(
  reads: Reads,
  opened: OpenedPaper,
  surroundings: RowSurroundings,
  { receipt, due, imported }: Pick<Paper, "receipt" | "imported"> & { readonly due: string | null },
): Paper {
  const { asked, standing, canWrite, canSubmit, closedEdition } = opened;
  const { key, view, department, period, basis, isBase, isCorrecting, heads } = asked;
  const { facts } = view.outline;
  const rows = measuresOf(asked, standing.lines).map((entry) => ({
    entry,
    row: shownRow(surroundings, entry, standing.lines.get(entry.row.id) ?? noLine),
  }));
  const subjects = [...new Set(rows.map(({ entry }) => entry.subject))];
  const { state } = paperStanding(asked);
  const isOpen = state !== "submitted" && state !== "accepted";
  return {
    plan: { key: facts.key, title: facts.title },
    department: { key: department.key, name: department.name },
    ...{ period, kind: key.kind, basis, isBase, isCorrecting, canWrite, canSubmit, closedEdition, imported, receipt },
    heads: [...heads],
    state: state === "open" && standing.draft !== null ? "draft" : state,
    dueOn: due,
    isLate: due !== null && isOpen && reads.today() > due,
    returned: returnedOf(opened, surroundings.nameOf),
    subjects: subjects.map(({ row }) => ({
      key: row.key,
      name: row.name,
      rows: rows.flatMap(({ entry, row: shown }) => (entry.subject.row === row ? [shown] : [])),
    })),
    filled: rows.filter(({ row }) => row.isFilled).length,
    total: rows.length,
  };
}

/** The answer of GET /api/plans/{plan}/papers/{department}/{period}. */
export function readPaper(reads: Reads, key: PaperKey, mover: Mover): Promise<Answer<Paper>> {
  return inSnapshot(reads.store, async (reader): Promise<Answer<Paper>> => {
    const opened = await openPaper(reads, reader, key, mover);
    if (!opened.ok) return opened;
    const { asked, standing } = opened.value;
    const surroundings = await surroundingsOf(reader, opened.value, measuresOf(asked, standing.lines));
    const receipt = await receiptOf(reader, opened.value, surroundings.nameOf);
    const due = await dueDayOf(reader, opened.value);
    const imported = await importedOf(reader, opened.value);
    return give(shownPaper(reads, opened.value, surroundings, { receipt, due, imported }));
  });
}

/** One line of a paper. */
export function readPaperRow(reads: Reads, key: PaperKey, measure: string, mover: Mover): Promise<Answer<PaperRow>> {
  return inSnapshot(reads.store, async (reader): Promise<Answer<PaperRow>> => {
    const opened = await openPaper(reads, reader, key, mover);
    if (!opened.ok) return opened;
    const { asked, standing } = opened.value;
    const entry = measuresOf(asked, standing.lines).find(({ row }) => row.key === measure);
    if (entry === undefined) return refuse({ code: "unknown-measure", field: "measure", value: measure });
    const line = standing.lines.get(entry.row.id) ?? noLine;
    return give(shownRow(await surroundingsOf(reader, opened.value, [entry]), entry, line));
  });
}
