/** An edition with the figures as of it, whether it is whole, and what was corrected since. */
import { inSnapshot, type StandingValue } from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { EditionFigures } from "../contract/months.ts";
import { figureFields } from "../domain/check-list.ts";
import type { Month } from "../domain/month.ts";
import { editionHash, type StandingByBasis } from "../plans/edition.ts";
import { findEditionState, findStandingAt } from "../plans/edition-state.ts";
import type { MeasureEntry, PlanOutline } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { monthView, planView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { askEdition, type EditionName } from "./edition-reads.ts";
import { shownEdition } from "./months.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { shownAssessment } from "./shown-assessment.ts";

type Correction = EditionFigures["corrections"][number];

function correctionsOf(entry: MeasureEntry, basis: Basis, former: StandingValue, now: StandingValue): Correction[] {
  const { key, indicator, scope } = entry.row;
  const changed = figureFields.filter((field) => former[field] !== now[field]);
  return changed.map((field) => ({
    measure: key,
    subject: entry.subject.row.name,
    name:
      scope === null
        ? indicator.name
        : { zh: `${indicator.name.zh} · ${scope.name.zh}`, en: `${indicator.name.en} · ${scope.name.en}` },
    basis,
    month: former.month,
    field,
    former: shownScaled(former[field], indicator.decimals),
    now: shownScaled(now[field], indicator.decimals),
    unit: indicator.unit,
  }));
}

/** What of the edition's figures was corrected since, in the order of the document. */
function laterCorrections(
  outline: PlanOutline,
  month: Month,
  basis: Basis,
  { atClosing, now }: { readonly atClosing: StandingByBasis; readonly now: StandingByBasis },
): Correction[] {
  return outline.measures.flatMap((entry) => {
    const current = new Map((now[basis].get(entry.row.id) ?? []).map((value) => [value.month, value]));
    const former = (atClosing[basis].get(entry.row.id) ?? []).filter((value) => value.month <= month);
    return former.flatMap((value) => {
      const other = current.get(value.month);
      return other === undefined || other.number === value.number ? [] : correctionsOf(entry, basis, value, other);
    });
  });
}

/** The answer of GET /api/plans/{plan}/months/{month}/editions/{edition}. */
export async function readEdition(reads: Reads, name: EditionName, basis: Basis): Promise<Answer<EditionFigures>> {
  const asked = await askPlan(reads, name.plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const named = await askEdition(reads, name);
  if (!named.ok) return named;
  const { closing, moves, month } = named.value;
  const known = await inSnapshot(reads.store, async (reader) => ({
    ...(await findEditionState(reader, name.plan, closing.revision)),
    now: await findStandingAt(reader, asked.value.view.outline.facts.id),
  }));
  const { outline, atClosing } = known;
  const judged = monthView(planView(outline, atClosing[basis], basis), month);
  return give({
    plan: planSummary(reads, asked.value.view.outline),
    month,
    edition: shownEdition(closing, moves, await peopleOf(reads)),
    isWhole: editionHash(outline, atClosing, month) === closing.hash,
    subjects: judged.view.outline.subjects.map(({ row: { key, kind, name, clause } }) => ({ key, kind, name, clause })),
    assessments: judged.view.outline.targets.map((entry) => shownAssessment(judged, entry)),
    corrections: laterCorrections(outline, month, basis, known),
  });
}
