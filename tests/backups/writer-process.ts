/** Serves a workspace's file as the product does and writes to it at a pace: `writer-process.ts <file> <writes a second>`; says each write's wait. */
import { insertAuditRow, inTransaction, nextRevision, openStore } from "@beizeng/db";

const [, , file = "", pace = "50"] = process.argv;
const store = await openStore({
  ...{ engine: "sqlite", file, now: () => new Date().toISOString() },
  ...{ migrate: false, minimumFreeBytes: 0 },
});
const step = 1000 / Number(pace);
let isOver = false;
process.once("message", () => {
  isOver = true;
});

const write = () =>
  inTransaction(store, async (transaction) => {
    const at = new Date().toISOString();
    const revision = await nextRevision(transaction, "test", at);
    await insertAuditRow(transaction, {
      ...{ at, actor: "wang", actorRole: "system", action: "test", entity: `test:${revision}`, revision },
      payload: JSON.stringify({ text: "x".repeat(1500) }),
    });
  });

const begin = performance.now();
for (let count = 0; !isOver; count += 1) {
  const due = begin + count * step;
  const early = due - performance.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  await write();
  // From when it was due: a write that waits for the one before it waits as well.
  process.send?.({ at: Date.now(), milliseconds: performance.now() - due });
}
await store.close();
process.disconnect();
