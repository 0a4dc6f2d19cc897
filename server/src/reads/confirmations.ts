/** What the statistics bureau can confirm of a plan for a period, unit by unit. DOMAIN section 8. */
import { findConfirmationDrafts, findSubmissions, type RecordedSubmission } from "@beizeng/db";
import type { SubmissionState } from "@beizeng/db/vocabulary";
import type { Confirmations } from "../contract/differences.ts";
import { isBaseOf } from "../domain/base.ts";
import { differencesOf } from "../domain/differences.ts";
import { addMonths } from "../domain/month.ts";
import { observationAt } from "../domain/observation.ts";
import { type AskedPeriod, askPeriod } from "../papers/asked-period.ts";
import { askBase } from "../papers/base-lines.ts";
import type { MeasureEntry, PlanOutline } from "../plans/outline.ts";
import { isAskedAt, periodsUntil } from "../plans/periods.ts";
import { stateOf } from "../plans/submission-state.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

type Unit = Confirmations["units"][number];

/** The periods that have ended, and the bases of which something is reported; the newest first. */
function periodsOf(reads: Reads, outline: PlanOutline): Confirmations["periods"] {
  const ended = periodsUntil(outline, addMonths(runningMonth(reads), -1));
  const origins = [...new Set(outline.targets.map(({ target }) => target.origin))];
  const bases = origins.filter(
    (origin) =>
      !ended.includes(origin) &&
      outline.measures.some((measure) => isBaseOf(measure.siblings, origin) && askBase(measure, origin).ok),
  );
  return [
    ...ended.map((period) => ({ period: String(period), isBase: false })),
    ...bases.map((period) => ({ period: String(period), isBase: true })),
  ].sort((left, right) => (left.period > right.period ? -1 : 1));
}

/** How the confirmation of a unit stands: the one that is under way, or the last that was accepted. */
function stateIn(last: RecordedSubmission | undefined, hasDraft: boolean): SubmissionState {
  const state = last === undefined ? "open" : stateOf(last);
  return hasDraft && state !== "returned" ? "draft" : state;
}

/** Counts of a unit's measures that are asked for, reported, confirmed, and confirmed otherwise. */
function countsOf(
  views: { readonly reported: PlanView; readonly confirmed: PlanView },
  { period }: AskedPeriod,
  measures: readonly MeasureEntry[],
): Pick<Unit, "measures" | "reported" | "confirmed" | "differing"> {
  const counts = { measures: measures.length, reported: 0, confirmed: 0, differing: 0 };
  for (const entry of measures) {
    const reported = observationAt(views.reported.measure(entry), period);
    const confirmed = observationAt(views.confirmed.measure(entry), period);
    if (reported !== null) counts.reported += 1;
    if (confirmed !== null) counts.confirmed += 1;
    if (reported !== null && confirmed !== null && differencesOf({ reported, confirmed }).length > 0) {
      counts.differing += 1;
    }
  }
  return counts;
}

/** The answer of GET /api/plans/{plan}/confirmations; of the latest period that has ended where none is asked for. */
export async function readConfirmations(
  reads: Reads,
  plan: string,
  query: { readonly period?: string },
): Promise<Answer<Confirmations>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { view } = asked.value;
  const { outline } = view;
  const { facts, calendar } = outline;
  const about = { plan: { key: facts.key, title: facts.title }, periods: periodsOf(reads, outline) };
  const latest = about.periods.find(({ isBase }) => !isBase)?.period;
  const chosen = query.period ?? latest;
  if (chosen === undefined) return give({ ...about, period: null, units: [] });
  const found = askPeriod(outline, chosen, reads.instant());
  if (!found.ok) return found;
  const { period, isBase } = found.value;
  const known = await reads.view(plan, { basis: "statistics", asKnownOn: null });
  const views = { reported: view, confirmed: known?.view ?? view };
  const submissions = await findSubmissions(reads.store, { planId: facts.id, from: period, until: period });
  const drafts = await findConfirmationDrafts(reads.store, facts.id);
  const isAsked = (entry: MeasureEntry) => (isBase ? askBase(entry, period).ok : isAskedAt(entry, period, calendar));
  const measures = outline.measures.filter(isAsked);
  const units = [...outline.departments.values()].flatMap((department): Unit[] => {
    const own = measures.filter(({ reporting }) => reporting.key === department.key);
    if (own.length === 0) return [];
    const last = submissions.findLast((each) => each.kind === "confirmation" && each.department === department.key);
    const hasDraft = drafts.some((draft) => draft.departmentId === department.id && draft.period === period);
    return [
      {
        department: { key: department.key, name: department.name },
        ...countsOf(views, found.value, own),
        state: stateIn(last, hasDraft),
      },
    ];
  });
  return give({ ...about, period, units });
}
