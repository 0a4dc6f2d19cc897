// @vitest-environment happy-dom
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { AchievedText } from "../../web/src/components/achieved-value.tsx";
import { learn, speak } from "../../web/src/words/languages.ts";
import { renderLinked } from "./render-linked.tsx";
import { assessmentOf } from "./samples.ts";

beforeAll(async () => {
  await learn("zh-CN", true);
  speak("zh-CN");
});
afterEach(cleanup);

const four = { value: 4, text: "4" };
const reported = { achieved: four, achievedText: { zh: "4", en: "4" }, judgedMonth: "2022-06", measure: "steel.firms" };
const figure = { value: 1, text: "1" };
const sum = { partsReported: 1, parts: 2, allocated: figure, unallocated: figure, note: null };

test("a figure leads to the life of the month that it is of, whichever month is looked at", () => {
  const { container } = renderLinked(<AchievedText assessment={assessmentOf({ ...reported, rollUp: null })} />);
  const way = container.querySelector("a");
  expect([way?.textContent, way?.title]).toEqual(["4", "查看数据来历"]);
  expect(way?.getAttribute("href")).toBe("/life?measure=steel.firms&period=2022-06");
});

test.each([
  ["a sum", { ...reported, rollUp: sum }, "4"],
  [
    "what is not reported",
    {
      ...reported,
      rollUp: null,
      achieved: { value: null, text: "—" },
      achievedText: { zh: "未报", en: "not reported" },
    },
    "未报",
  ],
  ["what no report stands for", { ...reported, rollUp: null, judgedMonth: null }, "4"],
])("%s has no life of its own", (_, parts, text) => {
  const { container } = renderLinked(<AchievedText assessment={assessmentOf(parts)} />);
  expect([container.textContent, container.querySelector("a")]).toEqual([text, null]);
});
