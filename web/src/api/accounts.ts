import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call, send } from "./call.ts";
import type { Account, AccountChange, NewAccount, SecurityChange } from "./types.ts";

/** All accounts, and the units that they can report for. */
export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => call("/api/accounts", { signal }),
});

/** The security settings and locked names. */
export const securityQuery = queryOptions({
  queryKey: ["security"],
  queryFn: ({ signal }) => call("/api/security", { signal }),
});

/** How backups stand, those that there are, and what drills found. */
export const backupsQuery = queryOptions({
  queryKey: ["backups"],
  queryFn: ({ signal }) => call("/api/backups", { signal }),
});

const again = (queryClient: QueryClient) => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey });

/** Makes an account and answers its password. */
export const makeAccount = (queryClient: QueryClient, body: NewAccount) =>
  send("post", "/api/accounts", { body }).finally(() => again(queryClient));

/** Changes an account. */
export const changeAccount = (queryClient: QueryClient, account: string, body: AccountChange) =>
  send("put", "/api/accounts/{account}", { path: { account }, body }).finally(() => again(queryClient));

/** Gives an account a new password and answers it. */
export const resetPassword = (queryClient: QueryClient, { key, version }: Account) =>
  send("post", "/api/accounts/{account}/password", { path: { account: key }, body: { version } }).finally(() =>
    again(queryClient),
  );

/** Takes an account's second factor away. */
export const resetSecondFactor = (queryClient: QueryClient, { key, version }: Account) =>
  send("delete", "/api/accounts/{account}/second-factor", { path: { account: key }, body: { version } }).finally(() =>
    again(queryClient),
  );

/** Changes the security settings. */
export const changeSecurity = (queryClient: QueryClient, body: SecurityChange) =>
  send("put", "/api/security", { body }).finally(() =>
    queryClient.invalidateQueries({ queryKey: securityQuery.queryKey }),
  );

/** Unlocks a name. */
export const unlockName = (queryClient: QueryClient, name: string) =>
  send("delete", "/api/security/locks/{name}", { path: { name } }).finally(() =>
    queryClient.invalidateQueries({ queryKey: securityQuery.queryKey }),
  );
