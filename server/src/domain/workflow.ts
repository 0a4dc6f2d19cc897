/** The way of a submission through review (待报 → 草稿 → 已提交 → 已审核 or 已退回), as one table. DOMAIN section 8. */
import type { Role, SubmissionMove, SubmissionState } from "../../../db/src/vocabulary.ts";

/**
 * Where each move leads from each state; what is not listed is not possible. A returned submission stays 已退回 while it is
 * mended, until it is submitted again. An accepted one never moves: a correction is a submission of its own.
 */
export const transitions: Readonly<
  Record<SubmissionState, Readonly<Partial<Record<SubmissionMove, SubmissionState>>>>
> = {
  open: { save: "draft", submit: "submitted" },
  draft: { save: "draft", submit: "submitted" },
  submitted: { return: "returned", accept: "accepted" },
  returned: { save: "returned", submit: "submitted" },
  accepted: {},
};

/** Who may make each move: those who write figures never review, and those who review never write one. */
export const movers: Readonly<Record<SubmissionMove, readonly Role[]>> = {
  save: ["reporter", "head", "statistics", "system"],
  submit: ["reporter", "head", "statistics", "system"],
  return: ["office", "system"],
  accept: ["office", "system"],
};

/** A submission as far as its moves go. */
export interface SubmissionStanding {
  readonly state: SubmissionState;
  readonly department: string;
  /** The account that submitted it last, null before the first time. */
  readonly submittedBy: string | null;
}

/** Who wants to make a move; `departments` are those that the account reports for. */
export interface Mover {
  readonly account: string;
  readonly role: Role;
  readonly departments: readonly string[];
}

/** Why a move is refused. */
export type MoveRefusal =
  | "not-your-role"
  | "not-your-department"
  | "not-from-this-state"
  | "your-own-submission"
  | "head-signs"
  | "reason-missing";

/** A move that someone wants to make, with the reason given; blank is none. */
export interface WantedMove {
  readonly move: SubmissionMove;
  readonly mover: Mover;
  readonly reason: string | null;
  /** True when what is handed in takes the place of accepted figures. */
  readonly isCorrecting: boolean;
  /** True when the unit has a head (单位负责人), who signs what its reporters prepare by handing it in. */
  readonly hasHead: boolean;
}

/** Where a move leads, or why it does not. */
export type MoveAnswer =
  | { readonly ok: true; readonly state: SubmissionState }
  | { readonly ok: false; readonly reason: MoveRefusal };

function refuse(reason: MoveRefusal): MoveAnswer {
  return { ok: false, reason };
}

/** True for the moves by which figures are written; the others judge what was written. */
function writes(move: SubmissionMove): boolean {
  return move === "save" || move === "submit";
}

/** True for what must not happen without a word: sending back, and submitting in the place of accepted figures. */
function needsReason({ move, isCorrecting }: WantedMove): boolean {
  return move === "return" || (move === "submit" && isCorrecting);
}

/** True for whoever prepares a unit's papers for its head to sign (签发) and does not hand them in. */
export function preparesForHead(role: Role, hasHead: boolean): boolean {
  return role === "reporter" && hasHead;
}

/**
 * Where a wanted move leads, or why it is refused: by role first, then department, state, and the rules that nobody
 * reviews what they submitted, that a head signs where there is one, and that nothing is sent back or corrected without a
 * reason. `system` writes for any department.
 */
export function decideMove(submission: SubmissionStanding, wanted: WantedMove): MoveAnswer {
  const { move, mover, reason } = wanted;
  if (!movers[move].includes(mover.role)) {
    return refuse("not-your-role");
  }
  if (writes(move) && mover.role !== "system" && !mover.departments.includes(submission.department)) {
    return refuse("not-your-department");
  }
  const state = transitions[submission.state][move];
  if (state === undefined) {
    return refuse("not-from-this-state");
  }
  if (!writes(move) && mover.account === submission.submittedBy) {
    return refuse("your-own-submission");
  }
  if (move === "submit" && preparesForHead(mover.role, wanted.hasHead)) {
    return refuse("head-signs");
  }
  if (needsReason(wanted) && (reason ?? "").trim() === "") {
    return refuse("reason-missing");
  }
  return { ok: true, state };
}
