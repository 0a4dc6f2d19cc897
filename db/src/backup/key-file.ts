import { readFileSync, statSync } from "node:fs";
import { StoreProblem } from "../store-problem.ts";

const anybody = 0o007;

/**
 * The key in a file: 64 hexadecimal digits, as `openssl rand -hex 32` writes them. Throws StoreProblem `backup-key-unusable` for
 * a file that cannot be read or holds no such key, `backup-key-open` for one that everybody of the machine may read.
 */
export function readBackupKey(file: string): Buffer {
  let text = "";
  let mode = 0;
  try {
    text = readFileSync(file, "utf8").trim();
    mode = statSync(file).mode;
  } catch (error) {
    throw new StoreProblem("backup-key-unusable", file, { cause: error });
  }
  if (process.platform !== "win32" && (mode & anybody) !== 0) throw new StoreProblem("backup-key-open", file);
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new StoreProblem("backup-key-unusable", file);
  return Buffer.from(text, "hex");
}
