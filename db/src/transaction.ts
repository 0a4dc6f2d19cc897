import { AsyncLocalStorage } from "node:async_hooks";
import { type Connection, type Reader, type Store, Transaction } from "./store.ts";
import { StoreProblem } from "./store-problem.ts";
import { noteWriteEnd } from "./write-fault.ts";

const current = new AsyncLocalStorage<Transaction>();

/**
 * The only way to write: runs `write` as the single writer, one after another in the order of the calls, and commits
 * durably before it answers. What `write` throws rolls everything back and is thrown on; a refusal that it answers
 * without having written costs nothing. Throws StoreProblem `nested-transaction` inside itself,
 * `revision-without-audit` when a ledger revision was raised without exactly one audit row, and the storage problems.
 */
export async function inTransaction<Answer>(
  store: Store,
  write: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  store.assertOpen();
  // Waiting for its own end, a nested call would never come to its turn.
  if (current.getStore()?.isOpen === true) throw new StoreProblem("nested-transaction");
  try {
    const answer = await store.engine.transaction((connection) => writeOn(connection, write));
    noteWriteEnd(store, null);
    return answer;
  } catch (error) {
    noteWriteEnd(store, error);
    throw error;
  }
}

async function writeOn<Answer>(
  connection: Connection,
  write: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const transaction = new Transaction(connection);
  try {
    const answer = await current.run(transaction, () => write(transaction));
    transaction.settle();
    return answer;
  } finally {
    transaction.end();
  }
}

/** Reads one and the same committed state in several queries; writes meanwhile are not seen and not held up. */
export async function inSnapshot<Answer>(store: Store, read: (reader: Reader) => Promise<Answer>): Promise<Answer> {
  store.assertOpen();
  return store.engine.snapshot(read);
}
