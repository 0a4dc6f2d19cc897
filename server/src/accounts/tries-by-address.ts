/**
 * How often one address may be refused at signing in before it has to wait, under whichever names: a name's own lock keeps
 * a password from being guessed, this keeps the audit from being flooded, a row for each refused try. Kept in memory, for
 * a refusal here must not write; a restart forgets it, which costs an attacker nothing and gives them nothing.
 */
import { isIPv6 } from "node:net";
import { recentlyUsed } from "../plans/recently-used.ts";

/** So many refused tries within so many minutes, then none until the first of them is that old. */
export const addressRule = { tries: 30, minutes: 15 } as const;

/** Addresses kept in mind, those tried last: some megabytes at most. */
const addressesKept = 10_000;

/** Whether a try may go on: since when it counts; or for how many seconds the address has to wait. */
export type BegunTry =
  | { readonly block: string; readonly at: number }
  | { readonly block: string; readonly waitSeconds: number; readonly isFirst: boolean };

/** Of a version 6 address what its network has: anybody has the rest in abundance. */
export function addressBlock(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  const whole = [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail ?? "").split(":")];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

interface Tries {
  readonly times: readonly number[];
  /** Whether the wait that these tries have brought was told already. */
  readonly isTold: boolean;
}

/** The tries of all addresses. */
export function triesByAddress() {
  const kept = recentlyUsed<Tries>(addressesKept);
  return {
    /** Begins a try at an instant (milliseconds); it counts until it is forgiven, so that tries at once count too. */
    begin(address: string, at: number): BegunTry {
      const block = addressBlock(address);
      const known = kept.find(block);
      const times = (known?.times ?? []).filter((time) => at - time < addressRule.minutes * 60_000);
      const [first] = times;
      if (first === undefined || times.length < addressRule.tries) {
        kept.keep(block, { times: [...times, at], isTold: false });
        return { block, at };
      }
      kept.keep(block, { times, isTold: true });
      const waitSeconds = Math.ceil((first + addressRule.minutes * 60_000 - at) / 1000);
      return { block, waitSeconds, isFirst: known?.isTold !== true };
    },
    /** A try that was not refused does not count. */
    forgive({ block, at }: { readonly block: string; readonly at: number }): void {
      const known = kept.find(block);
      const place = known?.times.indexOf(at) ?? -1;
      if (known !== undefined && place >= 0) kept.keep(block, { ...known, times: known.times.toSpliced(place, 1) });
    },
  };
}
