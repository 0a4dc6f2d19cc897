import { deleteDraft, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { basisOf, type PaperKey } from "../papers/asked-paper.ts";
import { noLine } from "../papers/paper-lines.ts";
import { isRowBlank, type Row, readRow, reportLineOf } from "../papers/read-row.ts";
import { receiptNumber } from "../papers/receipt-number.ts";
import { noteWrite } from "../plans/find-view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { answeredOnce } from "./answered-once.ts";
import { openPaper, type WritablePaper, type Writing } from "./draft-lines.ts";
import { handInWithin } from "./hand-in.ts";
import { measureName } from "./report-lines.ts";

/** A line as its submitter saw it. */
export interface SeenLine {
  readonly measure: string;
  readonly version: number;
}

/** A paper to be handed in as it stands in its draft. */
export interface SubmitPaper extends Writing {
  /** The lines that were typed in the draft as its submitter saw them. */
  readonly seen: readonly SeenLine[];
  /** Why accepted figures are replaced; left out of what replaces none. */
  readonly reason: string | null;
  /** Chosen by the sender: the same key hands in once. */
  readonly key: string;
}

/** What its submitter gets in hand; `hash` is that of the audit's row. */
export interface PaperReceipt {
  readonly number: string;
  readonly submission: number;
  readonly round: number;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly lines: number;
  readonly hash: string;
}

const actionOf = (kind: PaperKey["kind"]) => (kind === "correction" ? "correct-observation" : "submit-report");

/** The first line that somebody has written since it was seen. */
function findMoved({ measures, standing }: WritablePaper, seen: readonly SeenLine[]) {
  const versions = new Map(seen.map(({ measure, version }) => [measure, version]));
  return measures.find(({ row }) => (standing.lines.get(row.id) ?? noLine).version !== (versions.get(row.key) ?? 0));
}

/** The first thing that is wrong with a line and that its handing in would not find as it was typed. */
function askRight(row: Row): Answer<null> {
  const place = `lines.${row.entry.row.key}`;
  const ofLine = row.findings.find(({ severity }) => severity === "error");
  const name = measureName(row.entry);
  if (ofLine !== undefined) {
    return refuse({ code: "figure-refused", field: place, name, value: "", allowed: ofLine.text });
  }
  for (const { field, typed, findings } of row.cells) {
    const error = findings.find(({ severity }) => severity === "error");
    if (error === undefined) continue;
    return refuse({
      code: "figure-refused",
      field: `${place}.${field}`,
      name,
      value: typed?.text ?? "",
      allowed: error.text,
    });
  }
  return give(null);
}

async function submit(store: Store, transaction: Transaction, request: SubmitPaper): Promise<Answer<PaperReceipt>> {
  const { actor, now, paper: key, reason } = request;
  const paper = await openPaper(store, transaction, request);
  if (!paper.ok) return paper;
  const { asked, standing, measures } = paper.value;
  const moved = findMoved(paper.value, request.seen);
  if (moved !== undefined) {
    return refuse({ code: "paper-moved-on", field: `lines.${moved.row.key}`, value: moved.row.indicator.name.zh });
  }
  const rows = measures
    .map((entry) => readRow(asked, entry, (standing.lines.get(entry.row.id) ?? noLine).typed))
    .filter((row) => !isRowBlank(row));
  for (const row of rows) {
    const right = askRight(row);
    if (!right.ok) return right;
  }
  const word = reason ?? "";
  const lines = rows.map((row) => {
    const line = reportLineOf(row);
    // The reason of a correction is also the word that a warning asks for.
    return word !== "" && line.reason === undefined ? { ...line, reason: word } : line;
  });
  const handedIn = await handInWithin(store, transaction, {
    ...{ ...key, actor, now, basis: basisOf(key.kind), action: actionOf(key.kind), lines },
    reason: asked.isCorrecting ? reason : null,
    evidence: new Map(rows.map(({ entry, typed }) => [entry.row.key, typed.evidence ?? []])),
  });
  if (!handedIn.ok) return handedIn;
  if (standing.draft !== null) await deleteDraft(transaction, standing.draft);
  const { submission, number, round, revision, hash } = handedIn.value;
  return give({
    number: receiptNumber(key, number, round),
    ...{ submission, round, revision, at: now, by: actor.id, lines: lines.length, hash },
  });
}

/**
 * Hands a paper in as it stands in its draft, which is gone then; a double click, a second try after a lost answer and two
 * tabs hand in once and get the same receipt. TRUST R3.
 */
export async function submitPaper(
  store: Store,
  request: SubmitPaper,
): Promise<Answer<PaperReceipt & { readonly isRepeated: boolean }>> {
  const { actor, key, now: at, paper, seen, reason } = request;
  const keyed = { account: actor.id, key, asked: { action: "submit-paper", paper, seen, reason }, at };
  const answer = await inTransaction(store, (transaction) =>
    answeredOnce(transaction, keyed, () => submit(store, transaction, request)),
  );
  if (answer.ok && !answer.value.isRepeated) noteWrite(store, answer.value.revision, null);
  return answer;
}
