import { closeSync, fsyncSync, openSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { asStoreProblem } from "./problems.ts";

/** Four megabytes at a time: as much as the disk takes without holding up a commit beside it. */
const pagesAtATime = 1000;

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Stands still, the whole thread. */
export function rest(milliseconds: number): void {
  if (milliseconds > 0) Atomics.wait(cell, 0, 0, milliseconds);
}

/**
 * Copies a store's file as it stands at one moment, also while another process writes to it; `into` must not be there and
 * is closed to other users. By the engine's online backup within a reading transaction: without one the copy would begin
 * anew with each write and never end. What is copied is brought to the disk bit by bit, with a rest after each, or one
 * commit would have to wait for all of it. To be called in a process or thread that serves nobody.
 */
export async function copySqlite(file: string, into: string, restMilliseconds: number): Promise<void> {
  const written = openSync(into, "wx+", 0o600);
  try {
    const database = new Database(file, { readonly: true });
    try {
      database.pragma("busy_timeout = 5000");
      database.exec("BEGIN");
      // The transaction begins with the first reading.
      database.prepare("SELECT count(*) FROM sqlite_schema").get();
      await database.backup(into, {
        progress: () => {
          fsyncSync(written);
          rest(restMilliseconds);
          return pagesAtATime;
        },
      });
    } finally {
      database.close();
    }
    fsyncSync(written);
  } catch (error) {
    for (const left of [into, `${into}-journal`]) rmSync(left, { force: true });
    throw asStoreProblem(error);
  } finally {
    closeSync(written);
  }
}
