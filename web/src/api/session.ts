import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import type { Session } from "./types.ts";

/** Who is signed in, and what they may do. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => call("/api/session", { signal }),
});

/** Whom a visitor of a demonstration can play. */
export const demonstrationPeopleQuery = queryOptions({
  queryKey: ["demonstration-people"],
  queryFn: ({ signal }) => call("/api/session/demonstration", { signal }),
});

/** What a role lets see is asked anew once somebody else is at the desk. */
function become(queryClient: QueryClient, session: Session): Session {
  queryClient.setQueryData(sessionQuery.queryKey, session);
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  return session;
}

/** Plays one of the people of a demonstration. */
export const playAccount = (queryClient: QueryClient, account: string): Promise<Session> =>
  send("post", "/api/session/demonstration", { body: { account } }).then((session) => become(queryClient, session));

/** Signs out. */
export const signOut = (queryClient: QueryClient): Promise<Session> =>
  send("delete", "/api/session", {}).then((session) => become(queryClient, session));
