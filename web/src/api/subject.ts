import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** What is asked of one subject: every horizon of it, at a month. */
export interface SubjectAsked extends Omit<ProgressAsked, "horizon"> {
  readonly subject: string;
}

/** Which quarter brought what to a subject, and from which unit. */
export function stepsQuery({ plan, subject, month, basis, asKnownOn }: SubjectAsked) {
  const query = { month, basis, asKnownOn };
  return queryOptions({
    queryKey: ["steps", plan, subject, query],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/subjects/{subject}/steps", { path: { plan, subject }, query, signal }),
    placeholderData: whileSame(plan),
  });
}

/** A subject beside the plan's others that have the same target at a horizon. */
export function comparisonQuery({ plan, subject, month, horizon, basis, asKnownOn }: SubjectAsked & ProgressAsked) {
  const query = { month, horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["comparison", plan, subject, query],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/subjects/{subject}/comparison", { path: { plan, subject }, query, signal }),
    placeholderData: whileSame(plan),
  });
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
