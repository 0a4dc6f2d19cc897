/** What a row of completion says beside its bar. */
import { expect, test } from "vitest";
import { completionMarks } from "../../web/src/charts/drawings/completion.ts";
import { drawnWords } from "../../web/src/charts/drawings/words.ts";
import { assessmentOf } from "./samples.ts";

const lacks = (language: "zh-CN" | "en") =>
  completionMarks(
    drawnWords(language, false),
    [
      assessmentOf({ light: "far-behind", cause: "beyond-tolerance", gap: { value: 2.3, text: "2.3" } }),
      assessmentOf({ light: "behind", cause: "under-one-unit-near-deadline", gap: { value: 0.6, text: "0.6" } }),
      // For good, what is lacking to the target and no more to the schedule.
      assessmentOf({ light: "missed", cause: "missed-at-deadline", remaining: { value: 4, text: "4" } }),
      assessmentOf({ light: "on-schedule", cause: "under-one-unit" }),
      assessmentOf({ light: "on-schedule", cause: "no-gap", gap: { value: -1, text: "−1" } }),
      assessmentOf({ light: "met", cause: "met-for-good" }),
      assessmentOf({ light: "unreported", cause: "no-report" }),
    ].map((assessment, at) => ({ name: String(at), assessment: { ...assessment, unit: { zh: "户", en: "firms" } } })),
    390,
  ).rows.map(({ lack }) => lack);

test("what is lacking stands below the light, and below a green one whose bar ends before the schedule that less than one firm is", () => {
  expect(lacks("zh-CN")).toEqual(["差2.3户", "差0.6户", "差4户", "差不足1户", null, null, null]);
  expect(lacks("en")).toEqual([
    ...["2.3 firms short", "0.6 firms short", "4 firms short", "under 1 firm short", null, null, null],
  ]);
});
