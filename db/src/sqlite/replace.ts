import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";

/** The same file under a second name, or a copy of it where the disk knows no such thing. */
function keep(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside);
  }
}

/** Brings what stands in the write-ahead log into the file; a damaged one keeps its log. */
function settleLog(file: string): void {
  try {
    const database = new Database(file, { fileMustExist: true });
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
  } catch {
    // A restore is what a damaged file needs: it is kept with its log as it is.
  }
}

/**
 * Puts a file in the place of a store that is locked and not open; the store is kept aside, with its log where that could not
 * be settled. A log must never be left to another file than its own.
 */
export function replaceStore(staged: string, file: string, aside: string): void {
  if (existsSync(file)) {
    settleLog(file);
    keep(file, aside);
    const log = `${file}-wal`;
    if (existsSync(log) && statSync(log).size > 0) keep(log, `${aside}-wal`);
  }
  for (const own of [`${file}-wal`, `${file}-shm`]) rmSync(own, { force: true });
  renameSync(staged, file);
}
