/** Plans and reports drawn from a seed: chains of any number, some of them silent, targets met, missed and beyond all measure. */
import type { Store } from "@beizeng/db";
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { reportAndAccept } from "../../server/reports.ts";
import { samplePlan } from "../../server/sample-plan.ts";
import { drawnFrom } from "../drawn.ts";

/** A plan with what is to be reported of it. */
export interface DrawnPlan {
  readonly plan: PlanDocument;
  readonly report: (store: Store) => Promise<void>;
}

const names = ["装备制造", "=SUM(1+1)", "+新材料", "＠数字经济", "<生物>&“医药”", "-文旅", "现代农业"];
const periods = [
  { period: "2022-03", now: "2022-04-08T02:00:00.000Z" },
  { period: "2022-06", now: "2022-07-08T02:00:00.000Z" },
  { period: "2022-09", now: "2022-10-09T02:00:00.000Z" },
];

/** The plan of a seed. */
export function drawnPlan(seed: number): DrawnPlan {
  const draw = drawnFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  const id = `drawn-${seed}`;
  const base = samplePlan(id, String(200_000 + (seed % 700_000)));
  const [headline, steel, , service] = base.subjects;
  if (headline === undefined || steel === undefined || service === undefined) throw new Error("the sample has them");
  const count = whole(1, names.length);
  const chains = Array.from({ length: count }, (_, index) => ({
    ...steel,
    id: `chain-${index}`,
    name: { zh: names[index] ?? "", en: `Chain ${index}` },
    measures: steel.measures.map((measure) => ({
      ...measure,
      targets: measure.targets.map((target) =>
        target.reading === "done"
          ? target
          : { ...target, value: whole(1, 4000) / (measure.indicator === "output" ? 10 : 1) },
      ),
    })),
  }));
  const reported = chains.map(() => draw() < 0.8);
  const report = async (store: Store) => {
    let [firms, output] = [chains.map(() => 0), chains.map(() => 0)];
    // The checks ask for a word where a figure is beyond its target, or its own history.
    const reason = "集中入统";
    for (const { period, now } of periods) {
      firms = firms.map((each) => each + whole(0, 900));
      output = output.map((each) => each + whole(0, 1_000_000) / 10);
      const lines = chains.flatMap((chain, index) =>
        reported[index] === true
          ? [
              { measure: `${chain.id}.above-scale-enterprises`, entries: String(firms[index]), exits: "0", reason },
              { measure: `${chain.id}.output`, amount: output[index]?.toFixed(1) ?? "0.0", reason },
              { measure: `${chain.id}.plant`, amount: "0", reason },
            ]
          : [],
      );
      if (lines.length > 0)
        await reportAndAccept(store, { plan: id, department: `${id}-industry`, period, now, lines });
      const rate = [{ measure: "service.resolution-rate", amount: (whole(0, 1000) / 10).toFixed(1), reason }];
      await reportAndAccept(store, { plan: id, department: `${id}-government`, period, now, lines: rate });
    }
  };
  return { plan: { ...base, subjects: [headline, ...chains, service] }, report };
}
