/** What a transaction remembers, on a connection that a test answers for: failures of the storage above all. */
import { findWriteFault, inTransaction, StoreProblem } from "@beizeng/db";
import { describe, expect, test } from "vitest";
import type { Statement } from "../../db/src/statement.ts";
import { type Connection, type Engine, Store, Transaction } from "../../db/src/store.ts";
import { StoreProblem as Problem, storageProblemOf } from "../../db/src/store-problem.ts";

const statement: Statement<object, { id: number }> = {
  name: "read",
  compose: () => {
    throw new Error("these connections compile nothing");
  },
};

/** Answers what stands at the number of the call: rows, or a problem that is thrown. */
function connectionOf(...answers: readonly (readonly { id: number }[] | Error)[]): Connection {
  const waiting = [...answers];
  return {
    async all<_, Row>(): Promise<Row[]> {
      const answer = waiting.shift();
      if (answer === undefined) throw new Error("asked more often than answered");
      if (answer instanceof Error) throw answer;
      // What a test gives is what it asked for.
      return [...answer] as Row[];
    },
  };
}

/** An engine that runs every transaction on one connection, and says when it is let go of. */
function engineOver(connection: Connection): Engine & { closed: () => number } {
  let closed = 0;
  return {
    ...{
      name: "sqlite",
      reader: connection,
      snapshot: (use) => use(connection),
      transaction: (use) => use(connection),
    },
    storage: () => null,
    close: async () => {
      closed += 1;
    },
    closed: () => closed,
  };
}

const full = new StoreProblem("storage-full");
const constraint = new StoreProblem("constraint-violated", "accounts_key");

describe("a transaction", () => {
  test("that the storage failed does nothing more, and is not committed", async () => {
    const transaction = new Transaction(connectionOf(full, [{ id: 1 }]));
    await expect(transaction.all(statement, {})).rejects.toBe(full);
    await expect(transaction.all(statement, {})).rejects.toBe(full);
    expect(() => transaction.settle()).toThrow(full);
  });

  test("goes on after a refusal that says nothing of the storage", async () => {
    const transaction = new Transaction(connectionOf(constraint, [{ id: 1 }]));
    await expect(transaction.all(statement, {})).rejects.toBe(constraint);
    expect(await transaction.all(statement, {})).toEqual([{ id: 1 }]);
    transaction.settle();
  });

  test("keeps its one revision and asks for exactly one audit row of it", () => {
    const transaction = new Transaction(connectionOf());
    expect([transaction.isOpen, transaction.revision]).toEqual([true, null]);
    transaction.settle();
    transaction.raiseRevision(7);
    expect(transaction.revision).toBe(7);
    expect(() => transaction.raiseRevision(8)).toThrow("One accepted write raises exactly one ledger revision: 7.");
    expect(() => transaction.settle()).toThrow("0 for revision 7");
    transaction.noteAuditRow();
    transaction.settle();
    transaction.noteAuditRow();
    expect(() => transaction.settle()).toThrow("2 for revision 7");
    transaction.end();
    expect(transaction.isOpen).toBe(false);
  });
});

describe("how the last write of a store ended", () => {
  const now = () => "2022-01-04T01:00:00.000Z";
  const write = (store: Store) => inTransaction(store, (transaction) => transaction.all(statement, {}));

  test("is told from the storage's failure until a write is committed", async () => {
    const store = new Store(engineOver(connectionOf(full, constraint, [])), now);
    expect(findWriteFault(store)).toBeNull();
    await expect(write(store)).rejects.toBe(full);
    expect(findWriteFault(store)?.code).toBe("storage-full");
    // By a clock of the process, which has run for longer than this.
    expect(findWriteFault(store)?.milliseconds).toBeGreaterThanOrEqual(0);
    expect(findWriteFault(store)?.milliseconds).toBeLessThan(performance.now());
    // A refusal by the rules neither is a fault nor says that the storage is well again.
    await expect(write(store)).rejects.toBe(constraint);
    expect(findWriteFault(store)?.code).toBe("storage-full");
    await write(store);
    expect(findWriteFault(store)).toBeNull();
  });

  test("is nothing of the storage where anything else is thrown", async () => {
    const store = new Store(engineOver(connectionOf(constraint, new Error("storage-full"))), now);
    await expect(write(store)).rejects.toBe(constraint);
    await expect(write(store)).rejects.toThrow("storage-full");
    expect(findWriteFault(store)).toBeNull();
  });
});

test("a store is let go of once, however often it is closed", async () => {
  const engine = engineOver(connectionOf([{ id: 3 }]));
  const store = new Store(engine, () => "2022-01-04T01:00:00.000Z");
  store.assertOpen();
  expect(await store.all(statement, {})).toEqual([{ id: 3 }]);
  await store.close();
  await store.close();
  expect(engine.closed()).toBe(1);
  expect(() => store.assertOpen()).toThrow("The store is closed");
  await expect(store.all(statement, {})).rejects.toMatchObject({ code: "store-closed" });
});

test("a problem is the storage's by its code alone", () => {
  expect(storageProblemOf(full)).toBe("storage-full");
  expect(storageProblemOf(new Problem("storage-read-only"))).toBe("storage-read-only");
  expect(storageProblemOf(new Problem("storage-failed"))).toBe("storage-failed");
  expect(storageProblemOf(constraint)).toBeNull();
  expect(storageProblemOf(new Error("storage-full"))).toBeNull();
});
