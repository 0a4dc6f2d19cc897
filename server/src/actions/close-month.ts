import type { Store } from "@beizeng/db";
import type { Answer } from "../problems.ts";
import { type MovedMonth, type MoveMonth, moveMonth } from "./move-month.ts";

/**
 * Closes a period of a plan into an edition (数据版本): what is known now stands under a number and a hash, and nothing of
 * the month is handed in, reviewed or corrected until it is reopened. What is undone asks for a reason. DOMAIN section 8.
 */
export function closeMonth(store: Store, request: MoveMonth): Promise<Answer<MovedMonth>> {
  return moveMonth(store, request, "close");
}
