/** Charts with everything that a chart of the product has: gaps, zeros, small shares, carried bars, forecasts. */
import type { ChartPoint, OfficeChart } from "@beizeng/server/exports/office/chart.ts";

const fonts = { latin: "Times New Roman", eastAsian: "黑体" };
const gap: ChartPoint = { value: null, text: "未报" };
const [green, amber, red, ink, edge] = ["349173", "D99A00", "B93519", "1B222C", "8A929D"] as const;

/** Completion of five chains: on schedule, behind, zero, not reported, carried. */
export const completionChart: OfficeChart = {
  title: "3条产业链达序时，食品加工差3户",
  subtitle: "单位：%　截至2022年9月　部门填报数据",
  direction: "across",
  categories: ["装备制造", "食品加工", "新材料 & <新>能源", "康养旅游（未报）", "陶瓷"],
  fonts,
  series: [
    {
      ...{ name: "目标", mark: "open-bar", color: edge },
      points: ["100.0%", "100.0%", "100.0%", "100.0%", "100.0%"].map((text) => ({ value: 1, text })),
    },
    {
      ...{ name: "完成率", mark: "bar", color: green, isLabelled: true },
      points: [
        { value: 80.04, text: "80.0%", color: green },
        { value: 60, text: "60.0%", color: amber, isCarried: true },
        { value: 0, text: "0.0%", color: red },
        gap,
        { value: 0.0004, text: "<0.1%", color: red },
      ],
    },
    {
      ...{ name: "序时", mark: "tick", color: ink },
      points: ["75.0%", "75.0%", "75.0%", "75.0%", "75.0%"].map((text) => ({ value: 0.75, text })),
    },
  ],
};

/** A year and what is expected of the rest of it; the figures are in 户 and may fall. */
export const forecastChart: OfficeChart = {
  title: "预计年底净增9户",
  subtitle: "单位：户　截至2022年9月",
  direction: "up",
  categories: ["2022-03", "2022-06", "2022-09", "2022-12"],
  fonts,
  series: [
    {
      ...{ name: "实际", mark: "line", color: "1F4A86", isLabelled: true },
      points: [{ value: -2, text: "−2" }, { value: 4, text: "4" }, { value: 7, text: "7" }, gap],
    },
    { name: "序时", mark: "thin-line", color: edge, points: ["3", "6", "9", "12"].map((text) => ({ value: 1, text })) },
    {
      ...{ name: "预测", mark: "dotted-line", color: "1F4A86" },
      points: [gap, gap, { value: 7, text: "7" }, { value: 9.4, text: "9.4" }],
    },
    { name: "八成可能的上限", mark: "faint-line", color: edge, points: [gap, gap, gap, { value: 12, text: "12" }] },
  ],
};

/** How many targets have each light, quarter by quarter. */
export const stackedChart: OfficeChart = {
  title: "达序时的目标由3项增至1,204项",
  subtitle: "单位：项",
  direction: "up",
  isStacked: true,
  categories: ["一季度", "二季度"],
  fonts,
  series: [
    {
      ...{ name: "达序时", mark: "bar", color: green, isLabelled: true },
      points: [
        { value: 3, text: "3" },
        { value: 1204, text: "1,204" },
      ],
    },
    {
      ...{ name: "滞后", mark: "bar", color: amber, isLabelled: true },
      points: [
        { value: 2, text: "2" },
        { value: 0, text: "0" },
      ],
    },
    {
      name: "序时",
      mark: "tick",
      color: ink,
      points: [
        { value: 2, text: "2" },
        { value: 4, text: "4" },
      ],
    },
  ],
};
