import type { Store } from "@beizeng/db";
import type { Answer } from "../problems.ts";
import { type MovedMonth, type MoveMonth, moveMonth } from "./move-month.ts";

/** Asks, with a reason, that a closed month is opened again. DOMAIN section 8. */
export function askReopening(store: Store, request: MoveMonth): Promise<Answer<MovedMonth>> {
  return moveMonth(store, request, "ask-reopening");
}
