/** A paper: what a unit hands in of a period, as a report, a correction, or the statistics bureau's confirmation of it. */
import {
  type BookDepartment,
  findHeads,
  findSubmissions,
  type Reader,
  type RecordedSubmission,
  type Store,
} from "@beizeng/db";
import type { Basis, SubmissionKind } from "@beizeng/db/vocabulary";
import { moverOf, writesOn } from "../actions/actor.ts";
import { moveRefused, standingOf } from "../actions/submission-standing.ts";
import { decideMove, type Mover, type SubmissionStanding } from "../domain/workflow.ts";
import { findView } from "../plans/find-view.ts";
import { stateOf } from "../plans/submission-state.ts";
import type { PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type AskedPeriod, askPeriod } from "./asked-period.ts";

/** Which paper: keys of plan and unit, the period, and what it is. */
export interface PaperKey {
  readonly plan: string;
  readonly department: string;
  readonly period: string;
  readonly kind: SubmissionKind;
}

/** A paper that can be written, or has been, with the plan's accepted figures on its basis. */
export interface AskedPaper extends AskedPeriod {
  readonly key: PaperKey;
  readonly basis: Basis;
  readonly view: PlanView;
  /** What stands of the departments, against which a confirmation is held; null of any other paper. */
  readonly reported: PlanView | null;
  readonly revision: number;
  readonly department: BookDepartment;
  /** The submission that it belongs to: of corrections and confirmations the one that is not accepted yet. */
  readonly former: RecordedSubmission | undefined;
  /** The accepted report that a correction is about, null for what is no correction; refused where there is none. */
  readonly corrects: Answer<number | null>;
  /** True when it takes the place of accepted figures: a correction, and what the bureau confirms once more. */
  readonly isCorrecting: boolean;
  /** The names of those who sign for the unit (签发); of a confirmation and of many units nobody. */
  readonly heads: readonly string[];
  /** How many submissions the unit has for the period. */
  readonly submissions: number;
}

/** The basis of a kind's figures: 统计核定 are on their own, everything else is the department's. */
export const basisOf = (kind: SubmissionKind): Basis => (kind === "confirmation" ? "statistics" : "department");

function formerOf(kind: SubmissionKind, all: readonly RecordedSubmission[]): RecordedSubmission | undefined {
  const former = all.findLast((submission) => submission.kind === kind);
  return kind !== "report" && former !== undefined && stateOf(former) === "accepted" ? undefined : former;
}

const isCorrectingWith = (kind: SubmissionKind, all: readonly RecordedSubmission[]): boolean =>
  kind === "correction" ||
  (kind === "confirmation" && all.some((submission) => submission.kind === kind && stateOf(submission) === "accepted"));

function correctedBy(
  { kind }: PaperKey,
  { key, name }: BookDepartment,
  all: readonly RecordedSubmission[],
): Answer<number | null> {
  if (kind !== "correction") return give(null);
  const report = all.find((submission) => submission.kind === "report");
  if (report !== undefined && stateOf(report) === "accepted") return give(report.id);
  return refuse({ code: "nothing-to-correct", field: "period", value: key, name });
}

/** The paper of a key at an instant, as far as it can be one; inside a transaction only before its own writes. */
export async function askPaper(store: Store, reader: Reader, key: PaperKey, now: string): Promise<Answer<AskedPaper>> {
  const basis = basisOf(key.kind);
  const found = await findView(store, reader, key.plan, basis);
  if (found === null) return refuse({ code: "unknown-plan", field: "plan", value: key.plan, allowed: "" });
  const { outline } = found.view;
  const department = outline.departments.get(key.department);
  if (department === undefined) {
    return refuse({ code: "unknown-department", field: "department", value: key.department });
  }
  const asked = askPeriod(outline, key.period, now);
  if (!asked.ok) return asked;
  const { period } = asked.value;
  const reported = basis === "statistics" ? await findView(store, reader, key.plan, "department") : null;
  const ofPeriod = await findSubmissions(reader, { planId: outline.facts.id, from: period, until: period });
  const heads = basis === "statistics" ? [] : await findHeads(reader, department.id);
  const own = ofPeriod.filter((submission) => submission.department === key.department);
  return give({
    ...asked.value,
    ...{ key, basis, ...found, reported: reported?.view ?? null, department, former: formerOf(key.kind, own) },
    ...{
      corrects: correctedBy(key, department, own),
      isCorrecting: isCorrectingWith(key.kind, own),
      heads,
      submissions: own.length,
    },
  });
}

/** A paper as far as its moves go. */
export function paperStanding({ former, key }: Pick<AskedPaper, "former" | "key">): SubmissionStanding {
  if (former !== undefined) return standingOf(former);
  return { state: "open", department: key.department, submittedBy: null };
}

/** Whether somebody may write on the paper now, or why not. */
export function decideWriting(asked: AskedPaper, mover: Mover): Answer<null> {
  const { key, basis } = asked;
  if (!writesOn(mover, basis)) return refuse({ code: "not-your-role" });
  const { account: id, role, departments } = mover;
  const at = moverOf({ id, role, departments }, key.department, basis);
  const move = decideMove(paperStanding(asked), {
    move: "save",
    mover: at,
    reason: null,
    isCorrecting: asked.isCorrecting,
    hasHead: asked.heads.length > 0,
  });
  return move.ok ? give(null) : moveRefused(move.reason, paperStanding(asked));
}
