import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";

/** How often a wall asks anew, in ms; nothing but a 304 comes back while no report was accepted. */
const asksEvery = 60_000;

/** All that a wall shows, asked for each minute whether or not anyone looks; without a month the latest due. */
export function wallQuery({
  plan,
  horizon,
  month,
  basis,
}: Omit<ProgressAsked, "month"> & { month?: string | undefined }) {
  const query = { horizon, month, basis };
  return queryOptions({
    queryKey: ["wall", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/wall", { path: { plan }, query, signal }),
    staleTime: 0,
    refetchInterval: asksEvery,
    refetchIntervalInBackground: true,
    retry: false,
  });
}
