import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call, callForFile, send } from "./call.ts";
import type { BriefingFileKey, BriefingIssuing, BriefingSkeleton, SkeletonTrial } from "./types.ts";

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

/** A file of a briefing with its name. */
export const briefingFile = ({ plan, ...query }: BriefingAsked, file: BriefingFileKey, signal: AbortSignal) =>
  callForFile("/api/plans/{plan}/briefing/files/{file}", { path: { plan, file }, query, signal });

/** The briefing as its Word document prints it, by the skeleton that holds. */
export const paperQuery = ({ plan, ...query }: BriefingAsked) =>
  queryOptions({
    queryKey: ["briefing-paper", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/briefing/paper", { path: { plan }, query: { ...query }, signal }),
    staleTime: 0,
  });

/** The same by a skeleton that is only tried. */
export const triedPaperQuery = ({ plan, ...query }: BriefingAsked, skeleton: SkeletonTrial) =>
  queryOptions({
    queryKey: ["briefing-paper", plan, query, skeleton],
    queryFn: ({ signal }) =>
      send("post", "/api/plans/{plan}/briefing/paper", {
        ...{ path: { plan }, query: { ...query }, body: skeleton, signal },
      }),
    staleTime: 0,
    // What was seen last stays until the next is there.
    placeholderData: keepPreviousData,
  });

/** How a plan's briefings are built. */
export const skeletonQuery = (plan: string) =>
  queryOptions({
    queryKey: ["briefing-skeleton", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/briefing-skeleton", { path: { plan }, signal }),
    staleTime: 0,
  });

/** Sets how they are built from now on; refused where somebody else did since `seen`. */
export const setSkeleton = (
  plan: string,
  body: SkeletonTrial & { readonly seen: BriefingSkeleton["version"] },
  idempotencyKey: string,
) => send("put", "/api/plans/{plan}/briefing-skeleton", { path: { plan }, body, idempotencyKey });

/** The briefings that a plan has issued, newest first. */
export const issuedQuery = (plan: string) =>
  queryOptions({
    queryKey: ["briefings", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/briefings", { path: { plan }, signal }),
    // Others issue too.
    staleTime: 0,
  });

/** What an issued briefing now says otherwise than the figures do, and the notice that says so. */
export const errataQuery = (plan: string, briefing: string) =>
  queryOptions({
    queryKey: ["errata", plan, briefing],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/briefings/{briefing}/errata", { path: { plan, briefing }, signal }),
    // It takes as long as two briefings.
    staleTime: 60_000,
  });

/** Issues a briefing of an edition; the same key issues once. */
export const issueBriefing = (plan: string, body: BriefingIssuing, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/briefings", { path: { plan }, body, idempotencyKey });
