/** What somebody has to report, over all plans. */
import {
  findConfirmationDrafts,
  findDrafts,
  findMonthMoves,
  findSubmissions,
  type RecordedSubmission,
} from "@beizeng/db";
import type { SubmissionKind } from "@beizeng/db/vocabulary";
import type { AcceptedPaper, Task, Tasks } from "../contract/paper.ts";
import { may } from "../domain/access.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import type { Mover } from "../domain/workflow.ts";
import type { PaperKey } from "../papers/asked-paper.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { acceptedPapers } from "./accepted-papers.ts";
import { readPaper } from "./paper.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reportingOf } from "./reporting-record.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Kinds of papers that a unit's people write. */
const kinds: readonly SubmissionKind[] = ["report", "correction"];

/** The papers of a unit in a plan that are to be shown: every report that is due and not of a closed period, what was begun, and of the last period all. */
async function papersOf(reads: Reads, plan: string, department: string): Promise<PaperKey[]> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return [];
  const { outline } = asked.value.view;
  const unit = outline.departments.get(department);
  if (unit === undefined) return [];
  const running = runningMonth(reads);
  const record = await reportingOf(reads, asked.value, running);
  const ended = (record.get(department) ?? []).filter(({ period }) => period < running);
  const latest = ended.at(-1)?.period;
  const planId = outline.facts.id;
  const moves = await findMonthMoves(reads.store, planId);
  const isOver = (of: string) => isClosed(monthStandingOf(moves.filter(({ month }) => month === of)));
  const reports = ended.filter(({ state, period }) => {
    if (state === "accepted" || state === "submitted") return period === latest;
    // What was never handed in of a closed period is asked for no more.
    return state !== "open" || !isOver(period);
  });
  const drafts = await findDrafts(reads.store, { planId, departmentId: unit.id });
  const submissions = await findSubmissions(reads.store, { planId, from: outline.firstMonth, until: running });
  const underWay = submissions.filter((submission) => submission.department === department && isUnderWay(submission));
  const all = [
    ...reports.map(({ period }) => ({ period: String(period), kind: "report" as const })),
    ...[...drafts, ...underWay].filter(({ kind }) => kinds.includes(kind)),
  ];
  return eachOnce(all.map(({ period, kind }) => ({ plan, department, period, kind })));
}

function isUnderWay({ moves }: RecordedSubmission): boolean {
  const state = moves.at(-1)?.toState;
  return state === "submitted" || state === "returned";
}

const eachOnce = (keys: readonly PaperKey[]): PaperKey[] => [
  ...new Map(keys.map((key) => [`${key.department} ${key.period} ${key.kind}`, key])).values(),
];

/** The confirmations of a plan that were begun, wait or were sent back: no calendar asks for one. */
async function confirmationsOf(reads: Reads, { facts, departments, firstMonth }: PlanOutline): Promise<PaperKey[]> {
  const submissions = await findSubmissions(reads.store, {
    ...{ planId: facts.id, from: firstMonth, until: runningMonth(reads) },
  });
  const underWay = submissions.filter((submission) => submission.kind === "confirmation" && isUnderWay(submission));
  const units = new Map([...departments.values()].map(({ id, key }) => [id, key]));
  const begun = (await findConfirmationDrafts(reads.store, facts.id)).map(({ departmentId, period }) => ({
    department: units.get(departmentId) ?? "",
    period,
  }));
  const plan = facts.key;
  return eachOnce(
    [...begun, ...underWay].map(({ department, period }) => ({ plan, department, period, kind: "confirmation" })),
  );
}

/** The plans whose figures somebody confirms: an account that names units is of their place, one that names none of all. */
async function outlinesToConfirm(reads: Reads, { role, departments }: Mover): Promise<PlanOutline[]> {
  if (!may(role, "confirm-figures")) return [];
  const outlines: PlanOutline[] = [];
  for (const { key } of await reads.plans()) {
    const outline = (await reads.view(key, knowledgeOf({})))?.view.outline;
    const isOwn = departments.length === 0 || departments.some((unit) => outline?.departments.has(unit));
    if (outline !== undefined && isOwn) outlines.push(outline);
  }
  return outlines;
}

async function taskOf(reads: Reads, key: PaperKey, mover: Mover): Promise<Task | null> {
  const found = await readPaper(reads, key, mover);
  if (!found.ok) return null;
  const { plan, department, period, kind, state, dueOn, isLate, returned, filled, total, receipt, imported, heads } =
    found.value;
  const left = dueOn === null ? null : (Date.parse(dueOn) - Date.parse(reads.today())) / dayMilliseconds;
  return {
    ...{ plan, department, period, kind, state, dueOn, daysLeft: left, isLate, returned, filled, total, imported },
    awaitsHead: heads.length > 0 && (state === "draft" || state === "returned") && filled === total,
    submittedAt: receipt?.at ?? null,
  };
}

/** What was returned first, then what is open by its due day, then what waits and what is done. */
const ranks: Readonly<Record<Task["state"], number>> = { returned: 0, open: 1, draft: 1, submitted: 2, accepted: 3 };

function byUrgency(left: Task, right: Task): number {
  const rank = ranks[left.state] - ranks[right.state];
  if (rank !== 0) return rank;
  const [one, other] = [left.dueOn ?? left.period, right.dueOn ?? right.period];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The papers of somebody's own units, in all plans. */
async function ownPapers(reads: Reads, { departments }: Mover): Promise<PaperKey[]> {
  const papers: PaperKey[] = [];
  for (const { key: plan } of await reads.plans()) {
    for (const department of departments) papers.push(...(await papersOf(reads, plan, department)));
  }
  return papers;
}

/** What was accepted of somebody's own units, in all plans. */
async function ownAccepted(reads: Reads, mover: Mover): Promise<AcceptedPaper[]> {
  const accepted: AcceptedPaper[] = [];
  for (const { key: plan } of await reads.plans()) {
    const asked = await askPlan(reads, plan, knowledgeOf({}));
    if (asked.ok) accepted.push(...(await acceptedPapers(reads, asked.value.view.outline, mover)));
  }
  return accepted;
}

/** The answer of GET /api/tasks. */
export async function readTasks(reads: Reads, mover: Mover): Promise<Tasks> {
  const outlines = await outlinesToConfirm(reads, mover);
  // Who confirms figures reports none.
  const papers = may(mover.role, "confirm-figures") ? [] : await ownPapers(reads, mover);
  for (const outline of outlines) papers.push(...(await confirmationsOf(reads, outline)));
  const tasks: Task[] = [];
  for (const key of papers) {
    const task = await taskOf(reads, key, mover);
    if (task !== null) tasks.push(task);
  }
  return {
    today: reads.today(),
    tasks: tasks.sort(byUrgency),
    accepted: may(mover.role, "confirm-figures") ? [] : await ownAccepted(reads, mover),
    toConfirm: outlines.map(({ facts: { key, title, jurisdiction } }) => ({ key, title, place: jurisdiction.name })),
  };
}
