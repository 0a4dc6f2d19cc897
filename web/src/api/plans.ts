import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";

/** All plans and what kind of workspace this is. */
export const plansQuery = queryOptions({
  queryKey: ["plans"],
  queryFn: ({ signal }) => call("/api/plans", { signal }),
});

/** One plan in full: subjects, measures, targets, departments, reconciliations. */
export const planQuery = (plan: string) =>
  queryOptions({
    queryKey: ["plan", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}", { path: { plan }, signal }),
  });
