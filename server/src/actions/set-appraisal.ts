/** Setting how units are appraised each quarter (季考评) from a month on: what came before stays, and earlier quarters are appraised by it. */
import { findIndicators, insertAddedMeasure, insertAppraisalRule, type Store, type Transaction } from "@beizeng/db";
import { findLastClosed } from "../plans/asked-addition.ts";
import { type AskedAppraisal, readAppraisal, type TypedAppraisal } from "../plans/asked-appraisal.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing, type WrittenEdit } from "./edit-plan.ts";

/** A rule of appraisal from a month on. */
export interface AddAppraisalRule extends PlanEditing, TypedAppraisal {}

async function write(
  transaction: Transaction,
  { actor, now }: AddAppraisalRule,
  { outline, asked }: { readonly outline: PlanOutline; readonly asked: AskedAppraisal },
  { editId, revision }: WrittenEdit,
): Promise<void> {
  const planId = outline.facts.id;
  const subjectId = asked.subject.row.id;
  const entry = { document: null, revision, actor: actor.id, knownAt: now };
  for (const { measure, indicator } of asked.measures) {
    const reporting = outline.departments.get(measure.reporting);
    if (reporting === undefined) throw new Error(`${measure.reporting} is no unit of ${outline.facts.key}`);
    await insertAddedMeasure(transaction, {
      ...{ planId, editId, subjectId, reportingDepartmentId: reporting.id },
      ...{ indicator, measure, targets: [], entry },
    });
  }
  await insertAppraisalRule(transaction, { planId, subjectId, editId }, asked.rule);
}

/**
 * Appraises a plan's units by a rule from a month on. Figures that nobody reports yet become measures of their units, without
 * targets: they stand on the units' papers from that month and go through review as every figure does.
 */
export function addAppraisalRule(
  store: Store,
  request: AddAppraisalRule,
): Promise<Answer<Edited & { readonly isRepeated: boolean }>> {
  const { from, subject, units, indicators } = request;
  const kind = "add-appraisal-rule";
  return editPlan(
    store,
    request,
    { kind, from, subject, units, indicators },
    async (outline, transaction): Promise<Answer<Addition>> => {
      const lastClosed = await findLastClosed(transaction, outline.facts.id);
      const read = readAppraisal(request, outline, { indicators: await findIndicators(transaction), lastClosed });
      if (!read.ok) return read;
      const asked = read.value;
      return give({
        kind,
        entity: `appraisal-rule:${asked.from}`,
        from: asked.from,
        payload: {
          subject: asked.rule.subject,
          indicators: asked.rule.indicators,
          units: asked.rule.units,
          measures: asked.measures.map(({ measure }) => measure),
          newIndicators: asked.indicators.filter(({ id }) =>
            asked.measures.some(({ indicator }) => indicator.id === id),
          ),
        },
        write: (writing, written) => write(writing, request, { outline, asked }, written),
      });
    },
  );
}
