/** 高平 2022 as a county could have reported it, and what follows from the rules, all of it worked out on paper. */

import type { Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import type { TestClock } from "./store.ts";

/** A quarter's reports: per unit, per chain, entries since the origin of [规上企业, 中小微企业]; null where the plan asks for none. */
type Quarter = {
  readonly period: string;
  readonly reports: Readonly<Record<string, Readonly<Record<string, readonly [number | null, number]>>>>;
};

const quarters: readonly Quarter[] = [
  {
    // 市工信局 does not report: 潞绸文化 is missing.
    period: "2022-06",
    reports: {
      "gaoping-development-zone": {
        "equipment-manufacturing": [1, 5],
        "new-energy-vehicle-parts": [null, 2],
        "stainless-steel": [0, 2],
        "new-materials": [0, 6],
        "green-casting": [1, 5],
      },
      "gaoping-health-sports-bureau": { biomedicine: [0, 5] },
      "gaoping-housing-bureau": { "green-building-materials": [1, 3] },
      "gaoping-market-regulation-bureau": { "agricultural-food-processing": [0, 4] },
      "gaoping-culture-tourism-bureau": { "traditional-crafts": [null, 9] },
    },
  },
  {
    period: "2022-09",
    reports: {
      "gaoping-development-zone": {
        "equipment-manufacturing": [1, 8],
        "new-energy-vehicle-parts": [null, 3],
        "stainless-steel": [1, 3],
        "new-materials": [0, 8],
        "green-casting": [1, 7],
      },
      "gaoping-health-sports-bureau": { biomedicine: [1, 8] },
      "gaoping-housing-bureau": { "green-building-materials": [1, 9] },
      "gaoping-market-regulation-bureau": { "agricultural-food-processing": [0, 5] },
      "gaoping-culture-tourism-bureau": { "traditional-crafts": [null, 12] },
      "gaoping-industry-bureau": { "luchou-culture": [1, 8] },
    },
  },
  {
    period: "2022-12",
    reports: {
      "gaoping-development-zone": {
        "equipment-manufacturing": [3, 11],
        "new-energy-vehicle-parts": [null, 5],
        "stainless-steel": [1, 5],
        "new-materials": [2, 9],
        "green-casting": [1, 10],
      },
      "gaoping-health-sports-bureau": { biomedicine: [2, 10] },
      "gaoping-housing-bureau": { "green-building-materials": [2, 15] },
      "gaoping-market-regulation-bureau": { "agricultural-food-processing": [1, 10] },
      "gaoping-culture-tourism-bureau": { "traditional-crafts": [null, 15] },
      "gaoping-industry-bureau": { "luchou-culture": [2, 10] },
    },
  },
];

/** 市场主体 as 市工信局 reports them: the stock at the base month, given in February 2022, and in the quarters that it reports. */
const marketEntities: Readonly<Record<string, number>> = {
  "2021-12": 26_000,
  "2022-09": 29_120,
  "2022-12": 31_200,
};

/** Their growth by month: achieved in percent, completion, light, 序时. 20 % are asked for, on a straight line from 2021-12. */
export const growthByHand: Readonly<Record<string, readonly [string, string, string | null, number]>> = {
  // Not reported for June. The base alone is no growth of 0; 20 × 6/12.
  "2022-06": ["—", "—", "unreported", 10],
  // 29,120 / 26,000 = 1.12. 20 × 9/12 = 15 are asked for: 3 of 20 is 15 points.
  "2022-09": ["12.0", "60.0%", "behind", 15],
  // 31,200 / 26,000 = 1.2, as asked.
  "2022-12": ["20.0", "100.0%", "met", 20],
};

/** [completion, light] of a chain's 规上企业 and 中小微企业 for 2022-12; null where the plan has no such target. */
type Stand = readonly [string, string | null] | null;

/**
 * By month and chain. The batch table asks for 30 % by June and 45 % by September, the straight line for 50 % and 75 %; a gap
 * under one firm is on schedule until September, and only October, November and December are near the deadline.
 */
export const chainsByHand: Readonly<Record<string, Readonly<Record<string, readonly [Stand, Stand]>>>> = {
  "2022-06": {
    // 2 × 30 % = 0.6 asked, 1 there; 10 × 50 % = 5 asked, 5 there.
    "equipment-manufacturing": [
      ["50.0%", "on-schedule"],
      ["50.0%", "on-schedule"],
    ],
    // 2.5 asked, 2 there: half a firm.
    "new-energy-vehicle-parts": [null, ["40.0%", "on-schedule"]],
    biomedicine: [
      ["0.0%", "on-schedule"],
      ["50.0%", "on-schedule"],
    ],
    "stainless-steel": [
      ["0.0%", "on-schedule"],
      ["40.0%", "on-schedule"],
    ],
    "new-materials": [
      ["0.0%", "on-schedule"],
      ["60.0%", "on-schedule"],
    ],
    // 7.5 asked, 3 there: 4.5 of 15 is 30 points.
    "green-building-materials": [
      ["50.0%", "on-schedule"],
      ["20.0%", "far-behind"],
    ],
    "green-casting": [
      ["50.0%", "on-schedule"],
      ["50.0%", "on-schedule"],
    ],
    // 5 asked, 4 there: one whole firm, 10 points.
    "agricultural-food-processing": [
      ["0.0%", "on-schedule"],
      ["40.0%", "behind"],
    ],
    "luchou-culture": [
      ["—", "unreported"],
      ["—", "unreported"],
    ],
    "traditional-crafts": [null, ["60.0%", "on-schedule"]],
  },
  "2022-09": {
    "equipment-manufacturing": [
      ["50.0%", "on-schedule"],
      ["80.0%", "on-schedule"],
    ],
    // 3.75 asked, 3 there: three quarters of a firm, and September is not yet near the deadline.
    "new-energy-vehicle-parts": [null, ["60.0%", "on-schedule"]],
    biomedicine: [
      ["50.0%", "on-schedule"],
      ["80.0%", "on-schedule"],
    ],
    // 1 of 1: met, and what is new cannot fall back.
    "stainless-steel": [
      ["100.0%", "met"],
      ["60.0%", "on-schedule"],
    ],
    // 2 × 45 % = 0.9 asked, none there: under one firm.
    "new-materials": [
      ["0.0%", "on-schedule"],
      ["80.0%", "on-schedule"],
    ],
    // 11.25 asked, 9 there: 2.25 of 15 is 15 points.
    "green-building-materials": [
      ["50.0%", "on-schedule"],
      ["60.0%", "behind"],
    ],
    "green-casting": [
      ["50.0%", "on-schedule"],
      ["70.0%", "on-schedule"],
    ],
    // 7.5 asked, 5 there: 25 points.
    "agricultural-food-processing": [
      ["0.0%", "on-schedule"],
      ["50.0%", "far-behind"],
    ],
    "luchou-culture": [
      ["50.0%", "on-schedule"],
      ["80.0%", "on-schedule"],
    ],
    "traditional-crafts": [null, ["80.0%", "on-schedule"]],
  },
  "2022-12": {
    "equipment-manufacturing": [
      ["150.0%", "met"],
      ["110.0%", "met"],
    ],
    "new-energy-vehicle-parts": [null, ["100.0%", "met"]],
    biomedicine: [
      ["100.0%", "met"],
      ["100.0%", "met"],
    ],
    "stainless-steel": [
      ["100.0%", "met"],
      ["100.0%", "met"],
    ],
    "new-materials": [
      ["100.0%", "met"],
      ["90.0%", "missed"],
    ],
    "green-building-materials": [
      ["100.0%", "met"],
      ["100.0%", "met"],
    ],
    "green-casting": [
      ["50.0%", "missed"],
      ["100.0%", "met"],
    ],
    "agricultural-food-processing": [
      ["50.0%", "missed"],
      ["100.0%", "met"],
    ],
    "luchou-culture": [
      ["100.0%", "met"],
      ["100.0%", "met"],
    ],
    "traditional-crafts": [null, ["100.0%", "met"]],
  },
};

/** The headline, which is the sum of its parts: achieved, completion, light, parts reported of parts, 序时. */
export const headlineByHand = {
  "2022-06": {
    // 1+0+0+0+1+1+0 with 潞绸 missing; 15 × 30 % = 4.5
    "above-scale-enterprises.new": ["3", "20.0%", null, 7, 8, 4.5],
    // 5+2+5+2+6+3+5+4+9; 100 × 50 %
    "enterprises.net": ["41", "41.0%", null, 9, 10, 50],
  },
  "2022-09": {
    // 1+1+1+0+1+1+0+1 of 15; 15 × 45 % = 6.75, three quarters of a firm behind
    "above-scale-enterprises.new": ["6", "40.0%", "on-schedule", 8, 8, 6.75],
    // 8+3+8+3+8+9+7+5+8+12; 75 asked: 4 points
    "enterprises.net": ["71", "71.0%", "behind", 10, 10, 75],
  },
  "2022-12": {
    // 3+2+1+2+2+1+1+2 = 14; 14/15 = 93.33 %
    "above-scale-enterprises.new": ["14", "93.3%", "missed", 8, 8, 15],
    // 11+5+10+5+9+15+10+10+10+15
    "enterprises.net": ["100", "100.0%", "met", 10, 10, 100],
  },
} as const;

/**
 * Units at 2022-09 for 2022-12: [composite, rank, reported, targets]. The zone answers for nine chains, 8 + 9 targets: their
 * completions are 3.5 + 6.2 = 9.7, over 17. The centre for small firms answers for the tenth too: (9.7 + 0.8) / 18. 市工信局 has
 * the growth of market entities besides, of which it reached 0.6: (9.7 + 0.8 + 0.6) / 19 = 11.1/19 = 0.5842…; the two headline sums
 * are its chains' own.
 */
export const departmentsByHand = {
  full: {
    "gaoping-culture-tourism-bureau": ["80.0%", 1, 1, 1],
    "gaoping-health-sports-bureau": ["65.0%", 2, 2, 2],
    "gaoping-industry-bureau": ["58.4%", 3, 19, 19],
    "gaoping-sme-centre": ["58.3%", 4, 18, 18],
    "gaoping-development-zone": ["57.1%", 5, 17, 17],
    "gaoping-housing-bureau": ["55.0%", 6, 2, 2],
    "gaoping-development-reform-bureau": ["25.0%", 7, 2, 2],
    "gaoping-market-regulation-bureau": ["25.0%", 7, 2, 2],
  },
  // Seven chains have three units, two have four, one has five. The zone: (6.8/3 + 2.4/4 + 0.5/5) / (11/3 + 4/4 + 2/5) = 0.5855…
  // The centre, with 传统工艺 of three units at 0.8: (7.6/3 + 0.6 + 0.1) / (12/3 + 1 + 0.4) = 3.2333/5.4 = 0.59877
  // 市工信局, alone with the headline: (3.2333 + 0.6) / (5.4 + 1) = 0.59896
  shared: {
    "gaoping-development-zone": ["58.6%", 5, 17, 17],
    "gaoping-sme-centre": ["59.9%", 4, 18, 18],
    "gaoping-industry-bureau": ["59.9%", 3, 19, 19],
    "gaoping-health-sports-bureau": ["65.0%", 2, 2, 2],
    "gaoping-culture-tourism-bureau": ["80.0%", 1, 1, 1],
  },
} as const;

/** The zone's sums at 2022-09: [indicator, achieved, target, completion]; 59/85 = 69.41 %. */
export const zoneSumsByHand = {
  full: [
    ["above-scale-enterprises", "6", "15", "40.0%"],
    ["small-and-medium-enterprises", "59", "85", "69.4%"],
  ],
} as const;

const plan = "gaoping-2022";
const office = { id: "office", role: "office", departments: [] } as const;

/** The fifth of the month after a quarter, an hour after another for each unit. */
function instantAfter(period: string, hour: number): string {
  const [year, month] = period.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 5, hour)).toISOString();
}

