/** An edition with the figures as of it, whether it is whole, and what was corrected since. */
import {
  findMovesOfMonth,
  findObservations,
  findPlanBook,
  inSnapshot,
  type Reader,
  type StandingValue,
} from "@beizeng/db";
import type { Basis } from "@beizeng/db/vocabulary";
import type { EditionFigures } from "../contract/months.ts";
import { figureFields } from "../domain/check-list.ts";
import { isMonth, type Month } from "../domain/month.ts";
import { editionHash, type StandingByBasis } from "../plans/edition.ts";
import { type MeasureEntry, outlineOf, type PlanOutline } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { monthView, planView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { shownEdition } from "./months.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, listed } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { shownAssessment } from "./shown-assessment.ts";

async function standingAt(reader: Reader, planId: number, asOfRevision?: number): Promise<StandingByBasis> {
  const known = asOfRevision === undefined ? {} : { asOfRevision };
  return {
    department: await findObservations(reader, { planId, basis: "department", ...known }),
    statistics: await findObservations(reader, { planId, basis: "statistics", ...known }),
  };
}

/** The plan with what was known at a revision of the ledger, and what stands now; a target that came later is left out. */
async function editionAt(reader: Reader, plan: string, revision: number) {
  const book = await findPlanBook(reader, plan, undefined, revision);
  if (book === null) throw new Error(`${plan} was closed and is not there`);
  const targets = book.targets.filter(({ revisions }) => revisions.length > 0);
  return {
    outline: outlineOf({ ...book, targets: targets.map((target) => withKnownParts(target, targets)) }),
    atClosing: await standingAt(reader, book.plan.id, revision),
    now: await standingAt(reader, book.plan.id),
  };
}

/** A headline as it was made then: parts that came later are not among them. */
function withKnownParts<Target extends { readonly key: string; readonly madeOf: { readonly parts: string[] } | null }>(
  target: Target,
  known: readonly { readonly key: string }[],
): Target {
  if (target.madeOf === null) return target;
  const parts = target.madeOf.parts.filter((part) => known.some(({ key }) => key === part));
  return { ...target, madeOf: { ...target.madeOf, parts } };
}

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
export async function readEdition(
  reads: Reads,
  { plan, month, edition }: { plan: string; month: string; edition: string },
  basis: Basis,
): Promise<Answer<EditionFigures>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { facts } = asked.value.view.outline;
  const moves = await findMovesOfMonth(reads.store, facts.id, month);
  const closings = moves.filter(({ move }) => move === "close");
  const closing = closings.find((move) => String(move.edition) === edition);
  if (closing === undefined || !isMonth(month)) {
    const allowed = listed(closings.map((move) => String(move.edition))) || "—";
    return refuse({ code: "unknown-edition", field: "edition", value: edition, allowed });
  }
  const known = await inSnapshot(reads.store, (reader) => editionAt(reader, plan, closing.revision));
  const { outline, atClosing } = known;
  const judged = monthView(planView(outline, atClosing[basis]), month);
  return give({
    plan: planSummary(reads, asked.value.view.outline),
    month,
    edition: shownEdition(closing, await peopleOf(reads)),
    isWhole: editionHash(outline, atClosing, month) === closing.hash,
    assessments: outline.targets.map((entry) => shownAssessment(judged, entry)),
    corrections: laterCorrections(outline, month, basis, known),
  });
}
