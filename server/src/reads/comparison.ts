/** A subject beside the plan's others of its kind that have the same target at the same horizon. */
import type { Comparison, ComparisonGroup } from "../contract/comparison.ts";
import type { ProgressQuery } from "../contract/questions.ts";
import { comparisonInWords } from "../domain/chain-sentences.ts";
import { placeGaps } from "../domain/gap-order.ts";
import { lightWord, readingName } from "../domain/words.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { shortfallAt } from "./named-target.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askPlanMonthHorizon, askSubject } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { shownAssessment } from "./shown-assessment.ts";

/** What may be compared has one indicator, and with it one unit, and one reading. */
const kindOf = ({ row, measure }: TargetEntry) => `${measure.row.indicator.key}.${row.reading}`;

/** The targets of one kind with the subject's own among them, the largest gap first. */
function groupOf(
  month: MonthView,
  subject: SubjectEntry,
  key: string,
  entries: readonly TargetEntry[],
): ComparisonGroup | null {
  const isOwn = ({ measure }: TargetEntry) => measure.subject.row.key === subject.row.key;
  const placed = placeGaps(entries.map((entry) => ({ entry, gap: month.assessment(entry).gap })));
  const own = placed.find(({ entry }) => isOwn(entry));
  if (own === undefined) return null;
  const lacking = ({ entry }: (typeof placed)[number]) => shortfallAt(month, entry).inWords;
  const isUnreported = (entry: TargetEntry) => month.assessment(entry).light === "unreported";
  const worst = placed.find((each) => lacking(each) !== null);
  const worstLacking = worst === undefined ? null : lacking(worst);
  const { row, measure } = own.entry;
  const subjects = new Set(entries.map((entry) => entry.measure.subject.row.key));
  return {
    key,
    indicatorName: measure.row.indicator.name,
    reading: row.reading,
    unit: month.assessment(own.entry).unit,
    rows: placed.map(({ entry, place }) => ({
      subject: subjectSummary(entry.measure.subject),
      isOwn: isOwn(entry),
      place,
      assessment: shownAssessment(month, entry),
    })),
    sentence: comparisonInWords({
      indicator: readingName(row.reading, measure.row.indicator.name),
      areChains: subject.row.kind === "chain" && subjects.size === entries.length,
      count: entries.length,
      own: {
        name: subject.row.name,
        place: own.place,
        sharing: placed.filter(({ place }) => place === own.place).length,
        lacking: lacking(own),
        isUnreported: isUnreported(own.entry),
      },
      unreported: entries.filter(isUnreported).length,
      unreportedWord: lightWord("unreported", month.view.basis),
      worst:
        worst === undefined || worstLacking === null
          ? null
          : { name: worst.entry.measure.subject.row.name, lacking: worstLacking },
    }),
  };
}

/** The answer of GET /api/plans/{plan}/subjects/{subject}/comparison. */
export async function readComparison(
  reads: Reads,
  { plan, subject: key }: { plan: string; subject: string },
  query: ProgressQuery,
): Promise<Answer<Comparison>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, horizon } = asked.value;
  const subject = askSubject(view.outline, key);
  if (!subject.ok) return subject;
  const month = monthView(view, asked.value.month);
  const peers = month.view.outline.targets.filter(
    ({ row, measure }) => row.horizon === horizon && measure.subject.row.kind === subject.value.row.kind,
  );
  const own = peers.filter(({ measure }) => measure.subject.row.key === key);
  const groups = [...new Set(own.map(kindOf))].flatMap(
    (kind) =>
      groupOf(
        month,
        subject.value,
        kind,
        peers.filter((entry) => kindOf(entry) === kind),
      ) ?? [],
  );
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, asked.value.month),
    horizon,
    subject: subjectSummary(subject.value),
    groups,
  });
}
