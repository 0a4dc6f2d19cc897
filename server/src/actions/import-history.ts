import { insertDraft, inTransaction, type Store, type Transaction, writeDraftLine } from "@beizeng/db";
import { may } from "../domain/access.ts";
import type { ReadSheet } from "../imports/read-cell.ts";
import { type CheckedHistory, type CheckedPeriod, checkHistory, type HistoryPlace } from "../papers/history-check.ts";
import { draftPlace } from "../papers/paper-lines.ts";
import { type Answer, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { auditUnrevised } from "./ledger.ts";

/** A file of past periods of a unit, read, and who brings it in. */
export interface ImportHistory extends HistoryPlace {
  readonly actor: Actor;
  readonly sheets: readonly ReadSheet[];
}

/** The periods of which the file makes a draft. */
const wanted = ({ periods }: CheckedHistory) => periods.filter(({ skip, lines }) => skip === null && lines.length > 0);

async function writeDraft(
  transaction: Transaction,
  { actor, now }: ImportHistory,
  { period, asked, lines }: CheckedPeriod,
) {
  const draftId = await insertDraft(transaction, { ...draftPlace(asked), createdAt: now });
  const written = lines.map(([entry, typed]) => ({ measure: entry.row.key, version: 1, typed, id: entry.row.id }));
  for (const { id: measureId, version, typed } of written) {
    const line = { draftId, measureId, typed: JSON.stringify(typed), version };
    await writeDraftLine(transaction, { ...line, writtenBy: actor.id, writtenAt: now });
  }
  return { period, lines: written.map(({ measure, version, typed }) => ({ measure, version, typed })) };
}

/**
 * Makes drafts of a unit's past periods, one each, in one transaction with one row of the audit. It writes no figure: what
 * the unit has begun or handed in is left alone, and every draft is the unit's to look at, to explain and to hand in.
 * Refused while a cell is wrong; what is odd asks the unit for a word.
 */
export function importHistory(store: Store, request: ImportHistory): Promise<Answer<CheckedHistory>> {
  const { actor, now, plan, department } = request;
  return inTransaction(store, async (transaction): Promise<Answer<CheckedHistory>> => {
    if (!may(actor.role, "import-history")) return refuse({ code: "not-your-role" });
    const checked = await checkHistory(store, transaction, request, request.sheets);
    if (!checked.ok) return checked;
    const wrong = checked.value.marks.filter(({ severity }) => severity === "error");
    const [first] = wrong;
    if (first !== undefined) {
      const allowed = { zh: `${first.at}：${first.text.zh}`, en: `${first.at}: ${first.text.en}` };
      return refuse({ code: "history-refused", field: first.at, value: String(wrong.length), allowed });
    }
    const periods = wanted(checked.value);
    if (periods.length === 0) return refuse({ code: "nothing-to-import", value: department });
    const written = [];
    for (const period of periods) written.push(await writeDraft(transaction, request, period));
    const deed = { action: "import-history", at: now, actor, entity: `history:${plan}/${department}` };
    await auditUnrevised(transaction, deed, { plan, department, periods: written });
    return checked;
  });
}
