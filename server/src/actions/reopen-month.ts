import type { Store } from "@beizeng/db";
import type { Answer } from "../problems.ts";
import { type MovedMonth, type MoveMonth, moveMonth } from "./move-month.ts";

/** An answer to who asked for a month's reopening. */
export interface ReopenMonth extends MoveMonth {
  /** False: the month is kept closed, with a reason. */
  readonly isGranted: boolean;
}

/**
 * Opens a closed month again, or keeps it closed. Who asked does not grant it while somebody else may; where there is
 * nobody else the reason given with the asking suffices. Its editions stay as they are. DOMAIN section 8.
 */
export function reopenMonth(store: Store, { isGranted, ...request }: ReopenMonth): Promise<Answer<MovedMonth>> {
  return moveMonth(store, request, isGranted ? "reopen" : "keep-closed");
}
