/** What somebody has to report, over all plans. */
import { findDrafts, findMonthMoves, findSubmissions } from "@beizeng/db";
import type { SubmissionKind } from "@beizeng/db/vocabulary";
import type { AcceptedPaper, Task, Tasks } from "../contract/paper.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import type { Mover } from "../domain/workflow.ts";
import type { PaperKey } from "../papers/asked-paper.ts";
import { acceptedPapers } from "./accepted-papers.ts";
import { readPaper } from "./paper.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reportingOf } from "./reporting-record.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Kinds of papers that somebody writes of a unit, beside its regular reports. */
const kindsOf = ({ role }: Mover): readonly SubmissionKind[] =>
  role === "statistics" ? ["confirmation"] : ["report", "correction"];

/** The papers of a unit in a plan that are to be shown: every report that is due and not of a closed period, what was begun, and of the last period all. */
async function papersOf(reads: Reads, plan: string, department: string, mover: Mover): Promise<PaperKey[]> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return [];
  const { outline } = asked.value.view;
  const unit = outline.departments.get(department);
  if (unit === undefined) return [];
  const kinds = kindsOf(mover);
  const running = runningMonth(reads);
  const record = await reportingOf(reads, asked.value, running);
  const cells = kinds.includes("report") ? (record.get(department) ?? []) : [];
  const ended = cells.filter(({ period }) => period < running);
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
  const underWay = submissions.filter(({ moves, ...submission }) => {
    const state = moves.at(-1)?.toState;
    return submission.department === department && (state === "submitted" || state === "returned");
  });
  const all = [
    ...reports.map(({ period }) => ({ period: String(period), kind: "report" as const })),
    ...[...drafts, ...underWay].filter(({ kind }) => kinds.includes(kind)),
  ];
  const keys = all.map(({ period, kind }) => ({ plan, department, period, kind }));
  return [...new Map(keys.map((key) => [`${key.period} ${key.kind}`, key])).values()];
}

async function taskOf(reads: Reads, key: PaperKey, mover: Mover): Promise<Task | null> {
  const found = await readPaper(reads, key, mover);
  if (!found.ok) return null;
  const { plan, department, period, kind, state, dueOn, isLate, returned, filled, total, receipt, imported } =
    found.value;
  const left = dueOn === null ? null : (Date.parse(dueOn) - Date.parse(reads.today())) / dayMilliseconds;
  return {
    ...{ plan, department, period, kind, state, dueOn, daysLeft: left, isLate, returned, filled, total, imported },
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

/** The answer of GET /api/tasks. */
export async function readTasks(reads: Reads, mover: Mover): Promise<Tasks> {
  const tasks: Task[] = [];
  const accepted: AcceptedPaper[] = [];
  for (const { key: plan } of await reads.plans()) {
    const asked = await askPlan(reads, plan, knowledgeOf({}));
    if (asked.ok) accepted.push(...(await acceptedPapers(reads, asked.value.view.outline, mover)));
    for (const department of mover.departments) {
      for (const key of await papersOf(reads, plan, department, mover)) {
        const task = await taskOf(reads, key, mover);
        if (task !== null) tasks.push(task);
      }
    }
  }
  return { today: reads.today(), tasks: tasks.sort(byUrgency), accepted };
}
