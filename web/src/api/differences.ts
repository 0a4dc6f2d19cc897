import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** Where the departments' figures and those of the statistics bureau differ at a month. */
export const differencesQuery = ({ plan, month, asKnownOn }: Pick<ProgressAsked, "plan" | "month" | "asKnownOn">) =>
  queryOptions({
    queryKey: ["differences", plan, month, asKnownOn],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/differences", { path: { plan }, query: { month, asKnownOn }, signal }),
    placeholderData: whileSame(plan),
  });

/** What the statistics bureau can confirm of a plan; of the latest period where none is asked for. */
export const confirmationsQuery = (plan: string, period: string | undefined) =>
  queryOptions({
    queryKey: ["confirmations", plan, period],
    queryFn: ({ signal }) => call("/api/plans/{plan}/confirmations", { path: { plan }, query: { period }, signal }),
    // Others report and confirm meanwhile.
    staleTime: 0,
    placeholderData: whileSame(plan),
  });
