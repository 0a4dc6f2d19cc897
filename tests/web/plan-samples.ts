/** A plan as the API lists it, with what a test does not speak of filled in. */
import type { PlanSummary } from "../../web/src/api/types.ts";

/** 高平's plan with the given horizons, each with 17 targets or with those named after it. */
export const planSummaryOf = (horizons: readonly string[], targets: readonly number[] = []): PlanSummary => ({
  key: "gaoping-2022",
  title: { zh: "制造业培育方案", en: "Manufacturing cultivation plan" },
  documentNumber: "高工信发〔2022〕44号",
  issuer: { zh: "高平市工业和信息化局", en: "Gaoping Bureau of Industry and Information Technology" },
  jurisdiction: {
    code: "140581",
    name: { zh: "高平市", en: "Gaoping" },
    parent: { code: "140500", name: { zh: "晋城市", en: "Jincheng" } },
  },
  marketEntityWord: "市场主体",
  issuedOn: "2022-07-06",
  effectiveFrom: null,
  expiresOn: null,
  frequency: "month",
  firstPeriod: "2022-01",
  dueDay: 10,
  firstMonth: "2021-12",
  lastMonth: "2025-10",
  latestPeriod: "2025-09",
  horizons: horizons.map((horizon, place) => ({ horizon, targets: targets[place] ?? 17 })),
  counts: { chains: 10, targets: 45, departments: 14 },
});
