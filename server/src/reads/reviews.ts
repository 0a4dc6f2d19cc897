/** What waits for review, of all plans: what is unusual first, then by due day. */
import { findMovesOfMonth } from "@beizeng/db";
import type { ReviewItem } from "../contract/reviews.ts";
import { isClosed, type MonthStanding, monthStandingOf } from "../domain/months.ts";
import { findingsOf } from "../plans/counted-lines.ts";
import { type DueDays, findDueDays } from "../plans/due-days.ts";
import { stateOf } from "../plans/submission-state.ts";
import { findWaitingSubmissions } from "../plans/waiting-submissions.ts";
import { namesOf } from "./people.ts";
import type { Reads } from "./reads.ts";
import { factsOf, type OpenedSubmission, openSubmission } from "./submission-facts.ts";

/** What several submissions of a plan have in common, read once however many they are. */
interface Common {
  readonly dueDays: DueDays;
  readonly month: MonthStanding;
}

/** Finds what is common, each plan's due days and each of its months once. */
function commonOf({ store }: Reads): (opened: OpenedSubmission) => Promise<Common> {
  const dueDays = new Map<number, DueDays>();
  const months = new Map<string, MonthStanding>();
  return async ({ recorded: { planId, period }, view }) => {
    const key = `${planId} ${period}`;
    const due = dueDays.get(planId) ?? (await findDueDays(store, view.outline));
    const month = months.get(key) ?? monthStandingOf(await findMovesOfMonth(store, planId, period));
    dueDays.set(planId, due);
    months.set(key, month);
    return { dueDays: due, month };
  };
}

const nameOf = (subject: ReviewItem["place"], indicator: ReviewItem["place"]) => ({
  zh: `${subject.zh} · ${indicator.zh}`,
  en: `${subject.en} · ${indicator.en}`,
});

/** One that waits; `submittedBy` is the key of the account still. */
function itemOf(opened: OpenedSubmission, { dueDays, month }: Common): ReviewItem | null {
  const { handedIn, extension: _, ...facts } = factsOf(opened, dueDays);
  const { recorded, counted, period } = opened;
  // It may have been decided since the list was read.
  if (handedIn === null || stateOf(recorded) !== "submitted") return null;
  const findings = counted.flatMap((line) =>
    findingsOf(opened, period, line).map((finding) => ({
      measure: line.entry.row.key,
      name: nameOf(line.entry.subject.row.name, line.entry.row.indicator.name),
      finding,
    })),
  );
  const isCorrection = facts.kind === "correction" || counted.some(({ value }) => value.number > 1);
  return {
    ...facts,
    submittedBy: handedIn.actor,
    submittedAt: handedIn.at,
    lines: counted.length,
    findings,
    jumps: findings.filter(({ finding }) => finding.code === "jump").length,
    isCorrection,
    isClosed: isClosed(month),
    isPlain: findings.length === 0 && !isCorrection && !isClosed(month),
  };
}

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
  const findCommon = commonOf(reads);
  const items: ReviewItem[] = [];
  for (const id of await findWaitingSubmissions(reads.store)) {
    const opened = await openSubmission(reads, id);
    const item = opened === null ? null : itemOf(opened, await findCommon(opened));
    if (item !== null) items.push(item);
  }
  const people = await namesOf(
    reads.store,
    items.map(({ submittedBy }) => submittedBy),
  );
  return { items: items.sort(byUrgency).map((item) => ({ ...item, submittedBy: people(item.submittedBy) })) };
}
