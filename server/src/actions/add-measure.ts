import { findIndicators, insertAddedMeasure, type Store, type Transaction } from "@beizeng/db";
import { findLastClosed } from "../plans/asked-addition.ts";
import { type AskedMeasure, readMeasure, type TypedMeasure } from "../plans/asked-measure.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing, type WrittenEdit } from "./edit-plan.ts";
import { findStandings, renewHeadlines, type Standings } from "./renew-headlines.ts";

/** A measure that a plan did not have, with its first targets. */
export interface AddMeasure extends PlanEditing, TypedMeasure {}

const documentOf = ({ document = "" }: AddMeasure) => document.trim() || null;

/** All that is written, as the audit keeps it: the values of its targets in the form of those that a plan came in with. */
function payloadOf(request: AddMeasure, { indicator, measure, targets }: AskedMeasure): object {
  const document = documentOf(request);
  return {
    indicator,
    measure,
    targets: targets.map(({ target: { key, madeOf: _, table: __, ...target }, partOf }) => ({
      target: key,
      from: target.origin,
      ...target,
      ...{ reason: null, document, partOf: partOf?.row.key ?? null },
    })),
  };
}

async function write(
  transaction: Transaction,
  request: AddMeasure,
  { outline, asked, standings }: { outline: PlanOutline; asked: AskedMeasure; standings: Standings },
  { editId, revision }: WrittenEdit,
): Promise<void> {
  const { subject, indicator, measure, targets, from } = asked;
  const { plan, now, actor } = request;
  const reporting = outline.departments.get(measure.reporting);
  if (reporting === undefined) throw new Error(`${measure.reporting} is no unit of ${plan}`);
  await insertAddedMeasure(transaction, {
    planId: outline.facts.id,
    editId,
    subjectId: subject.row.id,
    reportingDepartmentId: reporting.id,
    indicator,
    measure,
    targets: targets.map(({ target, partOf }) => ({ target, partOf: partOf?.row.id ?? null })),
    entry: { document: documentOf(request), revision, actor: actor.id, knownAt: now },
  });
  await renewHeadlines(transaction, { plan, measure: measure.key, from, now }, standings);
}

/** Adds a measure to a subject from a month on; the months before, and whatever was known before, stay as they were. */
export function addMeasure(
  store: Store,
  request: AddMeasure,
): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { subject, indicator, newIndicator, nature, reporting, from, targets } = request;
  const typed = { kind: "add-measure", subject, indicator, newIndicator, nature, reporting, from, targets };
  return editPlan(store, request, typed, async (outline, transaction): Promise<Answer<Addition>> => {
    const lastClosed = await findLastClosed(transaction, outline.facts.id);
    const read = readMeasure(request, outline, { indicators: await findIndicators(transaction), lastClosed });
    if (!read.ok) return read;
    const asked = read.value;
    const standings = await findStandings(store, transaction, request.plan);
    return give({
      kind: "add-measure",
      entity: `measure:${asked.measure.key}`,
      from: asked.from,
      payload: payloadOf(request, asked),
      write: (writing, written) => write(writing, request, { outline, asked, standings }, written),
    });
  });
}
