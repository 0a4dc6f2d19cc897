/** The chart of a forecast: how likely each target of the headline is to be met. */
import type { Outlook } from "@beizeng/server/contract/outlook.ts";
import { outlookChart } from "@beizeng/server/exports/briefing/charts.ts";
import { expect, test } from "vitest";

const fonts = { latin: "Arial", eastAsian: "微软雅黑" };
const text = (zh: string) => ({ zh, en: zh });
const prospect = (name: string, target: string, probability: { value: number; text: string } | null) =>
  ({
    ...{ indicatorName: text(name), targetText: text(target) },
    forecast: probability === null ? null : { probability },
  }) as Outlook["prospects"][number];
const chartOf = (...prospects: Outlook["prospects"]) =>
  outlookChart(
    { outlook: { prospects, sentence: text("规上企业概率最低。") }, remarks: ["数据截至2022年9月底"] },
    fonts,
  );

test("shows each projected target's probability as the answer gives it, beside the whole", () => {
  const chart = chartOf(
    prospect("规上企业", "总数 >1,000户", { value: 0, text: "<0.1%" }),
    prospect("企业", "净增 400户", { value: 0.998, text: "99.8%" }),
    prospect("产业链", "10条", null),
  );
  expect(chart?.title).toBe("规上企业概率最低。");
  expect(chart?.categories).toEqual(["规上企业 总数 >1,000户", "企业 净增 400户"]);
  expect(chart?.series.map(({ name, points }) => [name, points])).toEqual([
    [
      "100%",
      [
        { value: 1, text: "100.0%" },
        { value: 1, text: "100.0%" },
      ],
    ],
    [
      "完成概率",
      [
        { value: 0, text: "<0.1%" },
        { value: 0.998, text: "99.8%" },
      ],
    ],
  ]);
});

test("is none where nothing can be projected", () => {
  expect(chartOf(prospect("产业链", "10条", null))).toBeNull();
});
