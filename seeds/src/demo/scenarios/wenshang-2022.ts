import type { Scenario } from "../story.ts";

/** 汶上: parts of machines ahead, vehicle parts behind, the cluster recognised two years early; the yearly quotas are met but one. */
export const wenshang: Scenario = {
  plan: "wenshang-2022",
  measures: {
    "headline.wenshang-manufacturing-share": { pace: "slow", base: 31.2 },
    "high-end-equipment.wenshang-ten-billion-segments": { pace: "steady", base: 0 },
    "high-end-equipment.industry-output.construction-machinery-parts": { pace: "ahead", base: 62 },
    "high-end-equipment.industry-output.automotive-parts": { pace: "lagging", base: 48 },
    "high-end-equipment.wenshang-provincial-cluster": { doneOn: "2024-11-20" },
    "green-chemicals.industry-output": { pace: "lagging" },
    "textiles-clothing.industry-output": { pace: "steady", base: 66 },
    "industrial-internet.wenshang-cloud-enterprises": { pace: "ahead" },
    "digital-transformation.wenshang-diagnosed-enterprises": { pace: "steady" },
    "digital-transformation.wenshang-digital-upgrade-projects": { pace: "slow" },
  },
  departments: {
    "wenshang-county-government": { isLate: true },
    "wenshang-industry-bureau": { misses: ["2024-06"] },
    "wenshang-manufacturing-headquarters": {
      returned: { "2023-12": "汽车零部件产业产值与税务口径相差较大，请说明。" },
    },
  },
  misreports: [
    {
      measure: "high-end-equipment.industry-output.automotive-parts",
      from: "2023-12",
      until: "2023-12",
      excess: 2.4,
      correctedOn: "2024-08-20",
      reason: "审计核减：一户企业跨县产值重复计入。",
    },
  ],
  revisions: [],
  confirmations: [],
};
