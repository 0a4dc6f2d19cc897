/** One headline target of all places at a month: the rows derived with the ledger, computed only where one is missing. */
import {
  findHeadlineKinds,
  findHeadlineRows,
  findHeadlineRowsJoined,
  findLedgerRevision,
  type HeadlineTarget,
} from "@beizeng/db";
import { type Basis, percentReadings, type Reading } from "@beizeng/db/vocabulary";
import type { HeadlineLightsQuery, HeadlinesQuery } from "../contract/questions.ts";
import type { Text } from "../domain/model.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { headlineRow } from "../plans/headline-rows.ts";
import { headlineTargetsAsked } from "../plans/headline-targets.ts";
import { monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { listed, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** The row of a target that has none yet, computed as it will be kept. */
async function missingRow(reads: Reads, target: HeadlineTarget, month: Month, basis: Basis): Promise<string> {
  const known = await reads.view(target.plan, { basis, asKnownOn: null });
  const entry = known?.view.outline.targetByKey.get(target.key);
  if (known === null || entry === undefined)
    throw new Error(`the headline ${target.key} of ${target.plan} is not there`);
  return headlineRow(monthView(known.view, month), entry, basis).row;
}

/** How many missing rows are computed before others get their turn. */
const rowsInARow = 4;

async function rowsOf(
  reads: Reads,
  targets: readonly HeadlineTarget[],
  asked: { indicator: string; reading: Reading; horizon: string; basis: Basis; month: Month },
): Promise<Buffer> {
  const joined = await findHeadlineRowsJoined(reads.store, asked);
  if (joined.count === targets.length) return joined.rows;
  const derived = await findHeadlineRows(reads.store, asked);
  const known = new Map(derived.map(({ targetId, row }) => [targetId, row]));
  const rows: string[] = [];
  for (const [place, target] of targets.entries()) {
    if (place % rowsInARow === 0) await new Promise((resolve) => setImmediate(resolve));
    rows.push(known.get(target.targetId) ?? (await missingRow(reads, target, asked.month, asked.basis)));
  }
  return Buffer.from(rows.join(","));
}

/** A question that names a kind of headline target of which there is none, with those that there are. */
export async function refuseKind(reads: Reads, asked: Omit<HeadlineLightsQuery, "basis">): Promise<Answer<never>> {
  const kinds = await findHeadlineKinds(reads.store);
  const nameOf = ({ indicator, reading, horizon }: typeof asked) => `${indicator} ${reading} ${horizon}`;
  return refuse({ code: "unknown-headline", value: nameOf(asked), allowed: listed(kinds.map(nameOf)) });
}

/** The unit in which a reading of an indicator is shown. */
export const unitOf = (reading: Reading, unit: Text): Text =>
  percentReadings.some((percent) => percent === reading) ? { zh: "%", en: "%" } : unit;

/** The targets that the question is about and the month within their range. */
async function ask(
  reads: Reads,
  query: HeadlinesQuery,
): Promise<Answer<{ targets: readonly HeadlineTarget[]; month: Month }>> {
  const { indicator, reading, horizon, month } = query;
  const { targets, firstOrigin } = await headlineTargetsAsked(reads.store, { indicator, reading, horizon });
  if (firstOrigin === null) return refuseKind(reads, query);
  const last = runningMonth(reads);
  if (isMonth(month) && month > firstOrigin && month <= last) {
    return give({
      targets: targets.filter(({ origin, from }) => origin < month && (from === null || from <= month)),
      month,
    });
  }
  return refuse({ code: "month-out-of-range", field: "month", value: month, allowed: `${firstOrigin} — ${last}` });
}

/** The answer of GET /api/headlines as JSON in UTF-8: its rows are sent as they are kept. After a deadline its row stands. */
export async function readHeadlines(reads: Reads, query: HeadlinesQuery): Promise<Answer<Buffer>> {
  const asked = await ask(reads, query);
  if (!asked.ok) return asked;
  const { indicator, reading, horizon, basis = "department" } = query;
  const { targets, month } = asked.value;
  const judged = isMonth(horizon) && horizon < month ? horizon : month;
  const rows = await rowsOf(reads, targets, { indicator, reading, horizon, basis, month: judged });
  const [first] = targets;
  const head = {
    ...{ month, basis, indicator, reading, horizon },
    unit: first === undefined ? null : unitOf(reading, first.unit),
    revision: await findLedgerRevision(reads.store),
    isDemonstration: reads.isDemonstration,
  };
  const before = `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  return give(Buffer.concat([Buffer.from(before), rows, Buffer.from("]}")]));
}
