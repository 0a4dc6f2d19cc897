import type { Store } from "@beizeng/db";
import { acceptSubmission } from "@beizeng/server/actions/accept-submission.ts";
import type { Actor } from "@beizeng/server/actions/actor.ts";
import type { ReportLine } from "@beizeng/server/actions/report-lines.ts";
import { submitReport } from "@beizeng/server/actions/submit-report.ts";
import { expect } from "vitest";

/** Who reports for a unit. */
export const reporter = (department: string): Actor => ({
  id: `reporter-${department}`,
  role: "reporter",
  departments: [department],
});

/** Who reviews. */
export const reviewer: Actor = { id: "reviewer", role: "office", departments: [] };

/** A unit's report, handed in and accepted a second later. */
export type Reported = {
  plan?: string;
  department: string;
  period: string;
  lines: readonly ReportLine[];
  now: string;
};

/** Hands a report in and has it accepted; both must succeed. Answers the submission's id. */
export async function reportAndAccept(
  store: Store,
  { now, plan = "sample-2022", ...paper }: Reported,
): Promise<number> {
  const submitted = await submitReport(store, { actor: reporter(paper.department), now, plan, ...paper });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.reason));
  const { submission } = submitted.value;
  const accepted = await acceptSubmission(store, {
    actor: reviewer,
    now: now.replace("00.000Z", "01.000Z"),
    submission,
  });
  expect(accepted).toMatchObject({ ok: true });
  return submission;
}

const entries = (measure: string, value: number): ReportLine => ({ measure, entries: String(value), exits: "0" });

/**
 * Three quarters of 2022 in the sample plan, the third without 商务局:
 * 钢铁 new firms 1, 3, 4; 食品 0, 1; output since January 10.5, 24.0, 36.5; plant not done; resolution 95.0, 96.5, 97.2.
 */
export async function reportSampleYear(store: Store): Promise<void> {
  const steel = (firms: number, output: string): ReportLine[] => [
    entries("steel.above-scale-enterprises", firms),
    { measure: "steel.output", amount: output },
    { measure: "steel.plant", amount: "0" },
  ];
  const quarters = [
    { period: "2022-03", now: "2022-04-08T02:00:00.000Z", firms: 1, output: "10.5", food: 0, rate: "95.0" },
    { period: "2022-06", now: "2022-07-08T02:00:00.000Z", firms: 3, output: "24.0", food: 1, rate: "96.5" },
    { period: "2022-09", now: "2022-10-09T02:00:00.000Z", firms: 4, output: "36.5", food: null, rate: "97.2" },
  ];
  for (const { period, now, firms, output, food, rate } of quarters) {
    const lines = steel(firms, output);
    await reportAndAccept(store, { department: "industry", period, now, lines });
    const service = [{ measure: "service.resolution-rate", amount: rate }];
    await reportAndAccept(store, { department: "government", period, now, lines: service });
    if (food === null) continue;
    const chain = [entries("food.above-scale-enterprises", food)];
    await reportAndAccept(store, { department: "commerce", period, now, lines: chain });
  }
}
