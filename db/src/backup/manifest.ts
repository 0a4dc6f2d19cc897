/** What is written beside a backup: all that its content is held against when it is checked. */
import { createHash } from "node:crypto";
import type { StoreFacts } from "../sqlite/examine.ts";

/** Who asked for a backup. */

export type BackupMaker = "schedule" | "command" | "migration";

/** So many bytes with this hash. */
export type Content = { readonly bytes: number; readonly sha256: string };

/** What a backup is said to be. */
export type BackupManifest = StoreFacts & {
  readonly format: "beizeng-backup-1";
  /** The name of the file that it lies beside. */
  readonly file: string;
  /** Which installation made it: the hash of its machine's name and of its store's place. */
  readonly writer: string;
  readonly madeBy: BackupMaker;
  /** The moment of its beginning, ISO UTC. */
  readonly madeAt: string;
  /** Version of the product that made it. */
  readonly product: string;
  /** The store's file. */
  readonly database: Content;
  /** The file as it lies there. */
  readonly stored: Content;
  /** Scheme of an encrypted one and the mark of its key. */
  readonly encryption: { readonly scheme: "AES256_GCM_HKDF_1MB"; readonly key: string } | null;
};

/** The SHA-256 of a text, in hexadecimal digits. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The one text of a manifest, which ends with the hash of itself: another byte anywhere makes it another text. */
export function manifestText(manifest: BackupManifest): string {
  const seal = hashOf(JSON.stringify(manifest));
  return `${JSON.stringify({ ...manifest, seal }, null, 2)}\n`;
}

/** The manifest of a text, null of one that was changed or is none. */
export function manifestOf(text: string): BackupManifest | null {
  try {
    const { seal: _, ...manifest }: BackupManifest & { seal: unknown } = JSON.parse(text);
    return manifest.format === "beizeng-backup-1" && manifestText(manifest) === text ? manifest : null;
  } catch {
    return null;
  }
}
