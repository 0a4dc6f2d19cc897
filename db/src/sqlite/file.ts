import { accessSync, closeSync, constants, existsSync, openSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Storage } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";

const readableByOthers = 0o007;

/** The room below which a disk is nearly full: no store opens on it. */
export const leastFreeBytes = 100_000_000;

const freeBytesOf = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** The size of a store's file and of its log, and the room of their disk. */
export function storageOf(file: string): Storage {
  const log = `${file}-wal`;
  return {
    fileBytes: statSync(file).size,
    logBytes: existsSync(log) ? statSync(log).size : 0,
    freeBytes: freeBytesOf(dirname(file)),
  };
}

/**
 * Makes sure that the file can be a store: its folder can be written and has room, the file is closed to other users.
 * A new file is made with mode 600; the write-ahead log takes its mode from it.
 */
export function prepareFile(file: string, minimumFreeBytes: number): void {
  const folder = dirname(file);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreProblem("folder-missing", folder, { cause: error });
  }
  const freeBytes = freeBytesOf(folder);
  if (freeBytes < minimumFreeBytes) {
    throw new StoreProblem("disk-nearly-full", `${folder}: ${freeBytes} < ${minimumFreeBytes} bytes`);
  }
  if (!existsSync(file)) {
    closeSync(openSync(file, "wx", 0o600));
    return;
  }
  // Windows keeps no such mode.
  if (process.platform !== "win32" && (statSync(file).mode & readableByOthers) !== 0) {
    throw new StoreProblem("file-world-readable", file);
  }
}
