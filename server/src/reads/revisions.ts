/** A target with every value that it was ever given. */
import { findEnteredRevisions } from "@beizeng/db";
import type { TargetRevisions } from "../contract/revisions.ts";
import { mostDecimals } from "../domain/target-rules.ts";
import { revisableMonths } from "../plans/asked-revision.ts";
import { shownDecimal } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { shownTarget } from "./shown-target.ts";
import { targetInWords } from "./target-in-words.ts";

/** The answer of GET /api/plans/{plan}/targets/{target}/revisions; the target as it is in the running month. */
export async function readRevisions(
  reads: Reads,
  { plan, target }: { readonly plan: string; readonly target: string },
): Promise<Answer<TargetRevisions>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const entry = view.outline.targetByKey.get(target);
  if (entry === undefined) return refuse({ code: "unknown-target", field: "target", value: target });
  const month = monthView(view, runningMonth(reads));
  const people = await peopleOf(reads);
  const { unit } = month.assessment(entry);
  const entered = await findEnteredRevisions(reads.store, entry.row.id);
  return give({
    plan: planSummary(reads, view.outline),
    target: shownTarget(month, entry),
    subjectName: entry.measure.subject.row.name,
    month: month.month,
    revisions: entered.map(({ from, value, stretch, reason, document, knownAt, revision, actor }) => ({
      from: storedMonth(from),
      text: targetInWords(entry, { targetValue: value, stretch, unit }),
      value: shownDecimal(value),
      ...{ reason, document, at: knownAt, by: actor === "system" ? null : people(actor), revision },
    })),
    decimals: mostDecimals(entry.row.reading, entry.measure.row.indicator),
    ...revisableMonths(entry),
  });
}
