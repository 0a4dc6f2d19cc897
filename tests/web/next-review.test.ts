import { expect, test } from "vitest";
import type { ReviewItem } from "../../web/src/api/types.ts";
import { foundReviews } from "../../web/src/lib/found-reviews.ts";
import { requestKeys } from "../../web/src/lib/request-key.ts";
import { nextReview } from "../../web/src/pages/submission/next-review.ts";

/** What waits, by number; of a closed month where it says so. */
const queue = (...numbers: readonly string[]): ReviewItem[] =>
  numbers.map((number) => ({
    submission: number.replace("closed", ""),
    isClosed: number.endsWith("closed"),
    plan: "sample-2022",
    planTitle: { zh: "方案", en: "plan" },
    place: { zh: "样县", en: "Sample" },
    department: "commerce",
    departmentName: { zh: "商务局", en: "Commerce" },
    period: "2022-09",
    kind: "report",
    basis: "department",
    round: 1,
    submittedBy: "张",
    submittedAt: "2022-10-12T02:00:00.000Z",
    dueOn: null,
    isLate: false,
    lines: 1,
    findings: [],
    jumps: 0,
    isCorrection: false,
    isPlain: true,
  }));

test.each([
  ["the one below it", queue("1", "2", "3"), "2", "3"],
  ["the first after the last", queue("1", "2", "3"), "3", "1"],
  ["the first where it is gone from the queue", queue("1", "3"), "2", "1"],
  ["none that cannot be decided", queue("1", "2closed", "3"), "1", "3"],
  ["nothing where it is the only one", queue("1"), "1", undefined],
  ["nothing in an empty queue", [], "1", undefined],
])("next is %s", (_, items, submission, next) => {
  expect(nextReview(items, submission)?.submission).toBe(next);
});

test.each([
  ["nothing asked", undefined, ["1", "2"]],
  ["a unit", "商务", ["1", "2"]],
  ["a plan in English, however written", "PLAN", ["1", "2"]],
  ["a month and a unit", "2022-09 商务局", ["1", "2"]],
  ["another unit", "能源局", []],
  ["a unit of another month", "商务局 2022-10", []],
])("by %s the queue is narrowed in its order", (_, asked, found) => {
  expect(foundReviews(queue("1", "2"), asked).map(({ submission }) => submission)).toEqual(found);
});

test("the same request has the same key, another one another", () => {
  const keyOf = requestKeys();
  const accepting = { move: "accept", seen: "2022-10-12T02:00:00.000Z" };
  expect(keyOf({ ...accepting })).toBe(keyOf({ ...accepting }));
  expect(keyOf({ ...accepting, move: "return" })).not.toBe(keyOf(accepting));
  expect(requestKeys()(accepting)).not.toBe(keyOf(accepting));
  expect(keyOf(accepting)).toMatch(/^[0-9a-f]{32}$/);
});
