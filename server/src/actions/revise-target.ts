import { findPlanBook, insertTargetRevision, inTransaction, type Store, type Transaction } from "@beizeng/db";
import { type Basis, bases, percentReadings, type Reading } from "@beizeng/db/vocabulary";
import { may } from "../domain/access.ts";
import { compare, ofDecimal } from "../domain/fraction.ts";
import { revisionInForce } from "../domain/in-force.ts";
import type { Decimal, Text } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { readTyped } from "../domain/typed-figure.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findView, noteWrite } from "../plans/find-view.ts";
import { headlineTargets, updateHeadlineRows } from "../plans/headline-rows.ts";
import { outlineOf, type TargetEntry } from "../plans/outline.ts";
import { storedMonth } from "../plans/stored.ts";
import { planView, type Standing } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Actor } from "./actor.ts";
import { audit, raise } from "./ledger.ts";

/** A target's new value (目标调整): from which month, why, and by which document. */
export interface ReviseTarget {
  readonly actor: Actor;
  /** The instant, ISO UTC with milliseconds. */
  readonly now: string;
  readonly plan: string;
  /** Key of the target: measure.reading.horizon. */
  readonly target: string;
  /** The first month that is judged by the new value. */
  readonly from: string;
  /** A decimal text in the target's unit. */
  readonly value: string;
  /** The new upper end, of a range alone. */
  readonly stretch?: string;
  readonly reason: string;
  readonly document?: string;
}

/** Percent targets may be finer than their indicator. */
const percentDecimals = 2;

function mostDecimals({ row, measure }: TargetEntry): number {
  const percents: readonly Reading[] = percentReadings;
  return percents.includes(row.reading) ? percentDecimals : measure.row.indicator.decimals;
}

/** A typed decimal with as many places as it needs. */
function readDecimal(field: string, typed: string, most: number): Answer<Decimal> {
  const read = readTyped(typed, most);
  const blank: Text = { zh: "应为数字", en: "it must be a number" };
  if (!read.ok) return refuse({ code: "figure-refused", field, value: typed, allowed: read.text });
  if (read.figure === null) return refuse({ code: "figure-refused", field, value: typed, allowed: blank });
  let [digits, decimals] = [read.figure, most];
  while (decimals > 0 && digits % 10 === 0) [digits, decimals] = [digits / 10, decimals - 1];
  return give({ digits, decimals });
}

const stretchRule: Text = {
  zh: "区间目标须有且只有区间目标有上限，且大于下限",
  en: "a range, and only a range, has an upper end above the lower",
};

function readStretch(request: ReviseTarget, entry: TargetEntry, value: Decimal): Answer<Decimal | null> {
  const { stretch } = request;
  const wrong = refuse({ code: "figure-refused", field: "stretch", value: stretch ?? "—", allowed: stretchRule });
  if ((entry.row.comparator === "range") !== (stretch !== undefined)) return wrong;
  if (stretch === undefined) return give(null);
  const read = readDecimal("stretch", stretch, mostDecimals(entry));
  return read.ok && compare(ofDecimal(read.value), ofDecimal(value)) <= 0 ? wrong : read;
}

function readFrom({ from }: ReviseTarget, { target }: TargetEntry): Answer<Month> {
  const { origin, deadline } = target;
  if (isMonth(from) && from >= origin && (deadline === null || from <= deadline)) return give(from);
  const allowed = `${origin} — ${deadline ?? "9999-12"}`;
  return refuse({ code: "month-out-of-range", field: "from", value: from, allowed });
}

interface Revised {
  readonly entry: TargetEntry;
  readonly from: Month;
  readonly value: Decimal;
  readonly stretch: Decimal | null;
}

function readRevision(request: ReviseTarget, entry: TargetEntry | undefined): Answer<Revised> {
  if (entry === undefined) return refuse({ code: "unknown-target", field: "target", value: request.target });
  if (request.reason.trim() === "") return refuse({ code: "reason-missing", field: "reason" });
  const from = readFrom(request, entry);
  if (!from.ok) return from;
  const value = readDecimal("value", request.value, mostDecimals(entry));
  if (!value.ok) return value;
  const stretch = readStretch(request, entry, value.value);
  if (!stretch.ok) return stretch;
  return give({ entry, from: from.value, value: value.value, stretch: stretch.value });
}

/** What stands of the plan on every basis, read before anything is written. */
async function standings(store: Store, transaction: Transaction, plan: string) {
  const found: { basis: Basis; standing: Standing }[] = [];
  for (const basis of bases) {
    const known = await findView(store, transaction, plan, basis);
    found.push({ basis, standing: known?.view.standing ?? new Map() });
  }
  return found;
}

/** Writes anew the rows of all headlines that the measure's targets move. */
async function renewHeadlines(
  transaction: Transaction,
  { plan, now }: ReviseTarget,
  { entry, from }: Revised,
  known: readonly { basis: Basis; standing: Standing }[],
): Promise<void> {
  const book = await findPlanBook(transaction, plan);
  if (book === null) throw new Error(`the plan ${plan} was revised and is not there`);
  const outline = outlineOf(book);
  const moves = (other: TargetEntry) => other.row.measure === entry.row.measure;
  const moved = headlineTargets(outline).filter((each) => moves(each) || each.parts.some(moves));
  const running = storedMonth(dayInChina(now).slice(0, 7));
  for (const { basis, standing } of known) {
    await updateHeadlineRows(transaction, planView(outline, standing), moved, { basis, from, running });
  }
}

async function revise(
  store: Store,
  transaction: Transaction,
  request: ReviseTarget,
): Promise<Answer<{ revision: number }>> {
  const { actor, now, plan, target, reason, document } = request;
  if (!may(actor.role, "revise-plans")) return refuse({ code: "not-your-role" });
  const found = await findView(store, transaction, plan, "department");
  if (found === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  const read = readRevision(request, found.view.outline.targetByKey.get(target));
  if (!read.ok) return read;
  const known = await standings(store, transaction, plan);
  const { entry, from, value, stretch } = read.value;
  const deed = { action: "revise-target", at: now, actor, entity: `target:${plan}/${target}` };
  const revision = await raise(transaction, deed.action, now);
  const said = { from, value, stretch, reason, document: document ?? null };
  await insertTargetRevision(transaction, { ...said, targetId: entry.row.id, knownAt: now, revision, actor: actor.id });
  await renewHeadlines(transaction, request, read.value, known);
  const { value: formerValue, stretch: formerStretch } = revisionInForce(entry.target, from);
  await audit(transaction, deed, revision, {
    plan,
    target,
    ...said,
    before: { value: formerValue, stretch: formerStretch },
  });
  return give({ revision });
}

/** Gives a target a new value from a month on; the old value stays, and earlier months are judged by it. DOMAIN section 8. */
export async function reviseTarget(store: Store, request: ReviseTarget): Promise<Answer<{ revision: number }>> {
  const answer = await inTransaction(store, (transaction) => revise(store, transaction, request));
  if (answer.ok) noteWrite(store, answer.value.revision, null);
  return answer;
}
