/** Writing on a paper before it is handed in: what saving a line, 无变化 and adding a file have in common. */
import { findEvidenceOfPaper, insertDraft, type Store, type Transaction, writeDraftLine } from "@beizeng/db";
import type { TypedLine } from "../domain/typed-line.ts";
import { type AskedPaper, askPaper, decideWriting, type PaperKey } from "../papers/asked-paper.ts";
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

/** True when all files that a line names were added for its measure. */
export async function hasItsEvidence(
  transaction: Transaction,
  { asked }: WritablePaper,
  entry: MeasureEntry,
  { evidence = [] }: TypedLine,
): Promise<boolean> {
  if (evidence.length === 0) return true;
  const files = await findEvidenceOfPaper(transaction, draftPlace(asked));
  const own = files.filter(({ measureId }) => measureId === entry.row.id).map(({ id }) => id);
  return evidence.every((id) => own.includes(id));
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
