/** The papers of a plan's month, and what of them is not accepted yet. */
import type { RecordedSubmission } from "@beizeng/db";
import type { SubmissionState } from "@beizeng/db/vocabulary";
import type { Month } from "../domain/month.ts";
import type { PlanOutline } from "./outline.ts";
import { isAskedAt } from "./periods.ts";
import { stateOf } from "./submission-state.ts";

/** A paper of a month that is not accepted: a unit's report wherever it is, or another paper that waits for a decision. */
export interface UndonePaper {
  readonly department: string;
  readonly state: SubmissionState;
  /** The store's number of the submission, null for a report that was never handed in. */
  readonly submission: number | null;
  /** True for a unit's report, false for a correction or a confirmation. */
  readonly isReport: boolean;
}

/** Keys of the units that are asked to report a month, in the plan's order. */
export function unitsAskedAt({ measures, calendar }: PlanOutline, month: Month): readonly string[] {
  const asked = measures.filter((measure) => isAskedAt(measure, month, calendar));
  return [...new Set(asked.map(({ reporting }) => reporting.key))];
}

/** What of a month is undone, by its submissions. */
export function undonePapers(
  outline: PlanOutline,
  month: Month,
  submissions: readonly RecordedSubmission[],
): readonly UndonePaper[] {
  const ofMonth = submissions.filter(({ period }) => period === month);
  const reports = new Map(ofMonth.filter(({ kind }) => kind === "report").map((report) => [report.department, report]));
  const missing = unitsAskedAt(outline, month)
    .map((department): UndonePaper => {
      const report = reports.get(department);
      const state = report === undefined ? "open" : stateOf(report);
      return { department, state, submission: report?.id ?? null, isReport: true };
    })
    .filter(({ state }) => state !== "accepted");
  const others = ofMonth
    .filter((paper) => paper.kind !== "report" && stateOf(paper) === "submitted")
    .map((paper) => ({ department: paper.department, state: stateOf(paper), submission: paper.id, isReport: false }));
  return [...missing, ...others];
}

/** What is undone as one clause. */
export function undoneInWords(undone: readonly UndonePaper[]): { readonly zh: string; readonly en: string } {
  const count = (is: (paper: UndonePaper) => boolean) => undone.filter(is).length;
  const said = [
    { zh: "待审核", en: "waiting for review", count: count(({ state }) => state === "submitted") },
    { zh: "已退回未重报", en: "returned", count: count(({ state }) => state === "returned") },
    { zh: "未报", en: "not handed in", count: count(({ state }) => state === "open" || state === "draft") },
  ].filter((each) => each.count > 0);
  return {
    zh: said.map((each) => `${each.zh}${each.count}份`).join("、"),
    en: said.map((each) => `${each.count} ${each.en}`).join(", "),
  };
}
