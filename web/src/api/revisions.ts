import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import { sessionQuery } from "./session.ts";

/** Which target of which plan. */
export interface TargetPlace {
  readonly plan: string;
  readonly target: string;
}

/** A new value as typed; `stretch` of a range alone. */
export type TypedRevision = { readonly from: string; readonly value: string; readonly stretch?: string };

/** A target with every value that it was given. */
export const revisionsQuery = ({ plan, target }: TargetPlace) =>
  queryOptions({
    queryKey: ["revisions", plan, target],
    queryFn: ({ signal }) => call("/api/plans/{plan}/targets/{target}/revisions", { path: { plan, target }, signal }),
  });

/** What a new value would move; asked while it is being typed. */
export const revisionPreviewQuery = ({ plan, target }: TargetPlace, typed: TypedRevision) =>
  queryOptions({
    queryKey: ["revision-preview", plan, target, typed],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/targets/{target}/revisions/preview", { path: { plan, target }, query: typed, signal }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
  });

/** Gives the target the value; the same key does it once. What pages show of any plan is asked anew. */
export const reviseTarget = (
  queryClient: QueryClient,
  { plan, target }: TargetPlace,
  body: TypedRevision & { readonly reason: string; readonly document?: string },
  idempotencyKey: string,
) =>
  send("post", "/api/plans/{plan}/targets/{target}/revisions", { path: { plan, target }, body, idempotencyKey }).then(
    async (written) => {
      // Neither who is signed in nor what was only tried: that value stands now.
      const stays: readonly unknown[] = [sessionQuery.queryKey[0], "revision-preview"];
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => !stays.includes(queryKey[0]) });
      return written;
    },
  );
