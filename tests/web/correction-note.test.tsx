// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { AchievedNotes } from "../../web/src/components/achieved-value.tsx";
import { learn, speak } from "../../web/src/words/languages.ts";
import { assessmentOf } from "./samples.ts";

beforeAll(async () => {
  await learn("zh-CN", true);
  speak("zh-CN");
});
afterEach(cleanup);

const former = { value: 12, text: "12" };
it.each([
  ["the figure that stood before", { isCorrected: true, correctedFrom: former }, "更正，原为 12"],
  ["that nothing could be formed before", { isCorrected: true, correctedFrom: null }, "更正"],
  ["nothing of what is no correction", { isCorrected: false, correctedFrom: null }, ""],
  [
    "both that it is carried and corrected",
    { isCorrected: true, correctedFrom: former, isCarriedForward: true, judgedMonth: "2022-06" },
    "数据截至 2022年6月 · 更正，原为 12",
  ],
])("beside a figure stands %s", (_, parts, words) => {
  const { container } = render(<AchievedNotes assessment={assessmentOf(parts)} />);
  expect(container.textContent).toBe(words);
});
