import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import { whileSame } from "./same-plan.ts";

/** Which headline targets can be asked for over all places. */
export const headlineKindsQuery = queryOptions({
  queryKey: ["headline-kinds"],
  queryFn: ({ signal }) => call("/api/headlines/kinds", { signal }),
});

/** A headline target of all places. */
export interface PlacesAsked {
  readonly indicator: string;
  readonly reading: string;
  readonly horizon: string;
  readonly basis?: string | undefined;
}

const kindOf = ({ indicator, reading, horizon }: PlacesAsked) => `${indicator} ${reading} ${horizon}`;

/** All places at a month; a month of the same target stands until the next is here. */
export function headlinesQuery({ month, ...asked }: PlacesAsked & { readonly month: string }) {
  const query = { ...asked, month };
  return queryOptions({
    queryKey: ["headlines", kindOf(asked), query],
    queryFn: ({ signal }) => call("/api/headlines", { query, signal }),
    placeholderData: whileSame(kindOf(asked)),
  });
}

/** The lights of all places over all months: one answer, whichever month is looked at. */
export function headlineLightsQuery(query: PlacesAsked) {
  return queryOptions({
    queryKey: ["headline-lights", kindOf(query), query],
    queryFn: ({ signal }) => call("/api/headlines/lights", { query, signal }),
    placeholderData: whileSame(kindOf(query)),
  });
}
