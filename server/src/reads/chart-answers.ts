/** The answer that each chart of a plan shows, whatever is made of it: its page, its table or its picture. */
import type { TableQuery } from "../contract/tables.ts";
import { readComparison } from "./comparison.ts";
import { readDepartmentHistories } from "./department-histories.ts";
import { readLightMap } from "./light-map.ts";
import { readOutlook } from "./outlook.ts";
import { readProgress } from "./progress.ts";
import type { Reads } from "./reads.ts";
import { readShortfalls } from "./shortfalls.ts";
import { readSteps } from "./steps.ts";
import { readSubject } from "./subject.ts";

/** What a chart is asked by: month and horizon, and what it is about where there are several of its kind. */
export type ChartQuestion = Pick<
  TableQuery,
  "month" | "horizon" | "basis" | "asKnownOn" | "subject" | "department" | "attribution"
>;

/** The question about a month and horizon as every read takes it. */
const figuresAsked = ({ month, horizon, basis, asKnownOn }: ChartQuestion) => ({
  ...{ month, horizon },
  ...(basis !== undefined && { basis }),
  ...(asKnownOn !== undefined && { asKnownOn }),
});

/** Each by the chart's word; a subject that is not named is none that there is. */
export const chartAnswers = {
  headline: (reads: Reads, plan: string, question: ChartQuestion) => readProgress(reads, plan, figuresAsked(question)),
  chains: (reads: Reads, plan: string, question: ChartQuestion) => readProgress(reads, plan, figuresAsked(question)),
  shortfalls: (reads: Reads, plan: string, question: ChartQuestion) =>
    readShortfalls(reads, plan, figuresAsked(question)),
  lights: (reads: Reads, plan: string, question: ChartQuestion) => {
    const { month: _, ...asked } = figuresAsked(question);
    return readLightMap(reads, plan, asked);
  },
  outlook: (reads: Reads, plan: string, question: ChartQuestion) => readOutlook(reads, plan, figuresAsked(question)),
  history: (reads: Reads, plan: string, { subject = "", ...question }: ChartQuestion) => {
    const { horizon: _, ...asked } = figuresAsked(question);
    return readSubject(reads, { plan, subject }, asked);
  },
  steps: (reads: Reads, plan: string, { subject = "", ...question }: ChartQuestion) => {
    const { horizon: _, ...asked } = figuresAsked(question);
    return readSteps(reads, { plan, subject }, asked);
  },
  comparison: (reads: Reads, plan: string, { subject = "", ...question }: ChartQuestion) =>
    readComparison(reads, { plan, subject }, figuresAsked(question)),
  "department-histories": (reads: Reads, plan: string, { attribution, department = [], ...question }: ChartQuestion) =>
    readDepartmentHistories(reads, plan, {
      ...{ ...figuresAsked(question), department },
      ...(attribution !== undefined && { attribution }),
    }),
} as const;
