import type { Scenario } from "../story.ts";

/** 三门峡: most of the year's quotas are met, firms above scale and 5G at the last moment; 市商务局 is regularly late. */
export const sanmenxia: Scenario = {
  plan: "sanmenxia-2022",
  measures: {
    "enterprise-assistance.issue-resolution-rate": { pace: "steady" },
    "enterprise-assistance.matchmaking-events": { pace: "ahead" },
    "enterprise-assistance.financing-matchmaking-sessions": { pace: "soaring" },
    "enterprise-assistance.matched-financing": { pace: "slow" },
    "enterprise-upgrading.above-scale-enterprises": { pace: "last-minute" },
    "enterprise-upgrading.specialised-enterprises": { pace: "ahead" },
    "enterprise-upgrading.little-giants": { pace: "late-finish" },
    "enterprise-upgrading.high-tech-enterprises": { pace: "steady" },
    "key-industrial-projects.three-batches-campaigns": { pace: "exact" },
    "technical-transformation.technical-transformation-growth": { pace: "slow" },
    "technical-transformation.three-transformations-coverage": { pace: "slow" },
    "technical-transformation.smart-workshops-and-factories": { pace: "steady" },
    "technical-transformation.municipal-green-factories": { pace: "ahead" },
    "technical-transformation.smart-manufacturing-benchmarks": { pace: "stalled" },
    "new-infrastructure.five-g-base-stations": { pace: "late-finish" },
    "new-infrastructure.sector-internet-platforms": { pace: "soaring" },
    "project-resources.unsupplied-land-disposed": { pace: "lagging" },
    "project-resources.idle-land-disposed": { pace: "slow" },
    "industry-clusters.hundred-billion-yuan-clusters": { pace: "stalled" },
    "new-growth.biomedicine-revenue": { pace: "steady", base: 41 },
    "development-zone-reform.zone-restructuring": { doneOn: "2022-06-14" },
    "development-zone-reform.industrial-land-share": { pace: "slow" },
  },
  departments: {
    "sanmenxia-commerce-bureau": { isLate: true },
    "sanmenxia-science-bureau": { misses: ["2022-09"] },
    "sanmenxia-natural-resources-bureau": { returned: { "2022-09": "处置面积请按批次列出依据。" }, last: "submitted" },
    "sanmenxia-industry-bureau": { misses: ["2024-06"] },
  },
  misreports: [
    {
      measure: "new-infrastructure.five-g-base-stations",
      from: "2022-09",
      until: "2022-09",
      excess: -36,
      correctedOn: "2022-11-08",
      reason: "漏报义马市三季度开通的36个基站。",
    },
  ],
  revisions: [],
  confirmations: [],
};
