import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** What is asked of a plan's units: its figures, in one of the three attributions. */
export interface DepartmentsAsked extends ProgressAsked {
  readonly attribution?: string | undefined;
}

/** Up to four units over the months of a horizon, with what they answer for and how they have reported. */
export function departmentHistoriesQuery({
  plan,
  month,
  horizon,
  attribution,
  basis,
  asKnownOn,
  departments,
}: DepartmentsAsked & { readonly departments: readonly string[] }) {
  const query = { month, horizon, attribution, basis, asKnownOn, department: departments };
  return queryOptions({
    queryKey: ["department-histories", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/department-histories", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}

/** Every responsible unit of a plan with its composite, lights and matrix cells, in one of the three attributions. */
export function departmentsQuery({ plan, month, horizon, attribution, basis, asKnownOn }: DepartmentsAsked) {
  const query = { month, horizon, attribution, basis, asKnownOn };
  return queryOptions({
    queryKey: ["departments", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/departments", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}
