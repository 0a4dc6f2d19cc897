/**
 * Encrypted backups, in the published format of Tink's streaming AEAD `AES256_GCM_HKDF_1MB`: whoever has the key file can open
 * one without this product. A key of its own is derived for each file (HKDF-SHA256 of the key over a random salt); the
 * content is cut into segments, each encrypted by AES-256-GCM under a nonce that holds its number and whether it is the
 * last, so that none can be changed, moved, left out or cut off.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { StoreProblem } from "../store-problem.ts";

const segmentBytes = 1024 * 1024;
const tagBytes = 16;
const saltBytes = 32;
const prefixBytes = 7;
const headerBytes = 1 + saltBytes + prefixBytes;

/** What is encrypted is said to be a backup of this product: nothing else that the key may have encrypted passes for one. */
const associated = Buffer.from("beizeng-backup-1");

type Bytes = AsyncIterable<Uint8Array>;

const keyOfFile = (key: Buffer, salt: Buffer) => Buffer.from(hkdfSync("sha256", key, salt, associated, 32));

/** By which a key is told from another, without saying anything of it. */
export const markOfKey = (key: Buffer): string =>
  Buffer.from(hkdfSync("sha256", key, "", "beizeng key mark", 8)).toString("hex");

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, prefixBytes);
  nonce.writeUInt8(isLast ? 1 : 0, prefixBytes + 4);
  return nonce;
}

/** Cuts bytes into the first so many and then pieces of one size; the last, which may be empty, is marked. */
async function* cut(bytes: Bytes, first: number, others: number): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let waiting = Buffer.alloc(0);
  let wanted = first;
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk]);
    // A piece is known not to be the last one only when something follows.
    while (waiting.length > wanted) {
      yield { piece: waiting.subarray(0, wanted), isLast: false };
      waiting = waiting.subarray(wanted);
      wanted = others;
    }
  }
  yield { piece: waiting, isLast: true };
}

/** The encrypted bytes of bytes. */
export async function* encrypted(bytes: Bytes, key: Buffer): AsyncGenerator<Buffer> {
  const [salt, prefix] = [randomBytes(saltBytes), randomBytes(prefixBytes)];
  const own = keyOfFile(key, salt);
  yield Buffer.concat([Buffer.of(headerBytes), salt, prefix]);
  let number = 0;
  const room = segmentBytes - tagBytes;
  for await (const { piece, isLast } of cut(bytes, room - headerBytes, room)) {
    const cipher = createCipheriv("aes-256-gcm", own, nonceOf(prefix, number, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** The bytes of encrypted bytes, each segment only once it is known to be whole. Throws StoreProblem `backup-damaged`. */
export async function* decrypted(bytes: Bytes, key: Buffer): AsyncGenerator<Buffer> {
  let header: Buffer | null = null;
  let own = Buffer.alloc(0);
  let number = 0;
  const room = segmentBytes;
  for await (const { piece, isLast } of cut(bytes, room, room)) {
    let segment = piece;
    if (header === null) {
      header = Buffer.from(piece.subarray(0, headerBytes));
      segment = piece.subarray(headerBytes);
      own = keyOfFile(key, header.subarray(1, 1 + saltBytes));
    }
    if (segment.length < tagBytes || header[0] !== headerBytes) throw new StoreProblem("backup-damaged");
    const decipher = createDecipheriv("aes-256-gcm", own, nonceOf(header.subarray(1 + saltBytes), number, isLast));
    decipher.setAuthTag(segment.subarray(-tagBytes));
    const plain = decipher.update(segment.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch (error) {
      throw new StoreProblem("backup-damaged", `segment ${number}`, { cause: error });
    }
    yield plain;
    number += 1;
  }
}
