import type { Scenario } from "../story.ts";

/** 晋城: specialised towns come on in steps, the four tiers of industries at different speed; services are held to. */
export const jincheng: Scenario = {
  plan: "jincheng-2023",
  measures: {
    "overall.municipal-specialised-towns": { pace: "ahead", base: 9 },
    "overall.provincial-specialised-towns": { pace: "slow", base: 1 },
    "industry-tiers.industry-output.tier-200": { pace: "steady", base: 148 },
    "industry-tiers.industry-output.tier-100": { pace: "ahead", base: 71 },
    "industry-tiers.industry-output.tier-50": { pace: "lagging", base: 31 },
    "industry-tiers.industry-output.tier-10": { pace: "steady", base: 6.2 },
    "development-resources.land-price-floor-share": { pace: "slow" },
    "government-services.business-start-time": { pace: "steady" },
    "government-services.business-start-cost": { pace: "exact" },
  },
  departments: {
    "jincheng-natural-resources-bureau": { misses: ["2024-09"] },
    "jincheng-approval-bureau": { last: "submitted" },
    "jincheng-industry-bureau": { returned: { "2024-12": "全年产业规模请与统计年报口径核对。" } },
  },
  misreports: [],
  revisions: [],
  confirmations: [],
};
