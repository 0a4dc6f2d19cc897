import {
  findLedgerRevision,
  findWorkspace,
  inSnapshot,
  insertAuditRow,
  insertWorkspace,
  inTransaction,
  nextRevision,
  type Reader,
  type Transaction,
} from "@beizeng/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines, type StoreSource, storeSource, type TestStore } from "../helpers/store.ts";
import { accept } from "./sample.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(engines)("transactions on %s", (engine) => {
  let source: StoreSource;
  let opened: TestStore;
  beforeAll(async () => {
    source = await storeSource(engine);
  });
  beforeEach(async () => {
    opened = await source.open();
    return () => opened.dispose();
  });
  afterAll(() => source.stop());

  const workspace = { kind: "production", name: "台账", createdAt: "2022-01-04T01:00:00.000Z", today: null } as const;

  test("what a write throws rolls everything back and comes through", async () => {
    const failure = new Error("refused half way");
    const write = inTransaction(opened.store, async (transaction) => {
      await insertWorkspace(transaction, workspace);
      expect(await findWorkspace(transaction)).toEqual(workspace);
      throw failure;
    });
    await expect(write).rejects.toBe(failure);
    expect(await findWorkspace(opened.store)).toBeNull();
    await inTransaction(opened.store, (transaction) => insertWorkspace(transaction, workspace));
    expect(await findWorkspace(opened.store)).toEqual(workspace);
  });

  test("writers take turns: none reads what another is about to change", async () => {
    const steps: string[] = [];
    const write = (name: string) =>
      accept(opened, async (_, revision) => {
        steps.push(`${name} begins ${revision}`);
        await pause(revision % 3);
        steps.push(`${name} ends ${revision}`);
        return revision;
      });
    const names = Array.from({ length: 24 }, (_, index) => `writer ${index + 1}`);
    const revisions = await Promise.all(names.map(write));
    expect(revisions.toSorted((left, right) => left - right)).toEqual(names.map((_, index) => index + 1));
    for (let index = 0; index < steps.length; index += 2) {
      expect(steps[index + 1]).toBe(steps[index]?.replace("begins", "ends"));
    }
  });

  test("a failed write does not hold up the next", async () => {
    const writes = ["a", "b", "c"].map((name) =>
      accept(opened, async () => {
        if (name === "b") throw new Error("b fails");
      }),
    );
    expect((await Promise.allSettled(writes)).map((write) => write.status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(await findLedgerRevision(opened.store)).toBe(2);
  });

  test("readers see nothing of a transaction under way", async () => {
    await accept(opened, async () => {
      expect(await findLedgerRevision(opened.store)).toBe(0);
      expect(await inSnapshot(opened.store, findLedgerRevision)).toBe(0);
    });
    expect(await findLedgerRevision(opened.store)).toBe(1);
  });

  test("a snapshot sees one state while others are written", async () => {
    const seen = await inSnapshot(opened.store, async (reader) => {
      const before = await findLedgerRevision(reader);
      await accept(opened, async () => undefined);
      expect(await findLedgerRevision(opened.store)).toBe(1);
      return [before, await findLedgerRevision(reader)];
    });
    expect(seen).toEqual([0, 0]);
    expect(await inSnapshot(opened.store, findLedgerRevision)).toBe(1);
  });

  test("more snapshots than connections wait for one another", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        inSnapshot(opened.store, async (reader) => {
          await pause(index % 3);
          return findLedgerRevision(reader);
        }),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 12 }, () => 0));
  });

  test("a snapshot that fails gives its connection back", async () => {
    for (let index = 0; index < 8; index += 1) {
      const failing = inSnapshot(opened.store, () => Promise.reject(new Error("no")));
      await expect(failing).rejects.toThrow("no");
    }
    expect(await inSnapshot(opened.store, findLedgerRevision)).toBe(0);
  });

  // The types refuse a reader where a transaction is wanted; these are what a caller without types could try.
  const asTransaction = (reader: Reader) => reader as Transaction;

  test("a write outside inTransaction is refused", async () => {
    const refusal = { code: "write-outside-transaction" };
    await expect(insertWorkspace(asTransaction(opened.store), workspace)).rejects.toMatchObject(refusal);
    const inRead = inSnapshot(opened.store, (reader) => insertWorkspace(asTransaction(reader), workspace));
    await expect(inRead).rejects.toMatchObject(refusal);
    expect(await findWorkspace(opened.store)).toBeNull();
  });

  test("a transaction inside another is refused instead of waiting for ever", async () => {
    const nested = inTransaction(opened.store, () => inTransaction(opened.store, async () => undefined));
    await expect(nested).rejects.toMatchObject({ code: "nested-transaction" });
    await accept(opened, async () => undefined);
  });

  test("a transaction that is over can do nothing", async () => {
    let kept: Transaction | undefined;
    await inTransaction(opened.store, async (transaction) => {
      kept = transaction;
    });
    if (kept === undefined) throw new Error("no transaction was given");
    await expect(insertWorkspace(kept, workspace)).rejects.toMatchObject({ code: "transaction-over" });
    await expect(findWorkspace(kept)).rejects.toMatchObject({ code: "transaction-over" });
  });

  test("what a transaction started and left behind may open one of its own afterwards", async () => {
    let later = Promise.resolve(0);
    await inTransaction(opened.store, async () => {
      later = pause(20).then(() => accept(opened, async (_, revision) => revision));
    });
    expect(await later).toBe(1);
  });

  test("closing waits for the writes under way and then refuses everything", async () => {
    const write = accept(opened, () => pause(20));
    await pause(1);
    await opened.store.close();
    await write;
    const refusal = { code: "store-closed" };
    await expect(findLedgerRevision(opened.store)).rejects.toMatchObject(refusal);
    await expect(inTransaction(opened.store, async () => undefined)).rejects.toMatchObject(refusal);
    await expect(inSnapshot(opened.store, async () => undefined)).rejects.toMatchObject(refusal);
    expect(await findLedgerRevision(await opened.reopen())).toBe(1);
  });

  test("what was acknowledged is there after opening again", async () => {
    await inTransaction(opened.store, async (transaction) => {
      await insertWorkspace(transaction, workspace);
      const at = workspace.createdAt;
      const revision = await nextRevision(transaction, "make", at);
      const actor = { actor: "system", actorRole: "system" } as const;
      await insertAuditRow(transaction, { revision, at, ...actor, action: "make", entity: "workspace", payload: null });
    });
    const store = await opened.reopen();
    expect(await findWorkspace(store)).toEqual(workspace);
    expect(await findLedgerRevision(store)).toBe(1);
  });
});
