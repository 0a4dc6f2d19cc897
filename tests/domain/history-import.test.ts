import { skipReason } from "@beizeng/server/domain/history-import.ts";
import { expect, test } from "vitest";

const free = { isHandedIn: false, hasDraft: false, isClosed: false };

test.each([
  [free, null],
  [{ ...free, isHandedIn: true }, "handed-in"],
  [{ ...free, hasDraft: true }, "draft"],
  [{ ...free, isClosed: true }, "closed"],
  // A returned paper has both, a closed month may: what the unit did itself is said first.
  [{ isHandedIn: true, hasDraft: true, isClosed: true }, "handed-in"],
  [{ isHandedIn: false, hasDraft: true, isClosed: true }, "draft"],
] as const)("%j is left alone because of %s", (standing, reason) => {
  expect(skipReason(standing)).toBe(reason);
});
