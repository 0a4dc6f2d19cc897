/**
 * The reads of an edition (数据版本): everything that the pages are answered by, as the ledger knew it when the month was closed.
 * A later correction, target value, rule of lights or submission is in none of its answers.
 */
import { findMovesOfMonth, inSnapshot, type RecordedMonthMove } from "@beizeng/db";
import { isMonth, type Month } from "../domain/month.ts";
import { dayInChina } from "../plans/china-day.ts";
import { findEditionState } from "../plans/edition-state.ts";
import { planView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { askPlan, knowledgeOf, listed } from "./questions.ts";
import type { Known, Reads } from "./reads.ts";

/** Names an edition: a plan's month and the number of its closing. */
export interface EditionName {
  readonly plan: string;
  readonly month: string;
  readonly edition: string;
}

/** A closing with its month and all moves of that month; refuses what was never closed. */
export interface AskedEdition {
  readonly closing: RecordedMonthMove;
  readonly moves: readonly RecordedMonthMove[];
  readonly month: Month;
}

/** The closing that an edition's name means. */
export async function askEdition(reads: Reads, { plan, month, edition }: EditionName): Promise<Answer<AskedEdition>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const moves = await findMovesOfMonth(reads.store, asked.value.view.outline.facts.id, month);
  const closings = moves.filter(({ move }) => move === "close");
  const closing = closings.find((move) => String(move.edition) === edition);
  if (closing !== undefined && isMonth(month)) return give({ closing, moves, month });
  const there = listed(closings.map((move) => String(move.edition)));
  const allowed =
    there === ""
      ? { zh: "该月尚未结账", en: "the month has not been closed" }
      : { zh: `现有 ${there}`, en: `there are ${there}` };
  return refuse({ code: "unknown-edition", field: "edition", value: edition, allowed });
}

/**
 * The reads of one plan as its month was closed: the figures of that revision, the day of the closing for all that depends
 * on a day. Other plans are not known to them.
 */
export function editionReads(reads: Reads, plan: string, { at, revision }: RecordedMonthMove): Reads {
  let state: ReturnType<typeof findEditionState> | null = null;
  const known = new Map<string, Known>();
  return {
    ...reads,
    today: () => dayInChina(at),
    now: () => at,
    instant: () => at,
    asOfRevision: revision,
    view: async (asked, { basis }) => {
      if (asked !== plan) return null;
      state ??= inSnapshot(reads.store, (reader) => findEditionState(reader, plan, revision));
      const { outline, atClosing } = await state;
      const found = known.get(basis) ?? { view: planView(outline, atClosing[basis], basis), revision };
      known.set(basis, found);
      return found;
    },
  };
}
