/** A plan with so many units that thousands of papers can be handed in, each with one figure: a share of problems solved. */
import type { PlanDocument } from "@beizeng/seeds/plan-types.ts";
import { samplePlan } from "../server/sample-plan.ts";

/** How many units report. */
export const unitCount = 50;
export const unitOf = (place: number) => `unit-${place}`;
export const measureOf = (place: number) => `service-${place}.resolution-rate`;
/** The quarters that have ended on the day of the test, ascending. */
const quarters = [2022, 2023, 2024, 2025].flatMap((year) =>
  ["03", "06", "09", "12"].map((month) => `${year}-${month}`),
);

/** A paper: of which unit, for which quarter. */
export interface PaperOfUnit {
  readonly unit: number;
  readonly period: string;
}

/** All papers of the plan, quarter after quarter. */
export const allPapers = (): readonly PaperOfUnit[] =>
  quarters.flatMap((period) => Array.from({ length: unitCount }, (_, unit) => ({ unit, period })));

/** The figure of a paper in tenths of a percent: another one each quarter, since four alike would ask for a word. */
export const tenthsOf = ({ period }: PaperOfUnit): number => 950 + quarters.indexOf(period);

/** The figure as it is typed. */
export const textOf = (paper: PaperOfUnit): string => (tenthsOf(paper) / 10).toFixed(1);

/** The plan; its papers are those of every unit for every quarter. */
export function planOfPapers(): PlanDocument {
  const plan = samplePlan();
  const [unit] = plan.departments;
  const service = plan.subjects.find(({ id }) => id === "service");
  if (unit === undefined || service === undefined)
    throw new Error("the sample plan has no unit with a service promise");
  const places = Array.from({ length: unitCount }, (_, place) => place);
  return {
    ...plan,
    departments: [
      unit,
      ...places.map((place) => ({
        ...{ ...unit, id: unitOf(place) },
        name: { zh: `第${place}局`, en: `Bureau ${place}` },
      })),
    ],
    subjects: places.map((place) => ({
      ...{
        ...service,
        id: `service-${place}`,
        assignments: [{ department: unitOf(place), role: "responsible" as const }],
      },
    })),
  };
}
