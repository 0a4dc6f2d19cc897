import { beforeEach, expect, test, vi } from "vitest";
import {
  addWords,
  hasWord,
  onLanguage,
  speakLanguage,
  tell,
  tellOfStatistics,
  type WordKey,
} from "../../web/src/words/dictionary.ts";

/** Places that no page has: the rules are looked at, not the words. */
const place = (key: string) => key as WordKey;

beforeEach(() => {
  addWords("en", {
    try: {
      firms: "{{count}} firms of {{name}}",
      firms_one: "{{count}} firm of {{name}}",
      reported: "{{count}} reported",
      reported_one: "{{count}} is reported",
      reported_statistics: "{{count}} confirmed",
      reported_statistics_one: "{{count}} is confirmed",
      late_statistics: "late to confirm",
      late: "late",
    },
  });
  addWords("zh-CN", { try: { firms: "{{name}}{{count}}户", firms_one: "从不说", late: "逾期" } });
  speakLanguage("en");
});

test.each([
  ["try.firms", { count: 2, name: "A" }, "2 firms of A", "2 firms of A"],
  ["try.firms", { count: 1, name: "A" }, "1 firm of A", "1 firm of A"],
  ["try.firms", { count: "1", name: "A" }, "1 firm of A", "1 firm of A"],
  ["try.firms", { count: 0, name: "$&{{count}}" }, "0 firms of $&{{count}}", "0 firms of $&{{count}}"],
  ["try.firms", { count: 3 }, "3 firms of ", "3 firms of "],
  ["try.reported", { count: 1 }, "1 is reported", "1 is confirmed"],
  ["try.reported", { count: 2 }, "2 reported", "2 confirmed"],
  ["try.late", {}, "late", "late to confirm"],
  ["try.nowhere", {}, "try.nowhere", "try.nowhere"],
])("%s with %o", (key, said, ofDepartments, ofStatistics) => {
  expect(tell(place(key), said)).toBe(ofDepartments);
  expect(tellOfStatistics(place(key), said)).toBe(ofStatistics);
});

test("Chinese has one form for every count, and a language's words are not another's", () => {
  speakLanguage("zh-CN");
  expect(tell(place("try.firms"), { count: 1, name: "高平" })).toBe("高平1户");
  expect(tellOfStatistics(place("try.late"))).toBe("逾期");
  expect(hasWord("zh-CN", place("try.reported"))).toBe(false);
  expect(hasWord("en", place("try.reported"))).toBe(true);
});

test("words that come later stand beside those that are here", () => {
  addWords("en", { try: { later: "here" } });
  expect([tell(place("try.later")), tell(place("try.late"))]).toEqual(["here", "late"]);
});

test("a change of language is heard until one no longer listens", () => {
  const hear = vi.fn();
  const stop = onLanguage(hear);
  speakLanguage("zh-CN");
  stop();
  speakLanguage("en");
  expect(hear).toHaveBeenCalledTimes(1);
});
