/** The thread's side of making files: one order after the other, each answered by its files. */
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { madeFiles } from "../exports/briefing/files.ts";
import { packedFile } from "../exports/briefing/pack.ts";
import { pictureFile } from "../exports/pictures/index.ts";
import { flatOf } from "../reads/flat-figures.ts";
import type { FileOrder, Made } from "./orders.ts";

// Where a thread has a priority of its own, whoever looks at a page goes first.
if (process.platform === "linux") setPriority(10);

async function filesOf(order: FileOrder) {
  if (order.kind === "pack") return [packedFile(order.files)];
  if (order.kind === "picture") return [await pictureFile(order.picture)];
  const { flatSource, charts, briefing, sections, annexes, issue } = order.content;
  // The flat list is made anew for each file that has it: made once and kept, it and the charts would need 20 MB more together.
  const content = { briefing, sections, annexes, issue, flat: () => flatOf(flatSource), charts };
  const files = await madeFiles(content, order.files);
  return order.isPacked ? [packedFile(files)] : files;
}

const say = (made: Made, handedOver: ArrayBuffer[] = []) => parentPort?.postMessage(made, handedOver);

parentPort?.on("message", async (order: FileOrder) => {
  try {
    // Each in memory of its own, which is handed over and not copied.
    const files = (await filesOf(order)).map((file) => ({ ...file, content: new Uint8Array(file.content) }));
    say(
      { ok: true, files },
      files.map(({ content }) => content.buffer),
    );
  } catch (error) {
    say({ ok: false, fault: error instanceof Error ? String(error.stack) : String(error) });
  }
});
