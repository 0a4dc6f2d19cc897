/** Which reports of somebody's units are accepted: what can be looked at again, and corrected. */
import { findMonthMoves, findSubmissions, type RecordedSubmission } from "@beizeng/db";
import type { AcceptedPaper } from "../contract/paper.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import type { Mover } from "../domain/workflow.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { stateOf } from "../plans/submission-state.ts";
import type { Reads } from "./reads.ts";

const isCorrectionOf = ({ id }: RecordedSubmission) => {
  return ({ kind, correctsId }: RecordedSubmission) => kind === "correction" && correctsId === id;
};

/** The accepted reports of a mover's units in a plan, newest first; of who writes no reports none. */
export async function acceptedPapers(
  reads: Reads,
  { facts, departments }: PlanOutline,
  mover: Mover,
): Promise<readonly AcceptedPaper[]> {
  if (mover.role === "statistics" || !mover.departments.some((key) => departments.has(key))) return [];
  const all = await findSubmissions(reads.store, { planId: facts.id, from: "0000-01", until: "9999-12" });
  const moves = await findMonthMoves(reads.store, facts.id);
  const closedEdition = (period: string) => {
    const standing = monthStandingOf(moves.filter(({ month }) => month === period));
    return isClosed(standing) ? standing.edition : null;
  };
  const reports = all.filter(
    (report) =>
      report.kind === "report" && mover.departments.includes(report.department) && stateOf(report) === "accepted",
  );
  return reports
    .map((report): AcceptedPaper => {
      const { department, period } = report;
      const corrections = all.filter(isCorrectionOf(report));
      return {
        plan: { key: facts.key, title: facts.title },
        department: { key: department, name: departments.get(department)?.name ?? { zh: department, en: department } },
        period,
        acceptedAt: report.moves.at(-1)?.at ?? report.createdAt,
        corrections: corrections.filter((each) => stateOf(each) === "accepted").length,
        closedEdition: closedEdition(period),
      };
    })
    .sort((left, right) => (left.period < right.period ? 1 : left.period > right.period ? -1 : 0));
}
