/** Names of people, for what is shown of whoever reported, returned or accepted. */
import { findAccount, findAccounts, type Reader } from "@beizeng/db";
import type { Reads } from "./reads.ts";

/** The names of accounts by key; what acted without an account is shown by what is kept of it. */
export async function namesOf(reader: Reader, keys: readonly (string | null)[]): Promise<(key: string) => string> {
  const names = new Map<string, string>();
  for (const key of new Set(keys)) {
    if (key !== null) names.set(key, (await findAccount(reader, key))?.name ?? key);
  }
  return (key) => names.get(key) ?? key;
}

/** The names of everybody who has an account, where it is not known beforehand whose are needed. */
export async function peopleOf({ store }: Pick<Reads, "store">): Promise<(key: string) => string> {
  const names = new Map((await findAccounts(store)).map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
}
