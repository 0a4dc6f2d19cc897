/**
 * Opens an uploaded workbook in a thread of its own with its own memory and its own clock, so that whatever is in it, the
 * server goes on answering. TRUST S8.
 */
import { Worker } from "node:worker_threads";
import { FaultyFile, type FileFault } from "./faults.ts";
import { fileKind } from "./file-kind.ts";
import { limits } from "./limits.ts";
import type { ReadSheet } from "./read-cell.ts";
import type { Said } from "./sheets-worker.ts";

/** The sheets of a file, or why it is not read. */
export type OpenedWorkbook =
  | { readonly ok: true; readonly sheets: readonly ReadSheet[] }
  | { readonly ok: false; readonly fault: FileFault };

const refused = (fault: FileFault) => ({ ok: false, fault }) as const;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for one's turn; false where too many wait already. */
async function begun(): Promise<boolean> {
  if (running >= limits.atOnce) {
    if (waiting.length >= limits.waiting) return false;
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  return true;
}

/** Gives the turn on. */
function ended(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}

/** What the thread is given. */
type Bounds = { readonly milliseconds: number; readonly memoryMegabytes: number };

function readByWorker(bytes: Uint8Array, { milliseconds, memoryMegabytes }: Bounds): Promise<OpenedWorkbook> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./sheets-worker.mjs", import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    const finish = (answer: OpenedWorkbook) => {
      clearTimeout(clock);
      resolve(answer);
      void worker.terminate();
    };
    const clock = setTimeout(() => finish(refused("too-slow")), milliseconds);
    worker.once("message", (said: Said) => finish(said));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish(refused(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-heavy" : "broken")),
    );
    worker.once("exit", () => finish(refused("broken")));
  });
}

/** Reads the sheets of an uploaded file of any kind, or says why not; never throws for what is in the file. */
export async function openWorkbook(bytes: Uint8Array, bounds: Bounds = limits): Promise<OpenedWorkbook> {
  try {
    // What can be told from the first bytes and the directory costs no thread.
    fileKind(bytes);
  } catch (error) {
    if (error instanceof FaultyFile) return refused(error.fault);
    throw error;
  }
  if (!(await begun())) return refused("too-busy");
  try {
    return await readByWorker(bytes, bounds);
  } finally {
    ended();
  }
}
