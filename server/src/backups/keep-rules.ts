/** Which backups have served their time. */
import type { BackupManifest } from "@beizeng/db";
import { dayInChina } from "../plans/china-day.ts";

/** Of how many days and of how many months one is kept. */
export interface KeepRules {
  readonly daily: number;
  readonly monthly: number;
}

/** What of a backup decides. */
export type KeptBackup = Pick<BackupManifest, "file" | "madeAt" | "madeBy" | "writer">;

/** The newest backup of each of the latest so many spans that have one. */
function newestOf<B extends KeptBackup>(backups: readonly B[], spanOf: (backup: B) => string, spans: number) {
  const newest = new Map<string, B>();
  for (const backup of backups) if (!newest.has(spanOf(backup))) newest.set(spanOf(backup), backup);
  return [...newest.values()].slice(0, spans);
}

/**
 * Which of a folder's backups may be deleted: only what this installation's schedule made, is neither the newest of one of
 * the latest days nor of one of the latest months that have one, and is not the last that a drill found good. Days without a
 * backup do not count, so that nothing goes while none are made. `proven` names what drills found good.
 */
export function outdatedBackups<B extends KeptBackup>(
  backups: readonly B[],
  { daily, monthly }: KeepRules,
  { writer, proven }: { readonly writer: string; readonly proven: ReadonlySet<string> },
): readonly B[] {
  const own = backups
    .filter((backup) => backup.madeBy === "schedule" && backup.writer === writer)
    .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
  const lastProven = own.find(({ file }) => proven.has(file));
  const kept = new Set([
    ...own.slice(0, 1),
    ...(lastProven === undefined ? [] : [lastProven]),
    ...newestOf(own, ({ madeAt }) => dayInChina(madeAt), daily),
    ...newestOf(own, ({ madeAt }) => dayInChina(madeAt).slice(0, 7), monthly),
  ]);
  return own.filter((backup) => !kept.has(backup));
}
