import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import type { Grounds } from "./judging.ts";
import type { ProgressAsked } from "./progress.ts";
import { whileSame } from "./same-plan.ts";
import { sessionQuery } from "./session.ts";
import type { AppraisalRuleAdding, AppraisalRuleTrial } from "./types.ts";

/** The last month of the latest quarter that has ended by a month: 2025-10 → 2025-09, 2026-02 → 2025-12. */
export function quarterBy(month: string): string {
  const [year = 0, place = 0] = month.split("-").map(Number);
  const last = place - (place % 3);
  return last === 0 ? `${year - 1}-12` : `${year}-${String(last).padStart(2, "0")}`;
}

/** The units of a plan appraised for a quarter. */
export const appraisalQuery = ({
  plan,
  quarter,
  basis,
  asKnownOn,
}: Pick<ProgressAsked, "plan" | "basis" | "asKnownOn"> & { readonly quarter: string }) =>
  queryOptions({
    queryKey: ["appraisal", plan, quarter, basis, asKnownOn],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/appraisal", { path: { plan }, query: { quarter, basis, asKnownOn }, signal }),
    placeholderData: whileSame(plan),
  });

/** The quarter as another rule would appraise it; asked while it is being typed. */
export const appraisalPreviewQuery = (plan: string, body: AppraisalRuleTrial) =>
  queryOptions({
    queryKey: ["appraisal-preview", plan, body],
    queryFn: ({ signal }) =>
      send("post", "/api/plans/{plan}/appraisal-rules/preview", { path: { plan }, body, signal }),
    ...{ placeholderData: keepPreviousData, retry: false, staleTime: 0 },
  });

/** Appraises a plan's units by another rule from a month on; the same key does it once. */
export const addAppraisalRule = (
  queryClient: QueryClient,
  plan: string,
  body: Omit<AppraisalRuleAdding, keyof Grounds> & Grounds,
  key: string,
) =>
  send("post", "/api/plans/{plan}/appraisal-rules", { path: { plan }, body, idempotencyKey: key }).then(() =>
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] }),
  );
