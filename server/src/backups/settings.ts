/** What the environment says of backups: BACKUP_DIR, BACKUP_AT, BACKUP_KEEP and BACKUP_KEY_FILE. */
import { join, resolve } from "node:path";
import { readBackupKey } from "@beizeng/db";
import { ConfigError } from "../config-error.ts";
import type { KeepRules } from "./keep-rules.ts";

/** When, where and how long backups are kept. */
export interface BackupSettings {
  readonly folder: string;
  /** True where no folder was said: one within the data folder, which is made when it is needed. */
  readonly isOwnFolder: boolean;
  /** The minute of each day in China, HH:MM; null where none are made by themselves. */
  readonly at: string | null;
  readonly keep: KeepRules;
  /** The file of the key by which they are encrypted; null for plain ones. */
  readonly keyFile: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

function minuteOf(text: string): string | null {
  const [, minute] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?: Asia\/Shanghai)?$/.exec(text.trim()) ?? [];
  if (minute !== undefined) return minute;
  if (text.trim() === "off") return null;
  throw new ConfigError(
    `BACKUP_AT 应为北京时间的时刻，如 02:30，或 off（不自动备份），现为“${text}”。 BACKUP_AT must be a time of day in China such as 02:30, or off, not "${text}".`,
  );
}

function keepOf(text: string): KeepRules {
  const [, daily, monthly] = /^daily=(\d{1,4}),\s*monthly=(\d{1,4})$/.exec(text.trim()) ?? [];
  if (daily !== undefined && monthly !== undefined && Number(daily) > 0) {
    return { daily: Number(daily), monthly: Number(monthly) };
  }
  throw new ConfigError(
    `BACKUP_KEEP 应写成 daily=14,monthly=12（每日至少留一份），现为“${text}”。 BACKUP_KEEP is written daily=14,monthly=12, with at least one daily backup, not "${text}".`,
  );
}

/**
 * The settings of backups of a workspace in a data folder. Throws `ConfigError` for a value that cannot be used and
 * StoreProblem for a key file that cannot.
 */
export function readBackupSettings(environment: Environment, dataDirectory: string): BackupSettings {
  const { BACKUP_DIR, BACKUP_AT = "02:30", BACKUP_KEEP = "daily=14,monthly=12", BACKUP_KEY_FILE } = environment;
  if (BACKUP_DIR !== undefined && BACKUP_DIR.trim() === "") {
    throw new ConfigError("BACKUP_DIR 不能为空。 BACKUP_DIR must not be empty.");
  }
  const keyFile = BACKUP_KEY_FILE === undefined ? null : resolve(BACKUP_KEY_FILE);
  // A key that cannot be used is told at the start, and not at night.
  if (keyFile !== null) readBackupKey(keyFile);
  return {
    folder: BACKUP_DIR === undefined ? join(dataDirectory, "backups") : resolve(BACKUP_DIR),
    isOwnFolder: BACKUP_DIR === undefined,
    at: minuteOf(BACKUP_AT),
    keep: keepOf(BACKUP_KEEP),
    keyFile,
  };
}
