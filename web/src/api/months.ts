import { queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import type { ExtensionGrant } from "./types.ts";

/** The periods of a plan: closed or open, editions, who has reported. */
export const monthsQuery = (plan: string) =>
  queryOptions({
    queryKey: ["months", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/months", { path: { plan }, signal }),
    // Others close and reopen the same months.
    staleTime: 0,
  });

/** Which edition is asked for: the words of the URL. */
export interface EditionAsked {
  readonly plan: string;
  readonly month: string;
  readonly edition: string;
  readonly basis?: string | undefined;
}

/** An edition with its figures, and what was corrected since. */
export const editionQuery = ({ basis, ...path }: EditionAsked) =>
  queryOptions({
    queryKey: ["edition", path.plan, path.month, path.edition, basis],
    queryFn: ({ signal }) =>
      call("/api/plans/{plan}/months/{month}/editions/{edition}", { path: { ...path }, query: { basis }, signal }),
    staleTime: 0,
  });

/** A month of a plan, and the key under which a step of it is asked for: the same key takes it once. */
export interface MonthStep {
  readonly plan: string;
  readonly month: string;
  readonly idempotencyKey: string;
}

const placed = ({ plan, month, idempotencyKey }: MonthStep) => ({ path: { plan, month }, idempotencyKey });

/** Closes a month; a word is needed where something is undone. */
export const closeMonth = (step: MonthStep, reason: string) =>
  send("post", "/api/plans/{plan}/months/{month}/closing", { ...placed(step), body: reason === "" ? {} : { reason } });

/** Asks that a closed month is opened again. */
export const askReopening = (step: MonthStep, reason: string) =>
  send("post", "/api/plans/{plan}/months/{month}/reopening", { ...placed(step), body: { reason } });

/** Grants a reopening, or keeps the month closed. */
export const decideReopening = (step: MonthStep, decision: "grant" | "keep", reason: string) =>
  send("post", "/api/plans/{plan}/months/{month}/reopening/decision", {
    ...placed(step),
    body: { decision, ...(reason === "" ? {} : { reason }) },
  });

/** Gives a unit, or all, a later due day. */
export const grantExtension = (plan: string, body: ExtensionGrant, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/extensions", { path: { plan }, body, idempotencyKey });
