import { accessSync, closeSync, constants, existsSync, openSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreProblem } from "../store-problem.ts";

const readableByOthers = 0o007;

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
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
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
