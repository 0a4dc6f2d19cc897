/** A new value of a target (目标调整) as it was typed, checked before it is tried or written. */
import { type BookRevision, type PlanBook, withRevision } from "@beizeng/db";
import { compare, ofDecimal } from "../domain/fraction.ts";
import { revisionInForce } from "../domain/in-force.ts";
import type { Decimal, Text } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { amountFaults, mostDecimals } from "../domain/target-rules.ts";
import { readTyped } from "../domain/typed-figure.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { TargetEntry } from "./outline.ts";

/** What is typed of a new value. */
export interface TypedRevision {
  /** Key of the target: measure.reading.horizon. */
  readonly target: string;
  /** The first month that is judged by the new value. */
  readonly from: string;
  /** A decimal text in the target's unit. */
  readonly value: string;
  /** The new upper end, of a range alone. */
  readonly stretch?: string;
}

/** A new value that may be given to its target. */
export interface AskedRevision {
  readonly entry: TargetEntry;
  readonly from: Month;
  readonly value: Decimal;
  readonly stretch: Decimal | null;
}

/** A typed decimal with as many places as it needs, or why it is none. */
export function readDecimal(field: string, typed: string, most: number): Answer<Decimal> {
  const read = readTyped(typed, most);
  const blank: Text = { zh: "应为数字", en: "it must be a number" };
  if (!read.ok) return refuse({ code: "figure-refused", field, value: typed, allowed: read.text });
  if (read.figure === null) return refuse({ code: "figure-refused", field, value: typed, allowed: blank });
  let [digits, decimals] = [read.figure, most];
  while (decimals > 0 && digits % 10 === 0) [digits, decimals] = [digits / 10, decimals - 1];
  return give({ digits, decimals });
}

function readAmounts(
  { value: typed, stretch: typedStretch }: TypedRevision,
  { row, measure }: TargetEntry,
): Answer<{ value: Decimal; stretch: Decimal | null }> {
  const { indicator } = measure.row;
  const most = mostDecimals(row.reading, indicator);
  const value = readDecimal("value", typed, most);
  if (!value.ok) return value;
  const stretch = typedStretch === undefined ? null : readDecimal("stretch", typedStretch, most);
  if (stretch !== null && !stretch.ok) return stretch;
  const given = { ...row, value: value.value, ...(stretch !== null && { stretch: stretch.value }) };
  const [fault] = amountFaults(given, indicator);
  if (fault === undefined) return give({ value: value.value, stretch: stretch?.value ?? null });
  const shown = fault.field === "stretch" ? (typedStretch ?? "—") : typed;
  return refuse({ code: "figure-refused", field: fault.field, value: shown, allowed: fault.text });
}

/** The months from which a target may be revised: from when it is in force to its deadline, null without one. */
export function revisableMonths({ target }: TargetEntry): { readonly first: Month; readonly last: Month | null } {
  return { first: target.revisions[0]?.from ?? target.origin, last: target.deadline };
}

function readFrom({ from }: TypedRevision, entry: TargetEntry): Answer<Month> {
  const { first, last } = revisableMonths(entry);
  if (isMonth(from) && from >= first && (last === null || from <= last)) return give(from);
  return refuse({ code: "month-out-of-range", field: "from", value: from, allowed: `${first} — ${last ?? "9999-12"}` });
}

const done: Text = { zh: "“完成”不能改为别的数值", en: "what is done or not has no other value" };

const isSame = (left: Decimal | null, right: Decimal | null) =>
  left === null || right === null ? left === right : compare(ofDecimal(left), ofDecimal(right)) === 0;

/** The typed value, or why it cannot be the target's: who tries it and who writes it are told the same. */
export function readRevision(typed: TypedRevision, entry: TargetEntry | undefined): Answer<AskedRevision> {
  if (entry === undefined) return refuse({ code: "unknown-target", field: "target", value: typed.target });
  if (entry.row.reading === "done") {
    return refuse({ code: "figure-refused", field: "value", value: typed.value, allowed: done });
  }
  const from = readFrom(typed, entry);
  if (!from.ok) return from;
  const read = readAmounts(typed, entry);
  if (!read.ok) return read;
  const { value, stretch } = read.value;
  const standing = revisionInForce(entry.target, from.value);
  if (isSame(standing.value, value) && isSame(standing.stretch, stretch)) {
    return refuse({ code: "nothing-revised", field: "value", value: typed.value, allowed: from.value });
  }
  return give({ entry, from: from.value, value, stretch });
}

/** The plan as the store will hold it once the value is entered. */
export function bookRevised(
  book: PlanBook,
  target: string,
  { from, value, stretch }: Pick<BookRevision, "from" | "value" | "stretch">,
  knownAt: string,
): PlanBook {
  const entered = { from, value, stretch, reason: null, document: null, knownAt };
  const targets = book.targets.map((each) =>
    each.key === target ? { ...each, revisions: withRevision(each.revisions, entered) } : each,
  );
  return { ...book, targets };
}
