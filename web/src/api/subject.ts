import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSamePlan } from "./same-plan.ts";

/** One subject with every target, its history against the schedule, the forecast, and every reported value. */
export const subjectQuery = ({
  plan,
  subject,
  ...query
}: Omit<ProgressAsked, "horizon"> & { readonly subject: string }) =>
  queryOptions({
    queryKey: ["subject", plan, subject, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/subjects/{subject}", { path: { plan, subject }, query, signal }),
    placeholderData: whileSamePlan(plan),
  });
