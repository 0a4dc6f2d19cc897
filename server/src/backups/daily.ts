/** The work of one night: a backup, a drill of the newest one, and what has served its time deleted. */
import { join } from "node:path";
import { deleteBackup, findBackups, makeBackup, readBackupKey, StoreProblem, writerOf } from "@beizeng/db";
import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import { dayInChina, minuteInChina } from "../plans/china-day.ts";
import { drill } from "./drill.ts";
import { outdatedBackups } from "./keep-rules.ts";
import type { DailyAnswer, DailyOrder } from "./orders.ts";
import { appendRecord, type BackupRecord, provenBy, readRecords } from "./records.ts";

/** What a backup is called, such as beizeng-production-2026-11-24-0230. */
export const backupName = (workspace: WorkspaceKind, now: string): string =>
  `beizeng-${workspace}-${minuteInChina(now).replace(" ", "-").replace(":", "")}`;

/** What came of something: of which file, what it compared, and what is wrong. */
type Outcome = Pick<BackupRecord, "file" | "checked" | "detail">;

/** Runs something about a file and answers its record, whatever becomes of it. */
async function recorded(
  kind: BackupRecord["kind"],
  at: string,
  about: string | null,
  work: () => Promise<Outcome>,
): Promise<BackupRecord> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began) / 1000;
  try {
    const outcome = await work();
    return { kind, at, seconds: took(), isGood: outcome.detail === null, code: null, ...outcome };
  } catch (error) {
    const code = error instanceof StoreProblem ? error.code : null;
    const detail = error instanceof Error ? error.message : String(error);
    return { kind, at, seconds: took(), file: about, isGood: false, code, detail, checked: null };
  }
}

/** A record that cannot be written is told all the same. */
function note(folder: string, record: BackupRecord): void {
  try {
    appendRecord(folder, record);
  } catch {
    // The folder is not there or full: that is what the record says, and who hears it tells the log.
  }
}

/** Does the work of a night and says what came of each part. Never rejects for what can be recorded. */
export async function doDaily(order: DailyOrder, say: (answer: DailyAnswer) => void): Promise<void> {
  const { file, workspace, settings, now } = order;
  const { folder, isOwnFolder, keep, keyFile } = settings;
  const keyOf = () => (keyFile === null ? null : readBackupKey(keyFile));
  const tell = (record: BackupRecord) => {
    note(folder, record);
    say({ kind: "record", record });
  };
  tell(
    await recorded("backup", now, null, async () => {
      const place = { file, folder, mayMakeFolder: isOwnFolder, name: backupName(workspace, now) };
      const made = await makeBackup({ ...place, madeBy: "schedule", madeAt: now, key: keyOf() });
      return { file: made.file, checked: null, detail: null };
    }),
  );
  const newest = findBackups(folder).find(({ writer }) => writer === writerOf(file));
  if (newest === undefined) return;
  const drilled = await recorded("drill", now, newest.file, async () => {
    const place = { backup: join(folder, newest.file), folder: `${file}.drill.unfinished` };
    const { checked, differences } = await drill({ ...place, workspace, key: keyOf(), today: dayInChina(now) });
    return { file: newest.file, checked, detail: differences.length === 0 ? null : differences.join("; ") };
  });
  tell(drilled);
  // While something is wrong, older backups are what it may be found by.
  if (!drilled.isGood) return;
  const proven = new Set(readRecords(folder).flatMap(provenBy));
  for (const outdated of outdatedBackups(findBackups(folder), keep, { writer: writerOf(file), proven })) {
    deleteBackup(folder, outdated);
    say({ kind: "deleted", file: outdated.file });
  }
}
