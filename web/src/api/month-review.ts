import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** What differs between two months of a plan, for the targets of one horizon. */
export function changesQuery({
  plan,
  month,
  horizon,
  basis,
  asKnownOn,
  since,
}: ProgressAsked & { readonly since: string }) {
  const query = { month, since, horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["changes", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/changes", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}

/** The lights of a horizon over all of its months: one answer, whichever month is looked at. */
export function lightsQuery({ plan, horizon, basis, asKnownOn }: Omit<ProgressAsked, "month">) {
  const query = { horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["lights", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/lights", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}

/** What the targets of a horizon lack at a month, kind by kind. */
export function shortfallsQuery({ plan, month, horizon, basis, asKnownOn }: ProgressAsked) {
  const query = { month, horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["shortfalls", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/shortfalls", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}

/** Whether the headline's targets of a horizon will be met as things go. */
export function outlookQuery({ plan, month, horizon, basis, asKnownOn }: ProgressAsked) {
  const query = { month, horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["outlook", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/outlook", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}
