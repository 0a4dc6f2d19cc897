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

/** Signs out; `leave` goes where nobody need be signed in before the answers of the page are asked anew. */
export async function signOut(queryClient: QueryClient, leave: (session: Session) => Promise<void>): Promise<void> {
  const session = await send("delete", "/api/session", {});
  queryClient.setQueryData(sessionQuery.queryKey, session);
  await leave(session);
  become(queryClient, session);
}

/** Signs in by name and password. */
export const signIn = (queryClient: QueryClient, body: { account: string; password: string }): Promise<Session> =>
  send("post", "/api/session", { body }).then((session) => become(queryClient, session));

/** Where one shows who one is at the county's identity provider. */
export const beginSignOn = (): Promise<{ address: string }> => send("post", "/api/session/single-sign-on", {});

/** Signs in with what the identity provider has sent one back with. */
export const finishSignOn = (queryClient: QueryClient, query: string): Promise<Session> =>
  send("post", "/api/session/single-sign-on/return", { body: { query } }).then((session) =>
    become(queryClient, session),
  );

/** Gives the code of one's authenticator. */
export const giveCode = (queryClient: QueryClient, code: string): Promise<Session> =>
  send("post", "/api/session/second-factor", { body: { code } }).then((session) => become(queryClient, session));

/** A secret for an authenticator that is to be set up. */
export const proposeSecondFactor = () => send("post", "/api/session/second-factor/secret", {});

/** Confirms the secret by its first code. */
export const confirmSecondFactor = (queryClient: QueryClient, code: string): Promise<Session> =>
  send("put", "/api/session/second-factor", { body: { code } }).then((session) => become(queryClient, session));

/** Changes one's own password. */
export const changePassword = (
  queryClient: QueryClient,
  body: { standing: string; password: string },
): Promise<Session> => send("put", "/api/session/password", { body }).then((session) => become(queryClient, session));

/** Shows again who is signed in; nothing that was asked for before changes by it. */
export async function showAgain(
  queryClient: QueryClient,
  shown: { readonly code: string } | { readonly password: string },
): Promise<void> {
  const session =
    "code" in shown
      ? await send("post", "/api/session/second-factor", { body: shown })
      : await send("post", "/api/session/password", { body: shown });
  queryClient.setQueryData(sessionQuery.queryKey, session);
}

/** Makes the first administrator, and signs them in. */
export const setUp = (
  queryClient: QueryClient,
  body: { code: string; account: string; name: string; password: string },
): Promise<Session> =>
  send("post", "/api/set-up", { body }).then(() =>
    signIn(queryClient, { account: body.account, password: body.password }),
  );
