/** How a plan's month is closed into an edition (数据版本) and reopened, as one table. DOMAIN section 8. */
import type { MonthMove, Role } from "../../../db/src/vocabulary.ts";
import { may } from "./access.ts";

/** 未结账, 已结账, 已申请重新打开. */
export const monthStates = ["open", "closed", "reopening-asked"] as const;
export type MonthState = (typeof monthStates)[number];

/** Where each move leads from each state; what is not listed is not possible. */
export const monthTransitions: Readonly<Record<MonthState, Readonly<Partial<Record<MonthMove, MonthState>>>>> = {
  open: { close: "closed" },
  closed: { "ask-reopening": "reopening-asked" },
  "reopening-asked": { reopen: "open", "keep-closed": "closed" },
};

/** A step that was taken, as far as the way of a month depends on it. */
export interface TakenMove {
  readonly move: MonthMove;
  readonly actor: string;
  readonly edition: number;
}

/** How a month stands: where its last move led, its latest edition (0 before the first), and who asked for its reopening. */
export interface MonthStanding {
  readonly state: MonthState;
  readonly edition: number;
  readonly askedBy: string | null;
}

const leadsTo: Readonly<Record<MonthMove, MonthState>> = {
  close: "closed",
  "ask-reopening": "reopening-asked",
  reopen: "open",
  "keep-closed": "closed",
};

/** How a month stands after its moves, in the order in which they were made; open without any. */
export function monthStandingOf(moves: readonly TakenMove[]): MonthStanding {
  const last = moves.at(-1);
  if (last === undefined) {
    return { state: "open", edition: 0, askedBy: null };
  }
  return {
    state: leadsTo[last.move],
    edition: last.edition,
    askedBy: last.move === "ask-reopening" ? last.actor : null,
  };
}

/** True for a month of which nothing is handed in, reviewed or corrected. */
export function isClosed({ state }: Pick<MonthStanding, "state">): boolean {
  return state !== "open";
}

/** A move that someone wants to make of a month. */
export interface WantedMonthMove {
  readonly move: MonthMove;
  readonly account: string;
  readonly role: Role;
  /** Why; blank is none. */
  readonly reason: string | null;
  /** How many papers of the month are not yet accepted. */
  readonly undone: number;
  /** Whether somebody else has the power to close months. */
  readonly isSecondPersonThere: boolean;
}

/** Why a move of a month is refused. */
export type MonthMoveRefusal =
  | "not-your-role"
  | "month-not-from-this-state"
  | "second-person-needed"
  | "reason-missing"
  | "month-undone";

/** Where a move leads, or why it does not. */
export type MonthMoveAnswer =
  | { readonly ok: true; readonly state: MonthState }
  | { readonly ok: false; readonly reason: MonthMoveRefusal };

function refuse(reason: MonthMoveRefusal): MonthMoveAnswer {
  return { ok: false, reason };
}

/**
 * Where a wanted move leads, or why it is refused. A month with papers that are not accepted is closed only with a word;
 * reopening is asked for, and refused, with a reason; who asked does not grant while there is somebody else who may.
 */
export function decideMonthMove(standing: MonthStanding, wanted: WantedMonthMove): MonthMoveAnswer {
  const { move, account, role, reason, undone, isSecondPersonThere } = wanted;
  if (!may(role, "close-months")) {
    return refuse("not-your-role");
  }
  const state = monthTransitions[standing.state][move];
  if (state === undefined) {
    return refuse("month-not-from-this-state");
  }
  if (move === "reopen" && isSecondPersonThere && account === standing.askedBy) {
    return refuse("second-person-needed");
  }
  const isSaid = (reason ?? "").trim() !== "";
  if ((move === "ask-reopening" || move === "keep-closed") && !isSaid) {
    return refuse("reason-missing");
  }
  return move === "close" && undone > 0 && !isSaid ? refuse("month-undone") : { ok: true, state };
}
