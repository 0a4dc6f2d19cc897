/** What waits for review, of all plans: what is unusual first, then by due day. */
import { findMovesOfMonth, findSubmissionsInState } from "@beizeng/db";
import type { ReviewItem } from "../contract/reviews.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { findingsOf } from "../plans/counted-lines.ts";
import type { Reads } from "./reads.ts";
import { factsOf, openSubmission, peopleOf } from "./submission-facts.ts";

type People = (key: string) => string;

async function itemOf(reads: Reads, id: number, people: People): Promise<ReviewItem | null> {
  const opened = await openSubmission(reads, id);
  if (opened === null) return null;
  const { handedIn, extension: _, ...facts } = await factsOf(reads, opened);
  if (handedIn === null) return null;
  const { recorded, counted, view, period } = opened;
  const findings = counted.flatMap((line) =>
    findingsOf(view, period, line).map((finding) => ({
      measure: line.entry.row.key,
      name: nameOf(line.entry.subject.row.name, line.entry.row.indicator.name),
      finding,
    })),
  );
  const isCorrection = facts.kind === "correction" || counted.some(({ value }) => value.number > 1);
  const month = monthStandingOf(await findMovesOfMonth(reads.store, recorded.planId, recorded.period));
  return {
    ...facts,
    submittedBy: people(handedIn.actor),
    submittedAt: handedIn.at,
    lines: counted.length,
    findings,
    jumps: findings.filter(({ finding }) => finding.code === "jump").length,
    isCorrection,
    isClosed: isClosed(month),
    isPlain: findings.length === 0 && !isCorrection && !isClosed(month),
  };
}

const nameOf = (subject: ReviewItem["place"], indicator: ReviewItem["place"]) => ({
  zh: `${subject.zh} · ${indicator.zh}`,
  en: `${subject.en} · ${indicator.en}`,
});

/** What is asked first: errors and warnings, then corrections, then by due day (what has none by when it came). */
function byUrgency(left: ReviewItem, right: ReviewItem): number {
  const rank = (item: ReviewItem) => (item.findings.length > 0 ? 0 : item.isCorrection ? 1 : 2);
  const day = (item: ReviewItem) => item.dueOn ?? item.submittedAt.slice(0, 10);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  const [ours, theirs] = [`${day(left)} ${left.submittedAt}`, `${day(right)} ${right.submittedAt}`];
  return ours < theirs ? -1 : ours > theirs ? 1 : 0;
}

/** The answer of GET /api/reviews. */
export async function readReviews(reads: Reads): Promise<{ items: ReviewItem[] }> {
  const people = await peopleOf(reads);
  const items: ReviewItem[] = [];
  for (const id of await findSubmissionsInState(reads.store, "submitted")) {
    const item = await itemOf(reads, id, people);
    if (item !== null) items.push(item);
  }
  return { items: items.sort(byUrgency) };
}
