import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";

/** Which reporting unit has reported which period, on time, late or not at all. */
export const reportingQuery = ({ plan, month }: Pick<ProgressAsked, "plan" | "month">) =>
  queryOptions({
    queryKey: ["reporting", plan, month],
    queryFn: ({ signal }) => call("/api/plans/{plan}/reporting", { path: { plan }, query: { month }, signal }),
    placeholderData: whileSame(plan),
  });

/** What units have not handed in of a period, with texts that remind them; of the newest such period where none is named. */
export const remindersQuery = (plan: string, period: string | undefined) =>
  queryOptions({
    queryKey: ["reminders", plan, period],
    queryFn: ({ signal }) => call("/api/plans/{plan}/reminders", { path: { plan }, query: { period }, signal }),
    staleTime: 0,
  });
