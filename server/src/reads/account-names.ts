import { findAccount, type Reader } from "@beizeng/db";

/** Names of accounts by key; what acted without one stands by its key. */
export async function namesOf(reader: Reader, keys: readonly (string | null)[]): Promise<(key: string) => string> {
  const names = new Map<string, string>();
  for (const key of new Set(keys)) {
    if (key !== null) names.set(key, (await findAccount(reader, key))?.name ?? key);
  }
  return (key) => names.get(key) ?? key;
}
