import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSamePlan } from "./same-plan.ts";

/** Every responsible unit of a plan with its composite, lights and matrix cells, in one of the three attributions. */
export const departmentsQuery = ({ plan, ...query }: ProgressAsked & { readonly attribution?: string | undefined }) =>
  queryOptions({
    queryKey: ["departments", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/departments", { path: { plan }, query, signal }),
    placeholderData: whileSamePlan(plan),
  });
