import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** What is asked of one subject: every horizon of it, at a month. */
export interface SubjectAsked extends Omit<ProgressAsked, "horizon"> {
  readonly subject: string;
}

/** One subject with every target, its history against the schedule, the forecast, and every reported value. */
export function subjectQuery({ plan, subject, month, basis, asKnownOn }: SubjectAsked) {
  const query = { month, basis, asKnownOn };
  return queryOptions({
    queryKey: ["subject", plan, subject, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/subjects/{subject}", { path: { plan, subject }, query, signal }),
    placeholderData: whileSame(plan),
  });
}