function stockAt(period: string): readonly ReportLine[] {
  const stock = marketEntities[period];
  return stock === undefined ? [] : [{ measure: "headline.market-entities", stock: `${stock}` }];
}

/** Has the quarters reported and accepted in a store that knows the plan; the clock stands at the last acceptance then. */
export async function reportByHand(store: Store, clock: TestClock): Promise<void> {
  const report = async (department: string, period: string, hour: number, lines: readonly ReportLine[]) => {
    const actor = { id: department, role: "reporter", departments: [department] } as const;
    clock.set(instantAfter(period, hour));
    const submitted = await submitReport(store, { actor, now: clock.now(), plan, department, period, lines });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const { submission } = submitted.value;
    clock.set(instantAfter(period, hour + 1));
    const accepted = await acceptSubmission(store, { actor: office, now: clock.now(), submission });
    if (!accepted.ok) throw new Error(JSON.stringify(accepted));
  };
  await report("gaoping-industry-bureau", "2021-12", 0, stockAt("2021-12"));
  for (const { period, reports } of quarters) {
    let hour = 0;
    for (const [department, chains] of Object.entries(reports)) {
      const lines = Object.entries(chains).flatMap(([chain, [aboveScale, small]]) => [
        ...(aboveScale === null
          ? []
          : [{ measure: `${chain}.above-scale-enterprises`, entries: `${aboveScale}`, reason: "已核实" }]),
        { measure: `${chain}.small-and-medium-enterprises`, entries: `${small}`, reason: "已核实" },
      ]);
      const ofHeadline = department === "gaoping-industry-bureau" ? stockAt(period) : [];
      await report(department, period, hour, [...lines, ...ofHeadline]);
      hour += 2;
    }
  }
}
