import type { Store } from "./store.ts";
import { StoreProblem, type StoreProblemCode } from "./store-problem.ts";

/** That the storage has failed the latest write of a store. */
export type WriteFault = {
  readonly code: StoreProblemCode;
  /** Milliseconds since then, by a clock that nobody sets. */
  readonly milliseconds: number;
};

const faults = new WeakMap<Store, { code: StoreProblemCode; at: number }>();

/** Notes how a write ended: null of one that was committed or refused by the rules, else what was thrown. */
export function noteWriteEnd(store: Store, error: unknown): void {
  if (error instanceof StoreProblem && error.code.startsWith("storage-")) {
    faults.set(store, { code: error.code, at: performance.now() });
  } else if (error === null) {
    faults.delete(store);
  }
}

/** What has failed the latest write; null where it was not the storage, and before the first write. */
export function findWriteFault(store: Store): WriteFault | null {
  const fault = faults.get(store);
  return fault === undefined ? null : { code: fault.code, milliseconds: performance.now() - fault.at };
}
