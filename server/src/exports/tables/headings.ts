/** The headings of tables to take away: the words of the same columns on the pages. */
import type { Text } from "../../domain/model.ts";

/** Each column's heading by its name. */
export const headings = {
  indicator: { zh: "指标", en: "Indicator" },
  subject: { zh: "事项", en: "Subject" },
  chain: { zh: "产业链", en: "Chain" },
  unit: { zh: "单位", en: "Unit" },
  achieved: { zh: "实际", en: "Achieved" },
  target: { zh: "目标", en: "Target" },
  expected: { zh: "序时", en: "Schedule" },
  gap: { zh: "差序时", en: "Behind by" },
  remaining: { zh: "距目标", en: "To target" },
  completion: { zh: "完成率", en: "Completion" },
  light: { zh: "亮灯", en: "Light" },
  units: { zh: "责任单位", en: "Responsible units" },
  shortfall: { zh: "差", en: "Short" },
  share: { zh: "占比", en: "Share" },
  cumulative: { zh: "累计占比", en: "Together" },
  since: { zh: "滞后自", en: "Behind since" },
  goal: { zh: "总体目标", en: "Overall goal" },
  projected: { zh: "预计", en: "Projected" },
  low: { zh: "80%区间下限", en: "80 % interval, low" },
  high: { zh: "80%区间上限", en: "80 % interval, high" },
  probability: { zh: "完成概率", en: "Chance" },
  pace: { zh: "每月还需", en: "Needed a month" },
  lightBefore: { zh: "原亮灯", en: "Light before" },
  achievedBefore: { zh: "原实际", en: "Achieved before" },
  gained: { zh: "其间增减", en: "Gained" },
  shortfallBefore: { zh: "原差", en: "Short before" },
} as const satisfies Record<string, Text>;
