/** Encrypted backups: whatever is changed, moved or cut off is found, and the format is the published one. */
import { createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decrypted, encrypted } from "../../db/src/backup/cipher.ts";

const key = Buffer.from("c3".repeat(32), "hex");
const segment = 1024 * 1024;

async function* oneOf(bytes: Buffer) {
  yield bytes;
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

const close = (bytes: Buffer) => all(encrypted(oneOf(bytes), key));
const open = (bytes: Buffer, own = key) => all(decrypted(oneOf(bytes), own));

/** The format as it is published (Tink, streaming AEAD, AES-GCM-HKDF), read in the plainest way. */
function byTheBook(bytes: Buffer): Buffer {
  const [salt, prefix] = [bytes.subarray(1, 33), bytes.subarray(33, 40)];
  const own = Buffer.from(hkdfSync("sha256", key, salt, "beizeng-backup-1", 32));
  const plain: Buffer[] = [];
  for (let number = 0, from = 40; from < bytes.length; number += 1) {
    const to = Math.min((number + 1) * segment, bytes.length);
    const counter = Buffer.of(number >> 24, number >> 16, number >> 8, number, to === bytes.length ? 1 : 0);
    const decipher = createDecipheriv("aes-256-gcm", own, Buffer.concat([prefix, counter]));
    decipher.setAuthTag(bytes.subarray(to - 16, to));
    plain.push(decipher.update(bytes.subarray(from, to - 16)), decipher.final());
    from = to;
  }
  return Buffer.concat(plain);
}

describe("what was encrypted is read again, by the product and by the book", () => {
  // None, one, and around the borders of the first and the second segment.
  const first = segment - 40 - 16;
  const second = first + segment - 16;
  test.each([0, 1, first - 1, first, first + 1, second - 1, second, second + 1, 2_500_000])(
    "%i bytes",
    async (size) => {
      const bytes = randomBytes(size);
      const closed = await close(bytes);
      expect((await open(closed)).equals(bytes)).toBe(true);
      expect(byTheBook(closed).equals(bytes)).toBe(true);
    },
  );

  test("never twice the same bytes", async () => {
    const bytes = randomBytes(100);
    expect((await close(bytes)).equals(await close(bytes))).toBe(false);
  });
});

describe("what was changed is refused, though no hash is looked at", async () => {
  const whole = await close(randomBytes(2_500_000));
  const part = (from: number, to: number) => whole.subarray(from * segment, to * segment);
  test.each([
    ["empty", Buffer.alloc(0)],
    ["a header alone", whole.subarray(0, 40)],
    ["cut off within a segment", whole.subarray(0, -1)],
    ["cut off between two segments", part(0, 2)],
    ["with a byte behind it", Buffer.concat([whole, Buffer.of(0)])],
    ["without a segment in the middle", Buffer.concat([part(0, 1), part(2, 3)])],
    ["with two segments of one size exchanged", Buffer.concat([part(1, 2), part(0, 1), part(2, 3)])],
    ["with a segment twice", Buffer.concat([part(0, 2), part(1, 3)])],
    ["with another salt", Buffer.concat([whole.subarray(0, 1), randomBytes(32), whole.subarray(33)])],
  ])("%s", async (_, changed) => {
    await expect(open(changed)).rejects.toMatchObject({ code: "backup-damaged" });
  });

  test("under another key", async () => {
    await expect(open(whole, randomBytes(32))).rejects.toMatchObject({ code: "backup-damaged" });
  });
});
