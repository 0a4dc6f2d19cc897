/** Files in one zip, written by the same bytes for the same content: no clock, no owner, in the order given. */
import { crc32, deflateRawSync } from "node:zlib";

/** Names are UTF-8; the time is 1980-01-01, the earliest that a zip can write. */
const flags = 0x0800;
const date = 0x0021;

/** What a file holds, compressed: of a long text that is made and put away, no more than this need be kept. */
export interface Deflated {
  readonly packed: Uint8Array;
  /** In bytes, before it was compressed. */
  readonly length: number;
  readonly crc: number;
}

/** One file of a zip. */
export interface ZippedFile {
  readonly name: string;
  readonly content: string | Uint8Array | Deflated;
  /** True where it is not to be compressed. */
  readonly isStored?: boolean;
}

const local = { signature: 0x04034b50, length: 30 };
const directory = { signature: 0x02014b50, length: 46 };
const end = { signature: 0x06054b50, length: 22 };

/** A header's bytes, written by 16 and 32 bits from its beginning on. */
function header(length: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  for (const [at, bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** A content compressed. */
export function deflated(content: string | Uint8Array): Deflated {
  const bytes = bytesOf(content);
  return { packed: new Uint8Array(deflateRawSync(bytes)), length: bytes.length, crc: crc32(bytes) };
}

const isDeflated = (content: ZippedFile["content"]): content is Deflated =>
  typeof content === "object" && "packed" in content;

function stored(content: string | Uint8Array): Deflated {
  const bytes = bytesOf(content);
  return { packed: bytes, length: bytes.length, crc: crc32(bytes) };
}

/** The bytes of a zip of the files, in their order. */
export function zipped(files: readonly ZippedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, isStored = false } of files) {
    const { packed, length, crc } = isDeflated(content) ? content : isStored ? stored(content) : deflated(content);
    const nameBytes = new TextEncoder().encode(name);
    // The same facts stand in both headers, in the second two bytes later.
    const facts = (shift: number) =>
      [
        [4 + shift, 2, 20],
        [6 + shift, 2, flags],
        [8 + shift, 2, isStored && !isDeflated(content) ? 0 : 8],
        [12 + shift, 2, date],
        [14 + shift, 4, crc],
        [18 + shift, 4, packed.length],
        [22 + shift, 4, length],
        [26 + shift, 2, nameBytes.length],
      ] as const;
    parts.push(header(local.length, [[0, 4, local.signature], ...facts(0)]), nameBytes, packed);
    const own = [
      [0, 4, directory.signature],
      [4, 2, 20],
      [42, 4, offset],
    ] as const;
    listed.push(header(directory.length, [...own, ...facts(2)]), nameBytes);
    offset += local.length + nameBytes.length + packed.length;
  }
  const list = joined(listed);
  const last = header(end.length, [
    [0, 4, end.signature],
    [8, 2, files.length],
    [10, 2, files.length],
    [12, 4, list.length],
    [16, 4, offset],
  ]);
  return joined([...parts, list, last]);
}
