/** Bytes from file to file: hashed on the way, and brought to the disk bit by bit. */
import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from "node:fs";
import { rest } from "../sqlite/copy.ts";
import type { Content } from "./manifest.ts";

type Bytes = AsyncIterable<Uint8Array>;

const pieceBytes = 1024 * 1024;

/** As much as is written before the disk is asked to keep it: more would hold up commits beside it. */
const bytesAtATime = 4 * pieceBytes;

/** The bytes of a file. */
export const bytesOf = (file: string): Bytes => createReadStream(file, { highWaterMark: pieceBytes });

/** Passes bytes on, and can say afterwards how many with which hash. */
export function counting(bytes: Bytes): { bytes: Bytes; content: () => Content } {
  const hash = createHash("sha256");
  let count = 0;
  async function* passed() {
    for await (const chunk of bytes) {
      hash.update(chunk);
      count += chunk.length;
      yield chunk;
    }
  }
  return { bytes: passed(), content: () => ({ bytes: count, sha256: hash.digest("hex") }) };
}

/** Whether two contents are the same. */
export const isSameContent = (one: Content, other: Content): boolean =>
  one.bytes === other.bytes && one.sha256 === other.sha256;

/** Writes bytes into a file that must not be there, closed to other users; it is on the disk when this resolves. */
export async function writeDurably(file: string, bytes: Bytes, restMilliseconds = 0): Promise<void> {
  const written = openSync(file, "wx", 0o600);
  try {
    let unkept = 0;
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length; ) from += writeSync(written, chunk, from);
      unkept += chunk.length;
      if (unkept < bytesAtATime) continue;
      fsyncSync(written);
      rest(restMilliseconds);
      unkept = 0;
    }
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
}

/** Brings the names in a folder to the disk. */
export function keepNames(folder: string): void {
  // Windows opens no folder, and keeps names by itself.
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
