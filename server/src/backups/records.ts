/**
 * What was backed up and what drills found: lines of JSON in a file beside the backups. Not a table: what a drill finds of
 * a workspace must be readable when that workspace is damaged, must not go back in time with a restore, and is no figure that
 * anybody answers for. Whoever has the folder has the record of what in it was proven.
 */
import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoreProblemCode } from "@beizeng/db";

/** What a backup or a drill came to. */
export interface BackupRecord {
  readonly kind: "backup" | "drill";
  /** The beginning, ISO UTC. */
  readonly at: string;
  readonly seconds: number;
  /** The backup's file; null where none was made or there was none. */
  readonly file: string | null;
  readonly isGood: boolean;
  /** What refused it; null of a good one, of differences and of what has no code. */
  readonly code: StoreProblemCode | null;
  /** What else is to be said of a bad one, in English as the log has it. */
  readonly detail: string | null;
  /** How many of what a drill compared. */
  readonly checked: Checked | null;
}

/** What a drill compared with what was made anew. */
export interface Checked {
  readonly ledgerRevision: number;
  readonly auditRows: number;
  readonly rows: number;
  readonly editions: number;
  readonly figures: number;
  readonly differences: number;
}

const name = "backup-log.jsonl";

/** Adds a record; it is on the disk when this returns. */
export function appendRecord(folder: string, record: BackupRecord): void {
  const file = openSync(join(folder, name), "a", 0o600);
  try {
    // A line that was cut off ends here at the latest.
    appendFileSync(file, `\n${JSON.stringify(record)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function recordOf(line: string): readonly BackupRecord[] {
  try {
    const record: BackupRecord = JSON.parse(line);
    return [record];
  } catch {
    return [];
  }
}

/** All records of a folder, newest first; none where there is no such folder. */
export function readRecords(folder: string): readonly BackupRecord[] {
  try {
    return readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .flatMap(recordOf)
      .reverse();
  } catch {
    return [];
  }
}

/** What a record says was found good by a real restore. */
export const provenBy = ({ kind, isGood, file }: BackupRecord): readonly string[] =>
  kind === "drill" && isGood && file !== null ? [file] : [];
