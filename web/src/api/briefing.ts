import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";

/** Which briefing is asked for; without an edition the figures as they stand. */
export interface BriefingAsked {
  readonly plan: string;
  readonly month: string;
  readonly horizon: string;
  readonly basis?: string | undefined;
  readonly edition?: string | undefined;
}

/** All that the files of a briefing (通报材料) print. */
export const briefingQuery = ({ plan, month, horizon, basis, edition }: BriefingAsked) => {
  const query = { month, horizon, basis, edition };
  return queryOptions({
    queryKey: ["briefing", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/briefing", { path: { plan }, query, signal }),
    // Figures that are not closed change under whoever looks at them.
    staleTime: 0,
  });
};
