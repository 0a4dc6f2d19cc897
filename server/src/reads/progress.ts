/** How far a plan's headline, chains and tasks have come at a month, for the targets of one horizon. */
import type { Progress, SubjectProgress } from "../contract/progress.ts";
import type { ProgressQuery } from "../contract/questions.ts";
import { countLights } from "../domain/lights.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { assignedUnits } from "./assigned-units.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { furthestFirst, isBehind, progressInWords } from "./progress-in-words.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reconciliations } from "./reconciliation.ts";
import { shownAssessment } from "./shown-assessment.ts";

function unreported(month: MonthView, entries: readonly TargetEntry[]): Progress["unreported"] {
  return entries
    .filter((entry) => month.assessment(entry).light === "unreported")
    .map((entry) => ({
      target: entry.row.key,
      reportingUnit: entry.measure.reporting.name,
      lastMonth: month.assessment(entry).judgedMonth,
    }));
}

/** The answer of GET /api/plans/{plan}/progress. */
export async function readProgress(reads: Reads, plan: string, query: ProgressQuery): Promise<Answer<Progress>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, horizon } = asked.value;
  const month = monthView(view, asked.value.month);
  const { outline } = month.view;
  const ofHorizon = (subject: SubjectEntry) =>
    subject.measures.flatMap(({ targets }) => targets.filter(({ row }) => row.horizon === horizon));
  const entries = outline.subjects.flatMap(ofHorizon);
  const progressOf = (subject: SubjectEntry): SubjectProgress => ({
    subject: subjectSummary(subject),
    units: assignedUnits(outline, subject, month.month),
    assessments: ofHorizon(subject).map((entry) => shownAssessment(month, entry)),
  });
  const ofKind = (kind: string) => outline.subjects.filter(({ row }) => row.kind === kind);
  const withTargets = (subject: SubjectEntry) => ofHorizon(subject).length > 0;
  const chains = ofKind("chain");
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, month.month),
    horizon,
    headline: ofKind("headline").filter(withTargets).map(progressOf),
    chains: chains.map(progressOf),
    tasks: ofKind("task").filter(withTargets).map(progressOf),
    lights: countLights(entries.map(month.assessment)),
    behind: entries
      .filter(isBehind(month))
      .sort(furthestFirst(month))
      .map(({ row }) => row.key),
    unreported: unreported(month, entries),
    reconciliations: reconciliations(outline, month.month, horizon),
    summary: progressInWords(
      month,
      chains.filter(withTargets).length > 0 ? chains.filter(withTargets) : outline.subjects,
      ofHorizon,
    ),
  });
}
