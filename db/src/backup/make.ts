import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { copySqlite } from "../sqlite/copy.ts";
import { factsOfCopy } from "../sqlite/examine.ts";
import { lockFile } from "../sqlite/lock.ts";
import { StoreProblem } from "../store-problem.ts";
import { encrypted, markOfKey } from "./cipher.ts";
import { type BackupMaker, type BackupManifest, type Content, hashOf, manifestText } from "./manifest.ts";
import { product } from "./product.ts";
import { bytesOf, counting, keepNames, writeDurably } from "./streams.ts";

/** What is backed up, and where to. */
export type BackupOrder = {
  /** The store's file, which may be in use. */
  readonly file: string;
  /** A folder that is there, or may be made. */
  readonly folder: string;
  /** Whether the folder is made where it is missing; not when left out. */
  readonly mayMakeFolder?: boolean;
  /** What the backup is called, without an ending; a number is added where one is called so. */
  readonly name: string;
  readonly madeBy: BackupMaker;
  /** ISO UTC. */
  readonly madeAt: string;
  /** By which it is encrypted; null for a plain one. */
  readonly key: Buffer | null;
  /** How long the disk is left to others after each four megabytes; 20 when left out. */
  readonly restMilliseconds?: number;
};

/** What stays free beside a backup. */
const reserveBytes = 50_000_000;

/** The hash by which a folder's backups are told from those of another installation. */
export const writerOf = (file: string): string => hashOf(`${hostname()}\n${resolve(file)}`).slice(0, 16);

/** What was made by the administrator of the machine belongs to whom the neighbour belongs. */
export function giveTo(file: string, neighbour: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(neighbour);
  chownSync(file, uid, gid);
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/** Throws StoreProblem `backup-without-room` where the folder has no room for so many bytes. */
export function assertRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + reserveBytes) {
    throw new StoreProblem("backup-without-room", `${folder}: ${bavail * bsize} < ${bytes + reserveBytes} bytes`);
  }
}

function assertRooms({ file, folder }: BackupOrder): void {
  const bytes = sizeOf(file) + sizeOf(`${file}-wal`);
  const isOneDisk = statSync(dirname(file)).dev === statSync(folder).dev;
  assertRoom(dirname(file), isOneDisk ? 2 * bytes : bytes);
  assertRoom(folder, bytes);
}

/** After one that failed: a disk that is full must not stay so by half of a backup. */
function clearUp(order: BackupOrder, staged: string): void {
  try {
    removeLeftOvers(order, staged);
  } catch {
    // What cannot be removed is told by the next one, which needs its place; the answer that is under way counts.
  }
}

/** What a killed or failed one left: the copy beside the store, and what was not renamed yet. */
function removeLeftOvers({ file, folder }: BackupOrder, staged: string): void {
  for (const left of [staged, `${staged}-journal`, `${staged}-wal`, `${staged}-shm`]) rmSync(left, { force: true });
  const ending = `.${writerOf(file)}.unfinished`;
  for (const name of readdirSync(folder)) if (name.endsWith(ending)) rmSync(join(folder, name), { force: true });
}

function freeName({ folder, name }: BackupOrder): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!readdirSync(folder).some((taken) => taken.startsWith(`${free}.`))) return free;
  }
}

async function make(order: BackupOrder, staged: string): Promise<BackupManifest> {
  const { file, folder, madeBy, madeAt, key, restMilliseconds = 20 } = order;
  assertRooms(order);
  removeLeftOvers(order, staged);
  await copySqlite(file, staged, restMilliseconds);
  const facts = await factsOfCopy(staged);
  const name = `${freeName(order)}.sqlite${key === null ? "" : ".enc"}`;
  const unfinished = join(folder, `${name}.${writerOf(file)}.unfinished`);
  const read = counting(bytesOf(staged));
  const written = counting(key === null ? read.bytes : encrypted(read.bytes, key));
  await writeDurably(unfinished, written.bytes, restMilliseconds);
  const database: Content = read.content();
  const manifest: BackupManifest = {
    format: "beizeng-backup-1",
    file: name,
    writer: writerOf(file),
    ...{ madeBy, madeAt, product, ...facts },
    database,
    stored: key === null ? database : written.content(),
    encryption: key === null ? null : { scheme: "AES256_GCM_HKDF_1MB", key: markOfKey(key) },
  };
  const unfinishedManifest = join(folder, `${name}.json.${writerOf(file)}.unfinished`);
  await writeDurably(
    unfinishedManifest,
    (async function* () {
      yield Buffer.from(manifestText(manifest));
    })(),
  );
  for (const made of [unfinished, unfinishedManifest]) giveTo(made, folder);
  // The file comes last: one under its own name always has its manifest.
  renameSync(unfinishedManifest, join(folder, `${name}.json`));
  renameSync(unfinished, join(folder, name));
  keepNames(folder);
  return manifest;
}

/**
 * Makes a backup of a store as it stands at one moment, also while it is served, and answers its manifest. Nothing bears
 * its name before it is whole and on the disk. It needs room for a copy beside the store as well: a folder on the network is no
 * place for the engine. Throws StoreProblem `backup-under-way`, `backup-without-room`, `backup-unwritable` or what is wrong with the store.
 * To be called in a process or thread that serves nobody.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupManifest> {
  const { file } = order;
  if (!existsSync(file)) throw new StoreProblem("not-a-store", file);
  prepareFolder(order);
  const lock = lockBackup(file);
  const staged = `${file}.backup.unfinished`;
  try {
    return await make(order, staged);
  } catch (error) {
    // A fault of ours has no code.
    const isStorage = error instanceof Error && "syscall" in error;
    throw isStorage ? new StoreProblem("backup-unwritable", error.message, { cause: error }) : error;
  } finally {
    clearUp(order, staged);
    lock.release();
  }
}

function prepareFolder({ file, folder, mayMakeFolder = false }: BackupOrder): void {
  if (existsSync(folder)) return;
  if (!mayMakeFolder) throw new StoreProblem("backup-unwritable", folder);
  mkdirSync(folder, { mode: 0o700 });
  giveTo(folder, dirname(file));
}

/** One backup of a store at a time. */
function lockBackup(file: string): { release: () => void } {
  const place = join(dirname(file), `${basename(file)}.backup`);
  try {
    const lock = lockFile(place);
    giveTo(`${place}.lock`, file);
    return lock;
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== "file-in-use") throw error;
    throw new StoreProblem("backup-under-way", undefined, { cause: error });
  }
}
