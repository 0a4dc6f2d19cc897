import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import { whileSame } from "./same-plan.ts";

/** What is asked of a plan's figures: the words of the URL. */
export interface ProgressAsked {
  readonly plan: string;
  readonly month: string;
  readonly horizon: string;
  readonly basis?: string | undefined;
  readonly asKnownOn?: string | undefined;
}

/** A plan's headline, chains and tasks at a month and horizon, with lights, what is behind, and what is not reported. */
export function progressQuery({ plan, month, horizon, basis, asKnownOn }: ProgressAsked) {
  // Named one by one: a page hands over its whole address, and the API refuses what it does not know.
  const query = { month, horizon, basis, asKnownOn };
  return queryOptions({
    queryKey: ["progress", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/progress", { path: { plan }, query, signal }),
    placeholderData: whileSame(plan),
  });
}
