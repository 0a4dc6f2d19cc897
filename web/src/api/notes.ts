import { queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import { whileSame } from "./same-plan.ts";
import type { NoteStepping, NoteWriting } from "./types.ts";

/** The notes on a plan's months up to one, of one subject where it is named. */
export const notesQuery = (plan: string, query: { readonly month: string; readonly subject?: string | undefined }) =>
  queryOptions({
    queryKey: ["notes", plan, query],
    queryFn: ({ signal }) => call("/api/plans/{plan}/notes", { path: { plan }, query, signal }),
    // Others write and answer.
    staleTime: 0,
    // What is being written stays while another month's notes are fetched.
    placeholderData: whileSame(plan),
  });

/** What happened since the visit before this one. */
export const newsQuery = queryOptions({
  queryKey: ["news"],
  queryFn: ({ signal }) => call("/api/news", { signal }),
  staleTime: 0,
});

/** Leaves a note. */
export const writeNote = (plan: string, body: NoteWriting, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/notes", { path: { plan }, body, idempotencyKey });

/** Answers a note, marks it as settled, or takes one's own back. */
export const stepNote = (plan: string, note: number, body: NoteStepping, idempotencyKey: string) =>
  send("post", "/api/plans/{plan}/notes/{note}/steps", { path: { plan, note: String(note) }, body, idempotencyKey });
