import { addressOf, send, sendForFile } from "./call.ts";
import type { PaperKey } from "./papers.ts";

const placeOf = ({ plan, department, period, kind }: PaperKey) => ({
  path: { plan, department, period },
  query: { kind },
});

/** Where the form of a paper is had as a workbook. */
export const workbookAddress = (key: PaperKey): string => {
  const { path, query } = placeOf(key);
  return addressOf("/api/plans/{plan}/papers/{department}/{period}/workbook", path, query);
};

/** Has a filled-in form checked; nothing is written. */
export const tryWorkbook = (key: PaperKey, body: Blob) =>
  send("post", "/api/plans/{plan}/papers/{department}/{period}/workbook", { ...placeOf(key), body });

/** Has a filled-in form back, its cells marked that are wrong or odd. */
export const correctWorkbook = (key: PaperKey, body: Blob) =>
  sendForFile("/api/plans/{plan}/papers/{department}/{period}/workbook/corrected", { ...placeOf(key), body });

/** Takes a filled-in form over as the draft, over the state that it was checked against; answers the paper. */
export const takeOverWorkbook = (key: PaperKey, body: Blob, seen: string) => {
  const { path, query } = placeOf(key);
  return send("put", "/api/plans/{plan}/papers/{department}/{period}/workbook/draft", {
    path,
    query: { ...query, seen },
    body,
  });
};
