import { queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";

/** What waits for review. */
export const reviewsQuery = queryOptions({
  queryKey: ["reviews"],
  queryFn: ({ signal }) => call("/api/reviews", { signal }),
  // Units hand in and others decide all the time.
  staleTime: 0,
});

/** One submission side by side with what was accepted before it. */
export const submissionQuery = (submission: string) =>
  queryOptions({
    queryKey: ["submission", submission],
    queryFn: ({ signal }) => call("/api/submissions/{submission}", { path: { submission }, signal }),
    staleTime: 0,
  });

/** A submission as the reviewer saw it: `seen` is the instant at which the round on the page was handed in. */
export interface SeenSubmission {
  readonly submission: string;
  readonly seen: string;
}

/** Accepts what was seen; the same key accepts once. */
export const acceptSubmission = ({ submission, seen }: SeenSubmission, idempotencyKey: string) =>
  send("post", "/api/submissions/{submission}/acceptance", { path: { submission }, body: { seen }, idempotencyKey });

/** Why a submission is sent back: as a whole, and line by line where that can be told. */
export interface ReturnReasons {
  readonly reason: string;
  readonly lines: { measure: string; reason: string }[];
}

/** Sends back what was seen; the same key sends back once. */
export const returnSubmission = (
  { submission, seen }: SeenSubmission,
  reasons: ReturnReasons,
  idempotencyKey: string,
) =>
  send("post", "/api/submissions/{submission}/return", {
    path: { submission },
    body: { seen, ...reasons },
    idempotencyKey,
  });

/** Accepts several that nothing marks; answers which were accepted, and why the others were not. */
export const acceptTogether = (submissions: SeenSubmission[], idempotencyKey: string) =>
  send("post", "/api/reviews/acceptances", { body: { submissions }, idempotencyKey });

/** The life of a measure's figure of a month. */
export const lifeQuery = (asked: { readonly plan: string; readonly measure: string; readonly month: string }) =>
  queryOptions({
    queryKey: ["life", asked.plan, asked.measure, asked.month],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/measures/{measure}/life", {
        path: { plan: asked.plan, measure: asked.measure },
        query: { month: asked.month },
        signal,
      }),
    staleTime: 0,
  });
