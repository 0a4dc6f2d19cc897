/**
 * `npm run restore -- <backup> [--to=<folder>]`: checks a backup whole and puts it in the place of the workspace in DATA_DIR, or
 * in another folder. The service must be stopped; what stood there is kept beside it. BACKUP_KEY_FILE names the key
 * of an encrypted one.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readBackupKey, readManifestOf, restoreBackup, StoreProblem } from "@beizeng/db";
import { readCommandWords } from "./backups/command-words.ts";
import { readBackupSettings } from "./backups/settings.ts";
import { commandText } from "./command-text.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { minuteInChina } from "./plans/china-day.ts";
import { sentenceOf } from "./start-problems.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The backup's file, also where its manifest was named, and the folder that was said. */
function read(said: readonly string[]): { readonly backup: string; readonly to: string | null } {
  const told = readCommandWords(said);
  const [backup, ...more] = told?.words ?? [];
  if (told !== null && backup !== undefined && more.length === 0) {
    return { backup: resolve(backup.replace(/\.json$/, "")), to: told.to };
  }
  throw new ConfigError(
    `用法：${commandText("restore", "备份文件 [--to=目录]")}。 Usage: ${commandText("restore", "backup [--to=folder]")}.`,
  );
}

try {
  const { backup, to } = read(process.argv.slice(2));
  const { workspace, madeAt, ledgerRevision, audit } = readManifestOf(backup);
  if (workspace === null) throw new StoreProblem("backup-of-another-kind", backup);
  const { dataDirectory } = readConfig(workspace === "production" ? "serve" : "demo", process.env, root);
  const { keyFile } = readBackupSettings(process.env, dataDirectory);
  const folder = to ?? dataDirectory;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${workspace}.sqlite`);
  const minute = minuteInChina(new Date().toISOString()).replace(" ", "-").replace(":", "");
  const aside = join(folder, `${workspace}-before-restore-${minute}-${process.pid}.sqlite`);
  await restoreBackup({ backup, file, workspace, key: keyFile === null ? null : readBackupKey(keyFile), aside });
  console.log(
    `已恢复到 ${file}：${minuteInChina(madeAt)} 的备份，台账版本 ${ledgerRevision}，审计 ${audit.rows} 行。 Restored: the backup of ${madeAt}, ledger revision ${ledgerRevision}, ${audit.rows} audit rows.\n存证 anchor：${audit.rows}:${audit.hash}`,
  );
  if (existsSync(aside)) {
    console.log(
      `原来的库改存为 ${aside}，确认无误后由您删除。 The former workspace is kept there; it is yours to delete.`,
    );
  }
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
