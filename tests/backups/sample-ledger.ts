/** A production workspace with a year's reports, a place for its backups, and what tests do to both. */
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BackupOrder, makeBackup, restoreBackup } from "@beizeng/db";
import Database from "better-sqlite3";
import { openTestLedger } from "../helpers/app.ts";
import { reportSampleYear } from "../server/reports.ts";
import { samplePlan } from "../server/sample-plan.ts";

/** An open ledger beside an empty folder for backups. */
export async function openSampleLedger() {
  const ledger = await openTestLedger([samplePlan()], "production");
  await reportSampleYear(ledger.store);
  const folder = mkdtempSync(join(tmpdir(), "beizeng-backups-"));
  return {
    ...ledger,
    folder,
    /** A folder of the given name beside the backups. */
    place: (name: string) => {
      const place = join(folder, name);
      mkdirSync(place, { recursive: true });
      return place;
    },
    back: (order: Partial<BackupOrder> = {}) =>
      makeBackup({
        ...{ file: ledger.file, folder, name: "kept", madeBy: "command", madeAt: "2022-10-12T02:00:00.000Z" },
        ...{ key: null, restMilliseconds: 0, ...order },
      }),
    dispose: async () => {
      await ledger.dispose();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Restores a production backup to a file, plain unless a key is given. */
export const restoreTo = (file: string, backup: string, key: Buffer | null = null) =>
  restoreBackup({ backup, file, workspace: "production", key, aside: `${file}.former` });

/** All rows of all tables of a store's file, as text. */
export function rowsOf(file: string): Readonly<Record<string, string>> {
  const database = new Database(file);
  try {
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    return Object.fromEntries(
      tables.map((table) => [table, JSON.stringify(database.prepare(`SELECT * FROM "${table}"`).all())]),
    );
  } finally {
    database.close();
  }
}

/** Changes one bit of one byte of a file; once more, and it is as it was. */
export function flipInPlace(file: string, offset: number, bit: number): void {
  const opened = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  readSync(opened, byte, 0, 1, offset);
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << bit));
  writeSync(opened, byte, 0, 1, offset);
  closeSync(opened);
}
