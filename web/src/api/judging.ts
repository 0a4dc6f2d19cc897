import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import { sessionQuery } from "./session.ts";
import type { EntryCalendarTrial, LightRuleTrial } from "./types.ts";

/** Why, and by which document. */
export type Grounds = { readonly reason: string; readonly document?: string };

/** How a plan is judged, and was before. */
export const judgingQuery = (plan: string) =>
  queryOptions({
    queryKey: ["judging", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/judging", { path: { plan }, signal }),
  });

const trial = { placeholderData: keepPreviousData, retry: false, staleTime: 0 } as const;

/** How another rule would colour the months from its first on; asked while it is being typed. */
export const rulePreviewQuery = (plan: string, body: LightRuleTrial) =>
  queryOptions({
    queryKey: ["judging-preview", plan, "rule", body],
    queryFn: ({ signal }) => send("post", "/api/plans/{plan}/light-rules/preview", { path: { plan }, body, signal }),
    ...trial,
  });

/** The same of an entry calendar. */
export const calendarPreviewQuery = (plan: string, body: EntryCalendarTrial) =>
  queryOptions({
    queryKey: ["judging-preview", plan, "calendar", body],
    queryFn: ({ signal }) =>
      send("post", "/api/plans/{plan}/entry-calendars/preview", { path: { plan }, body, signal }),
    ...trial,
  });

/** What pages show of any plan is asked anew, but for what was only tried: that holds now. */
const again = (queryClient: QueryClient) => {
  const stays: readonly unknown[] = [sessionQuery.queryKey[0], "judging-preview"];
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => !stays.includes(queryKey[0]) });
};

/** Judges a plan's lights by another rule from a month on; the same key does it once. */
export const addLightRule = (queryClient: QueryClient, plan: string, body: LightRuleTrial & Grounds, key: string) =>
  send("post", "/api/plans/{plan}/light-rules", { path: { plan }, body, idempotencyKey: key }).then(() =>
    again(queryClient),
  );

/** Makes a plan's batch schedules by another calendar from a month on; the same key does it once. */
export const addEntryCalendar = (
  queryClient: QueryClient,
  plan: string,
  body: EntryCalendarTrial & Grounds,
  key: string,
) =>
  send("post", "/api/plans/{plan}/entry-calendars", { path: { plan }, body, idempotencyKey: key }).then(() =>
    again(queryClient),
  );
