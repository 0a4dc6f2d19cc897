import type { MeasureEntry, PlanDocument, SubjectEntry, TargetEntry } from "@beizeng/seeds/plan-types.ts";
import { chainTargets, openingOutput } from "./figures.ts";

const text = (zh: string) => ({ zh, en: zh });

/** The word that stands for the county in every key of the template; a copy has its own number there. */
export const templateCounty = "c0001";
/** The code of the first county; the others count on from it. */
export const templateCode = "500001";
/** The key of a county's plan. */
export const planOf = (county: number) => `c${String(county).padStart(4, "0")}-2022`;
/** The key of the bureau that reports all of a county's chains. */
export const reporterOf = (county: number) => `c${String(county).padStart(4, "0")}-industry`;

export const nearHorizon = "2023-12";
export const farHorizon = "2027-12";
export const chainCount = 10;

const bureaus = [
  "industry",
  "reform",
  "finance",
  "commerce",
  "science",
  "market",
  "statistics",
  "taxation",
  "farming",
  "resources",
  "ecology",
  "investment",
] as const;

type Values = { readonly near: number; readonly far: number };

const bothHorizons = (reading: TargetEntry["reading"], { near, far }: Values, curve: TargetEntry["curve"]) =>
  [
    { value: near, deadline: nearHorizon },
    { value: far, deadline: farHorizon },
  ].map(
    (said): TargetEntry => ({
      reading,
      comparator: ">=",
      ...said,
      origin: "2021-12",
      hardness: "committed",
      clause: "二",
      curve,
    }),
  );

const summed = (indicator: "above-scale-industry" | "small-and-micro"): Values => {
  const values = Array.from({ length: chainCount }, (_, chain) => chainTargets[indicator](chain));
  return {
    near: values.reduce((sum, { near }) => sum + near, 0),
    far: values.reduce((sum, { far }) => sum + far, 0),
  };
};

function headlineMeasure(indicator: "above-scale-industry" | "small-and-micro"): MeasureEntry {
  const reading = indicator === "above-scale-industry" ? "new" : "net";
  const curve = indicator === "above-scale-industry" ? "batch" : "linear";
  const targets = bothHorizons(reading, summed(indicator), curve);
  return {
    indicator,
    nature: "population",
    targets: targets.map((target) => ({ ...target, madeOf: { kind: "chain", indicator, reading } })),
  };
}

function chainSubject(chain: number): SubjectEntry {
  const opening = { month: "2021-12", value: openingOutput(chain) / 100 };
  const others = [1, 4, 8].map((step) => bureaus[1 + ((chain + step) % (bureaus.length - 1))] ?? "reform");
  return {
    id: `chain-${chain}`,
    kind: "chain",
    name: text(`产业链${chain}`),
    clause: `二（${chain + 1}）`,
    park: text(`园区${chain}`),
    leadEnterprise: text(`链主企业${chain}`),
    directions: [text("延链补链"), text("设备更新")],
    assignments: [
      { department: `${templateCounty}-industry`, role: "lead" },
      ...others.map((bureau) => ({ department: `${templateCounty}-${bureau}`, role: "responsible" as const })),
    ],
    measures: [
      {
        indicator: "above-scale-industry",
        nature: "population",
        targets: bothHorizons("new", chainTargets["above-scale-industry"](chain), "batch"),
      },
      {
        indicator: "small-and-micro",
        nature: "population",
        targets: bothHorizons("net", chainTargets["small-and-micro"](chain), "linear"),
      },
      {
        indicator: "output",
        nature: "yearly-flow",
        opening,
        targets: bothHorizons("level", chainTargets.output(chain), "linear"),
      },
      {
        indicator: "matchmaking",
        nature: "tally",
        targets: bothHorizons("cumulative", chainTargets.matchmaking(), "linear"),
      },
    ],
  };
}

/** The plan of the first county, of which every other county has a copy: 10 chains of 4 indicators and 2 horizons, 84 targets. */
export const countyPlan: PlanDocument = {
  id: planOf(1),
  title: text("样县市场主体倍增方案"),
  documentNumber: null,
  issuer: `${templateCounty}-office`,
  jurisdiction: templateCode,
  issuedOn: "2022-01-05",
  calendar: { frequency: "month", firstPeriod: "2022-01", dueDay: 10 },
  jurisdictions: [
    { code: "100000", name: text("国"), kind: "nation", parent: null },
    { code: "140000", name: text("省"), kind: "province", parent: "100000" },
    { code: templateCode, name: text("样县"), kind: "county", parent: "140000" },
  ],
  departments: [
    { id: `${templateCounty}-office`, name: text("县政府办"), kind: "government", jurisdiction: templateCode },
    ...bureaus.map((bureau) => ({
      id: `${templateCounty}-${bureau}`,
      name: text(`县${bureau}局`),
      kind: "bureau" as const,
      jurisdiction: templateCode,
      aliases: [`${bureau}局`],
    })),
  ],
  indicators: [
    { id: "above-scale-industry", name: text("规上工业企业"), unit: text("户"), decimals: 0, isIndivisible: true },
    { id: "small-and-micro", name: text("中小微企业"), unit: text("户"), decimals: 0, isIndivisible: true },
    { id: "output", name: text("产值"), unit: text("亿元"), decimals: 2, isIndivisible: false },
    { id: "matchmaking", name: text("对接活动"), unit: text("次"), decimals: 0, isIndivisible: true },
  ],
  subjects: [
    {
      id: "overall",
      kind: "headline",
      name: text("总体目标"),
      clause: "一",
      measures: [headlineMeasure("above-scale-industry"), headlineMeasure("small-and-micro")],
    },
    ...Array.from({ length: chainCount }, (_, chain) => chainSubject(chain)),
  ],
  incentives: [],
};
