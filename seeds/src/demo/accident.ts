/**
 * What looks accidental in the invented reports. A number follows from words alone, so it is the same on every machine,
 * and adding one measure moves no other.
 */

/** A share from 0 (included) to 1 (excluded) that the words decide: FNV-1a over them, finished as MurmurHash3 does. */
export function accident(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join("/")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A number from −1 to 1 that the words decide. */
export function sway(...words: readonly (string | number)[]): number {
  return accident(...words) * 2 - 1;
}

/** One of the whole numbers from `low` to `high`, both included. */
export function wholeBetween(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + Math.floor(accident(...words) * (high - low + 1));
}
