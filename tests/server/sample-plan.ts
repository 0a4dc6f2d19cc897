import type { PlanDocument, Text } from "@beizeng/seeds/plan-types.ts";

const text = (zh: string, en: string): Text => ({ zh, en });
const firms = {
  id: "above-scale-enterprises",
  name: text("规上企业", "Above-scale enterprises"),
  unit: text("户", "firms"),
  decimals: 0,
  isIndivisible: true,
};
const output = {
  id: "output",
  name: text("产值", "Output"),
  unit: text("亿元", "100 million yuan"),
  decimals: 1,
  isIndivisible: false,
};
const resolution = {
  id: "resolution-rate",
  name: text("问题解决率", "Problems resolved"),
  unit: text("%", "%"),
  decimals: 1,
  isIndivisible: false,
};
const plant = {
  id: "plant",
  name: text("达产", "Plant in production"),
  unit: text("项", "plants"),
  decimals: 0,
  isIndivisible: true,
};

const newFirms = (value: number, deadline: string) => ({
  reading: "new" as const,
  comparator: ">=" as const,
  value,
  deadline,
  hardness: "committed" as const,
  clause: "二（一）",
  curve: "linear" as const,
});

const department = (id: string, name: Text, kind: "government" | "bureau") => ({
  id,
  name,
  kind,
  jurisdiction: "140581",
});

/**
 * A county with two chains and quarterly reports, small enough to be worked out by hand: 10 new firms by 2022-12, of
 * which 钢铁 has 6 and 食品 has 4; 钢铁 also 20 by 2025-12, output 50 by 2022-12, a plant; a standing service promise.
 */
export function samplePlan(id = "sample-2022", place = "140581"): PlanDocument {
  const key = (name: string) => (id === "sample-2022" ? name : `${id}-${name}`);
  const units = [
    department(key("government"), text("市政府", "City government"), "government"),
    department(key("industry"), text("工信局", "Industry bureau"), "bureau"),
    department(key("commerce"), text("商务局", "Commerce bureau"), "bureau"),
  ].map((unit) => ({ ...unit, jurisdiction: place }));
  return {
    id,
    title: text("倍增方案", "Doubling plan"),
    documentNumber: "样发〔2022〕1号",
    issuer: key("government"),
    jurisdiction: place,
    marketEntityWord: "市场主体",
    issuedOn: "2022-02-01",
    calendar: { frequency: "quarter", firstPeriod: "2022-03", dueDay: 10 },
    jurisdictions: [
      { code: "100000", name: text("中国", "China"), kind: "nation", parent: null },
      { code: place, name: text(`市${place}`, `City ${place}`), kind: "county", parent: "100000" },
    ],
    departments: units,
    indicators: [firms, output, resolution, plant],
    subjects: [
      {
        id: "headline",
        kind: "headline",
        name: text("总体目标", "Overall goals"),
        clause: "二（一）",
        assignments: [{ department: key("government"), role: "responsible" }],
        measures: [
          {
            indicator: "above-scale-enterprises",
            nature: "population",
            targets: [
              {
                ...newFirms(10, "2022-12"),
                madeOf: { kind: "chain", indicator: "above-scale-enterprises", reading: "new" },
              },
            ],
          },
        ],
      },
      {
        id: "steel",
        kind: "chain",
        name: text("钢铁", "Steel"),
        clause: "二（二）1",
        assignments: [
          { department: key("industry"), role: "lead" },
          { department: key("commerce"), role: "responsible" },
        ],
        measures: [
          {
            indicator: "above-scale-enterprises",
            nature: "population",
            opening: { month: "2021-12", value: 30 },
            targets: [newFirms(6, "2022-12"), newFirms(20, "2025-12")],
          },
          {
            indicator: "output",
            nature: "yearly-flow",
            opening: { month: "2021-12", value: 40 },
            targets: [{ ...newFirms(50, "2022-12"), reading: "level" }],
          },
          {
            indicator: "plant",
            nature: "milestone",
            targets: [{ ...newFirms(1, "2022-12"), reading: "done", comparator: "=", curve: "none" }],
          },
        ],
      },
      {
        id: "food",
        kind: "chain",
        name: text("食品", "Food"),
        clause: "二（二）2",
        assignments: [{ department: key("commerce"), role: "responsible" }],
        measures: [{ indicator: "above-scale-enterprises", nature: "population", targets: [newFirms(4, "2022-12")] }],
      },
      {
        id: "service",
        kind: "task",
        name: text("服务承诺", "Service promises"),
        clause: "三（一）",
        assignments: [{ department: key("government"), role: "responsible" }],
        measures: [
          {
            indicator: "resolution-rate",
            nature: "rate",
            targets: [
              {
                reading: "rate",
                comparator: ">=",
                value: 96,
                standing: true,
                hardness: "committed",
                clause: "三（一）",
                curve: "none",
              },
            ],
          },
        ],
      },
    ],
    incentives: [],
  };
}
