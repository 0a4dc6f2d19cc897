import type { Scenario } from "../story.ts";

/**
 * 高平: twelve of fifteen firms in 2022. 装备制造 far ahead, 生物医药 one firm short until 2023, 潞绸文化 standing still; a firm
 * counted twice in 绿色铸造 turns a met target into a missed one half a year later.
 */
export const gaoping: Scenario = {
  plan: "gaoping-2022",
  measures: {
    "headline.market-entities": { pace: "steady", base: 26_480 },
    "headline.above-scale-enterprises": { figures: "stock", exits: 0.8 },
    "headline.enterprises": { figures: "stock", exits: 3 },
    "headline.gaoping-industry-chains": { pace: "slow", base: 6 },
    "equipment-manufacturing.above-scale-enterprises": { pace: "soaring" },
    "equipment-manufacturing.small-and-medium-enterprises": { pace: "ahead" },
    "new-energy-vehicle-parts.above-scale-enterprises": { pace: "slow" },
    "new-energy-vehicle-parts.small-and-medium-enterprises": { pace: "lagging" },
    "biomedicine.above-scale-enterprises": { pace: "late-finish" },
    "biomedicine.small-and-medium-enterprises": { pace: "last-minute" },
    "stainless-steel.above-scale-enterprises": { pace: "last-minute" },
    "stainless-steel.small-and-medium-enterprises": { pace: "stalled" },
    "new-materials.above-scale-enterprises": { pace: "steady" },
    "new-materials.small-and-medium-enterprises": { pace: "fading", exits: 1 },
    "green-building-materials.above-scale-enterprises": { pace: "ahead" },
    "green-building-materials.small-and-medium-enterprises": { pace: "late-finish", exits: 2 },
    "green-casting.above-scale-enterprises": { pace: "lagging" },
    "green-casting.small-and-medium-enterprises": { pace: "steady" },
    "agricultural-food-processing.above-scale-enterprises": { pace: "steady" },
    "agricultural-food-processing.small-and-medium-enterprises": { pace: "ahead" },
    "luchou-culture.above-scale-enterprises": { pace: "stalled" },
    "luchou-culture.small-and-medium-enterprises": { pace: "slow" },
    "traditional-crafts.small-and-medium-enterprises": { pace: "soaring" },
    "implementation.gaoping-quarterly-meetings": { pace: "exact" },
    "dispatching.gaoping-monthly-consultations": { pace: "stalled" },
  },
  departments: {
    "gaoping-development-zone": {
      returned: {
        "2022-06": "装备制造“新增规上企业”缺入库批复，请核对后重报。",
        "2024-03": "两条产业链的累计数与上季度不衔接。",
      },
    },
    "gaoping-health-sports-bureau": { misses: ["2022-06"], last: "submitted" },
    "gaoping-housing-bureau": { isLate: true },
    "gaoping-market-regulation-bureau": { misses: ["2024-09"] },
    "gaoping-culture-tourism-bureau": { returned: { "2022-09": "新增中小微企业较上季度增加较多，请附名单。" } },
  },
  misreports: [
    {
      measure: "green-casting.above-scale-enterprises",
      from: "2022-12",
      until: "2023-03",
      excess: 1,
      correctedOn: "2023-05-16",
      reason: "一户企业与新材料产业链重复统计，予以核减。",
    },
  ],
  revisions: [],
  briefings: [
    // Before the correction of 2023-05, so that it says otherwise since.
    { month: "2022-12", horizon: "2022-12", edition: 1, on: "2023-01-30" },
    { month: "2025-06", horizon: "2025-12", edition: 1, on: "2025-07-30" },
  ],
  notes: [
    {
      ...{ month: "2025-06", on: "2025-07-29", subject: "stainless-steel" },
      text: "不锈钢产业链差距仍然最大，请市工信局8月底前逐户说明原因和入库安排。",
      answer: {
        ...{ department: "gaoping-industry-bureau", on: "2025-08-27" },
        text: "两户企业正在办理环评，预计11月达产；其余企业名单已报专班。",
      },
    },
    {
      ...{ month: "2025-09", on: "2025-10-11", subject: null },
      text: "年底前每月调度一次，未报单位请专班催报。",
    },
  ],
  confirmations: [
    {
      ...{ measure: "headline.above-scale-enterprises", each: "quarter", share: 0.96 },
      reason: "在建投产企业尚未取得入库批复，未计入。",
    },
    {
      ...{ measure: "equipment-manufacturing.above-scale-enterprises", each: "year", share: 0.9 },
      reason: "企业主营业务收入未达规模以上标准，未计入。",
    },
    {
      ...{ measure: "green-casting.above-scale-enterprises", each: "year" },
      reason: "与新材料产业链重复一户，按注册地计。",
    },
    ...[
      "new-energy-vehicle-parts",
      "biomedicine",
      "stainless-steel",
      "new-materials",
      "green-building-materials",
      "agricultural-food-processing",
      "luchou-culture",
    ].map((chain) => ({ measure: `${chain}.above-scale-enterprises`, each: "year" as const })),
  ],
};
