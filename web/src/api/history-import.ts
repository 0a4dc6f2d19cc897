import { queryOptions } from "@tanstack/react-query";
import { addressOf, call, send, sendForFile } from "./call.ts";

/** A unit of a plan, by their keys. */
export interface HistoryKey {
  readonly plan: string;
  readonly department: string;
}

/** The ended periods of each reporting unit of a plan, and which of them are left alone. */
export const historyQuery = (plan: string) =>
  queryOptions({
    queryKey: ["history", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/history", { path: { plan }, signal }),
    // Units begin and hand in all the time.
    staleTime: 0,
  });

const address = "/api/plans/{plan}/history/{department}/workbook";

/** Where the form of a unit's periods is had as a workbook. */
export const historyAddress = ({ plan, department }: HistoryKey, from: string, until: string): string =>
  addressOf(address, { plan, department }, { from, until });

/** Has a filled-in history form checked; nothing is written. */
export const tryHistory = ({ plan, department }: HistoryKey, body: Blob) =>
  send("post", "/api/plans/{plan}/history/{department}/workbook", { path: { plan, department }, body });

/** Has it back, its cells marked that are wrong or odd. */
export const correctHistory = ({ plan, department }: HistoryKey, body: Blob) =>
  sendForFile("/api/plans/{plan}/history/{department}/workbook/corrected", { path: { plan, department }, body });

/** Makes a draft of each period that the unit has not begun. */
export const importHistory = ({ plan, department }: HistoryKey, body: Blob) =>
  send("put", "/api/plans/{plan}/history/{department}/workbook/drafts", { path: { plan, department }, body });
