import type { WorkspaceKind } from "@beizeng/db/vocabulary";
import type { BackupRecord } from "./records.ts";
import type { BackupSettings } from "./settings.ts";

/** What the process of backups is asked for: a backup, what has served its time away, and a drill. */
export interface DailyOrder {
  readonly file: string;
  readonly workspace: WorkspaceKind;
  readonly settings: BackupSettings;
  /** The moment, ISO UTC. */
  readonly now: string;
}

/** What it says while it works; the last is `done`. */
export type DailyAnswer =
  | { readonly kind: "record"; readonly record: BackupRecord }
  | { readonly kind: "deleted"; readonly file: string }
  | { readonly kind: "done" };
