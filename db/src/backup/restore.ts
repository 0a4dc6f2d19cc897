import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { endSessions } from "../sqlite/end-sessions.ts";
import { examineCopy, type StoreFacts } from "../sqlite/examine.ts";
import { lockFile } from "../sqlite/lock.ts";
import { replaceStore } from "../sqlite/replace.ts";
import { StoreProblem } from "../store-problem.ts";
import type { WorkspaceKind } from "../vocabulary.ts";
import { decrypted, markOfKey } from "./cipher.ts";
import { readManifestOf } from "./find.ts";
import { assertRoom, giveTo } from "./make.ts";
import type { BackupManifest } from "./manifest.ts";
import { bytesOf, counting, isSameContent, keepNames, writeDurably } from "./streams.ts";

/** What is restored, and to where. */
export type RestoreOrder = {
  /** The backup's file; its manifest lies beside it. */
  readonly backup: string;
  /** The store's file that it becomes, in a folder that is there. */
  readonly file: string;
  /** What the file is a workspace of; a backup of another kind is refused. */
  readonly workspace: WorkspaceKind;
  /** The key of an encrypted one. */
  readonly key: Buffer | null;
  /** Where the store that stands there now is kept. */
  readonly aside: string;
  /** How long the disk is left to others after each four megabytes; not at all when left out. */
  readonly restMilliseconds?: number;
};

function keyFor({ encryption, file }: BackupManifest, key: Buffer | null): Buffer | null {
  if (encryption === null) return null;
  if (key === null) throw new StoreProblem("backup-key-missing", file);
  if (markOfKey(key) !== encryption.key) throw new StoreProblem("backup-key-other", file);
  return key;
}

/** The bytes of the store's file that a backup holds, and whether every byte was what the manifest says once they are read. */
function unpack(backup: string, manifest: BackupManifest, key: Buffer | null) {
  const read = counting(bytesOf(backup));
  const plain = counting(key === null ? read.bytes : decrypted(read.bytes, key));
  const assertWhole = () => {
    if (isSameContent(read.content(), manifest.stored) && isSameContent(plain.content(), manifest.database)) return;
    throw new StoreProblem("backup-damaged", manifest.file);
  };
  return { bytes: plain.bytes, assertWhole };
}

/** Removes what is not needed any more; what cannot be removed is told by the next one, which needs its place. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The answer that is under way counts.
  }
}

const textOf = ({ workspace, schema, ledgerRevision, audit }: StoreFacts) =>
  JSON.stringify([workspace, schema, ledgerRevision, audit.rows, audit.hash]);

async function check(staged: string, manifest: BackupManifest, workspace: WorkspaceKind): Promise<void> {
  const { facts, faults } = await examineCopy(staged);
  if (faults.length > 0) throw new StoreProblem("backup-unsound", faults.join("; "));
  if (textOf(facts) !== textOf(manifest)) throw new StoreProblem("backup-damaged", manifest.file);
  if (facts.workspace !== workspace) throw new StoreProblem("backup-of-another-kind", manifest.file);
}

/**
 * Puts a backup in the place of a store and answers its manifest. All is checked on a copy beside that place before anything changes
 * there: the hash of every byte, pages, keys, the chain of the audit, the schema, and that it is what its manifest says.
 * Its sessions are ended. The store that stood there is kept aside; at every moment one of the two stands in the place. One of an older schema is
 * migrated when it is opened. Throws StoreProblem for whatever is wrong, and then nothing has changed.
 */
export async function restoreBackup(order: RestoreOrder): Promise<BackupManifest> {
  const { backup, file, workspace, key, aside, restMilliseconds = 0 } = order;
  const manifest = readManifestOf(backup);
  const own = keyFor(manifest, key);
  const folder = dirname(file);
  if (!existsSync(folder)) throw new StoreProblem("folder-missing", folder);
  const lock = lockFile(file);
  const staged = `${file}.restore.unfinished`;
  try {
    rmSync(staged, { force: true });
    assertRoom(folder, manifest.database.bytes);
    const unpacked = unpack(backup, manifest, own);
    await writeDurably(staged, unpacked.bytes, restMilliseconds);
    unpacked.assertWhole();
    await check(staged, manifest, workspace);
    endSessions(staged);
    giveTo(`${file}.lock`, folder);
    giveTo(staged, existsSync(file) ? file : folder);
    replaceStore(staged, file, aside);
    keepNames(folder);
    return manifest;
  } finally {
    discard(staged);
    lock.release();
  }
}
