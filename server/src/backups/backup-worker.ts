/** The process that makes and tries backups: one order, answered by what came of it, then its end. */
import { setPriority } from "node:os";
import { doDaily } from "./daily.ts";
import type { DailyAnswer, DailyOrder } from "./orders.ts";

// Whoever looks at a page goes first.
setPriority(10);

// Without the service there is nobody to work for.
process.on("disconnect", () => process.exit());

const say = (answer: DailyAnswer) => process.send?.(answer);

process.once("message", async (order: DailyOrder) => {
  await doDaily(order, say);
  say({ kind: "done" });
  process.disconnect();
});
