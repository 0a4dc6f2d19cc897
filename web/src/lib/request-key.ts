import { newKey } from "./new-key.ts";

/**
 * Gives what is asked the same key whenever it is asked again, and anything else another one: by it the server knows a
 * double click, and a second try after a lost answer, for what was asked before.
 */
export function requestKeys(): (asked: unknown) => string {
  const keys = new Map<string, string>();
  return (asked) => {
    const text = JSON.stringify(asked);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}
