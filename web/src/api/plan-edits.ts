import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import { sessionQuery } from "./session.ts";
import type { AliasAdding, MeasureAdding, SubjectAdding, UnitAdding, UnitAssigning } from "./types.ts";

/** What was added to a plan since it was loaded. */
export const planEditsQuery = (plan: string) =>
  queryOptions({
    queryKey: ["plan-edits", plan],
    queryFn: ({ signal }) => call("/api/plans/{plan}/edits", { path: { plan }, signal }),
  });

/** What pages show of any plan is asked anew. */
const again = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });

/** Adds a unit that the plan did not name. */
export const addUnit = (queryClient: QueryClient, plan: string, body: UnitAdding, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/units", { path: { plan }, body, idempotencyKey }).then(() => again(queryClient));

/** Adds another name of a unit. */
export const addAlias = (
  queryClient: QueryClient,
  { plan, unit }: { readonly plan: string; readonly unit: string },
  body: AliasAdding,
  idempotencyKey: string,
) =>
  send("post", "/api/plans/{plan}/units/{unit}/aliases", { path: { plan, unit }, body, idempotencyKey }).then(() =>
    again(queryClient),
  );

/** Makes a unit answer for a subject from a month on. */
export const assignUnit = (
  queryClient: QueryClient,
  { plan, subject }: { readonly plan: string; readonly subject: string },
  body: UnitAssigning,
  idempotencyKey: string,
) =>
  send("post", "/api/plans/{plan}/subjects/{subject}/units", { path: { plan, subject }, body, idempotencyKey }).then(
    () => again(queryClient),
  );

/** Adds a chain or a task from a month on. */
export const addSubject = (queryClient: QueryClient, plan: string, body: SubjectAdding, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/subjects", { path: { plan }, body, idempotencyKey }).then(() => again(queryClient));

type SubjectPlace = { readonly plan: string; readonly subject: string };

/** Adds a measure with its first targets from a month on. */
export const addMeasure = (queryClient: QueryClient, path: SubjectPlace, body: MeasureAdding, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/subjects/{subject}/measures", { path, body, idempotencyKey }).then(() =>
    again(queryClient),
  );

/** What a measure would move; nothing is written. */
export const previewMeasure = (path: SubjectPlace, body: MeasureAdding) =>
  send("post", "/api/plans/{plan}/subjects/{subject}/measures/preview", { path, body });
