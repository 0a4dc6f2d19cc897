/** The worker's side: reads one file and says what stands in it, or why it is not read. */
import { parentPort, workerData } from "node:worker_threads";
import { FaultyFile } from "./faults.ts";
import { readSheets } from "./read-sheets.ts";

/** What the worker says. */
export type Said =
  | { readonly ok: true; readonly sheets: ReturnType<typeof readSheets> }
  | { readonly ok: false; readonly fault: FaultyFile["fault"] };

function answer(): Said {
  try {
    return { ok: true, sheets: readSheets(workerData) };
  } catch (error) {
    // Whatever a library makes of a strange file, for whoever sent it the file is damaged.
    return { ok: false, fault: error instanceof FaultyFile ? error.fault : "broken" };
  }
}

parentPort?.postMessage(answer());
