import { queryOptions } from "@tanstack/react-query";
import { call, callForFile } from "./call.ts";

/** Which rows of the audit are asked for: the words of the URL. */
export interface AuditAsked {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly entity?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly isRefused?: string | undefined;
}

const sought = ({ actor, action, entity, since, until, isRefused }: AuditAsked) => ({
  ...{ actor, action, entity, since, until, isRefused },
});

/** The rows that were asked for, newest first; with `before` those numbered below it. Asked anew each time: it grows. */
export function auditQuery(asked: AuditAsked & { readonly before?: string | undefined }) {
  const query = { ...sought(asked), before: asked.before };
  return queryOptions({
    queryKey: ["audit", query],
    queryFn: ({ signal }) => call("/api/audit", { query, signal }),
    staleTime: 0,
  });
}

/** What pins the chain of the audit now. */
export const auditAnchorQuery = queryOptions({
  queryKey: ["audit-anchor"],
  queryFn: ({ signal }) => call("/api/audit/anchor", { signal }),
  staleTime: 0,
});

/** The same rows as a table, with its name. */
export const exportAudit = (asked: AuditAsked) => callForFile("/api/audit/export", { query: sought(asked) });
