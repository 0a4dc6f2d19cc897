import { queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import type { SubmissionKind, TypedLine } from "./types.ts";

/** Which paper: keys of plan and unit, the period, and what it is. */
export interface PaperKey {
  readonly plan: string;
  readonly department: string;
  readonly period: string;
  readonly kind: SubmissionKind;
}

const placeOf = ({ plan, department, period, kind }: PaperKey) => ({
  path: { plan, department, period },
  query: { kind },
});

/** What the signed-in person has to report. */
export const tasksQuery = queryOptions({
  queryKey: ["tasks"],
  queryFn: ({ signal }) => call("/api/tasks", { signal }),
  // Others write on the same papers.
  staleTime: 0,
});

/** A paper with everything that stands on it. */
export const paperQuery = (key: PaperKey) =>
  queryOptions({
    queryKey: ["paper", key.plan, key.department, key.period, key.kind],
    queryFn: ({ signal }) => call("/api/plans/{plan}/papers/{department}/{period}", { ...placeOf(key), signal }),
    staleTime: 0,
    // What is being typed must not be exchanged under the hands of who types.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Saves a line as typed; answers how it stands, or refuses with what somebody else wrote since the version seen. */
export const saveLine = (key: PaperKey, measure: string, typed: TypedLine, version: number) => {
  const { path, query } = placeOf(key);
  return send("put", "/api/plans/{plan}/papers/{department}/{period}/lines/{measure}", {
    path: { ...path, measure },
    query,
    body: { typed, version },
  });
};

/** Says 无变化 in every blank line; answers the paper. */
export const repeatBlankLines = (key: PaperKey) =>
  send("post", "/api/plans/{plan}/papers/{department}/{period}/unchanged", placeOf(key));

/** Confirms what the department reported in every blank line; answers the paper. */
export const agreeWithDepartment = (key: PaperKey) =>
  send("post", "/api/plans/{plan}/papers/{department}/{period}/agreement", placeOf(key));

/** Hands the paper in as it was seen; the same key hands in once. */
export const submitPaper = (
  key: PaperKey,
  body: { readonly seen: { measure: string; version: number }[]; readonly reason?: string },
  idempotencyKey: string,
) =>
  send("post", "/api/plans/{plan}/papers/{department}/{period}/submission", { ...placeOf(key), body, idempotencyKey });

/** Adds a file to a line; answers how the line stands. */
export const addEvidence = (key: PaperKey, measure: string, file: File) => {
  const { path, query } = placeOf(key);
  return send("post", "/api/plans/{plan}/papers/{department}/{period}/lines/{measure}/evidence", {
    path: { ...path, measure },
    query: { ...query, name: file.name },
    body: file,
  });
};
