/** Writing on a paper before it is handed in: what saving a line, 无变化 and adding a file have in common. */
import { findEvidenceOfPaper, insertDraft, type Store, type Transaction, writeDraftLine } from "@beizeng/db";
import { mayReadFile } from "../domain/access.ts";
import type { TypedLine } from "../domain/typed-line.ts";
import { type AskedPaper, askPaper, decideWriting, type PaperKey } from "../papers/asked-paper.ts";
import { findFileStanding } from "../papers/file-standing.ts";
import { draftPlace, findPaperLines, measuresOf, noLine, type PaperLines } from "../papers/paper-lines.ts";
import type { MeasureEntry } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";
import { askOpenMonth } from "./open-month.ts";

/** Somebody's writing on a paper. */
export interface Writing {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly paper: PaperKey;
}

/** A paper on which somebody may write, with what stands on it. */
export interface WritablePaper {
  readonly asked: AskedPaper;
  readonly standing: PaperLines;
  readonly measures: readonly MeasureEntry[];
}

/** The paper, if it may be written on now. */
export async function openPaper(
  store: Store,
  transaction: Transaction,
  { actor, now, paper }: Writing,
): Promise<Answer<WritablePaper>> {
  const found = await askPaper(store, transaction, paper, now);
  if (!found.ok) return found;
  const asked = found.value;
  const mover = { account: actor.id, role: actor.role, departments: actor.departments };
  const decided = decideWriting(asked, mover);
  if (!decided.ok) return decided;
  if (!asked.corrects.ok) return asked.corrects;
  const open = await askOpenMonth(transaction, asked.view.outline.facts.id, asked.period);
  if (!open.ok) return open;
  const standing = await findPaperLines(transaction, asked);
  return give({ asked, standing, measures: measuresOf(asked, standing.lines) });
}

/** A measure that stands on the paper. */
export function askMeasure({ measures }: WritablePaper, key: string): Answer<MeasureEntry> {
  const entry = measures.find(({ row }) => row.key === key);
  return entry === undefined ? refuse({ code: "unknown-measure", field: "measure", value: key }) : give(entry);
}

/** True when all files that a line names were added for its measure and are the writer's to read, or stand on it already. */
export async function hasItsEvidence(
  transaction: Transaction,
  { actor }: Writing,
  { asked, standing }: WritablePaper,
  entry: MeasureEntry,
  { evidence = [] }: TypedLine,
): Promise<boolean> {
  const before = (standing.lines.get(entry.row.id) ?? noLine).typed.evidence ?? [];
  const named = evidence.filter((id) => !before.includes(id));
  if (named.length === 0) return true;
  const files = await findEvidenceOfPaper(transaction, draftPlace(asked));
  for (const id of named) {
    const file = files.find((each) => each.id === id && each.measureId === entry.row.id);
    if (file === undefined) return false;
    const stands = await findFileStanding(transaction, { ...file, department: asked.key.department });
    // Else a file of another's draft, such as the bureau's, could be looked at by naming its number.
    if (!mayReadFile(actor, stands)) return false;
  }
  return true;
}

/** Writes lines as their next versions, beginning the draft where there is none, with one row of the audit for all. */
export async function writeLines(
  transaction: Transaction,
  { actor, now, paper }: Writing,
  { asked, standing }: WritablePaper,
  { action, lines }: { readonly action: string; readonly lines: readonly (readonly [MeasureEntry, TypedLine])[] },
): Promise<void> {
  const draftId = standing.draft ?? (await insertDraft(transaction, { ...draftPlace(asked), createdAt: now }));
  const written = [];
  for (const [{ row }, typed] of lines) {
    const version = (standing.lines.get(row.id) ?? noLine).version + 1;
    const line = { draftId, measureId: row.id, typed: JSON.stringify(typed), version };
    await writeDraftLine(transaction, { ...line, writtenBy: actor.id, writtenAt: now });
    written.push({ measure: row.key, version, typed });
  }
  const { plan, department, period, kind } = paper;
  const deed = { action, at: now, actor, entity: `draft:${[plan, department, period, kind].join("/")}` };
  await auditUnrevised(transaction, deed, { lines: written });
}
