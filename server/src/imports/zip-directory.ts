/**
 * The directory of a zip, read before anything is unpacked: what it declares is summed and held against the limits, and
 * each part is then unpacked to exactly the size that it declared, so that a directory that lies gains nothing.
 */
import { inflateRawSync } from "node:zlib";
import { FaultyFile } from "./faults.ts";
import { limits } from "./limits.ts";

/** A part of the zip as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
/** A zip may end with a comment of this length, so that its end has to be looked for. */
const longestEnd = 22 + 0xffff;

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - longestEnd);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new FaultyFile("broken");
}

/** A name that would lead out of the folder in which a zip is unpacked, or that no program writes. */
function isUnsafe(name: string): boolean {
  const isOutside = name.startsWith("/") || /^[a-z]:/i.test(name) || name.split(/[/\\]/).includes("..");
  return isOutside || name.includes("\\") || name.includes("\0");
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== signatures.directory) throw new FaultyFile("broken");
  const flags = view.getUint16(at + 8, true);
  if ((flags & 1) !== 0) throw new FaultyFile("encrypted");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new FaultyFile("broken");
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const entry = {
    name,
    isStored: method === 0,
    packedBytes: view.getUint32(at + 20, true),
    inflatedBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry, next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) };
}

function assertBearable(entries: readonly ZipEntry[]): void {
  let inflated = 0;
  let packed = 0;
  const names = new Set<string>();
  for (const entry of entries) {
    if (isUnsafe(entry.name)) throw new FaultyFile("unsafe-name");
    if (names.has(entry.name)) throw new FaultyFile("broken");
    names.add(entry.name);
    inflated += entry.inflatedBytes;
    packed += entry.packedBytes;
    const { inflatedBytes, packedBytes } = entry;
    const isTight = inflatedBytes > limits.smallBytes && inflatedBytes > packedBytes * limits.ratio;
    if (isTight) throw new FaultyFile("packed-too-tightly");
  }
  if (inflated > limits.inflatedBytes) throw new FaultyFile("too-much-inside");
  if (inflated > limits.smallBytes && inflated > packed * limits.ratio) throw new FaultyFile("packed-too-tightly");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Runs a reading of bytes that may lead beyond their end. */
function withinBytes<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new FaultyFile("broken");
    throw error;
  }
}

/** The parts that a zip declares, held against the limits; nothing is unpacked. Throws `FaultyFile`. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  return withinBytes(() => {
    const view = viewOf(bytes);
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    if (count > limits.entries) throw new FaultyFile("too-many-entries");
    const entries: ZipEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      const { entry, next } = entryAt(view, bytes, at);
      entries.push(entry);
      at = next;
    }
    // Parts that the directory's count leaves out are not there by accident.
    if (at !== end) throw new FaultyFile("broken");
    assertBearable(entries);
    return entries;
  });
}

/** The content of a part, of exactly the size that it declared. Throws `FaultyFile`. */
export function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  return withinBytes(() => {
    const view = viewOf(bytes);
    const { offset, packedBytes, inflatedBytes } = entry;
    if (view.getUint32(offset, true) !== signatures.local) throw new FaultyFile("broken");
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const packed = bytes.subarray(start, start + packedBytes);
    if (packed.length !== packedBytes) throw new FaultyFile("broken");
    const content = entry.isStored ? packed : inflated(packed, inflatedBytes);
    if (content.length !== inflatedBytes) throw new FaultyFile("broken");
    return content;
  });
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }));
  } catch {
    throw new FaultyFile("broken");
  }
}
