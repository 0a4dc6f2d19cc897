/**
 * `npm run backup [-- --to=<folder>] [demo|serve]`: one consistent file of the workspace with its manifest, also while it is
 * served, into BACKUP_DIR (or the folder that is said); encrypted where BACKUP_KEY_FILE names a key. What was written is read back
 * and tried by a real restore before it is called good.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBackup, readBackupKey } from "@beizeng/db";
import { readCommandWords } from "./backups/command-words.ts";
import { backupName } from "./backups/daily.ts";
import { drill } from "./backups/drill.ts";
import { readBackupSettings } from "./backups/settings.ts";
import { commandText } from "./command-text.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { dayInChina } from "./plans/china-day.ts";
import { sentenceOf } from "./start-problems.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function read(said: readonly string[]): { readonly mode: string; readonly to: string | null } {
  const told = readCommandWords(said);
  if (told !== null && told.words.length <= 1) return { mode: told.words[0] ?? "serve", to: told.to };
  throw new ConfigError(
    `用法：${commandText("backup", "[--to=目录] [demo|serve]")}。 Usage: ${commandText("backup", "[--to=folder] [demo|serve]")}.`,
  );
}

try {
  const { to, mode } = read(process.argv.slice(2));
  const { kind, file, dataDirectory } = readConfig(mode, process.env, root);
  const settings = readBackupSettings(process.env, dataDirectory);
  const folder = to ?? settings.folder;
  const key = settings.keyFile === null ? null : readBackupKey(settings.keyFile);
  const now = new Date().toISOString();
  const place = { file, folder, mayMakeFolder: to === null && settings.isOwnFolder, name: backupName(kind, now) };
  const made = await makeBackup({ ...place, madeBy: "command", madeAt: now, key });
  const { file: name, ledgerRevision, audit, stored, encryption } = made;
  const backup = join(folder, name);
  const trial = { backup, folder: `${file}.command-drill.unfinished` };
  const { differences } = await drill({ ...trial, workspace: kind, key, today: dayInChina(now) });
  for (const difference of differences) console.error(difference);
  const size = (stored.bytes / 1_000_000).toFixed(1);
  console.log(
    `备份${encryption === null ? "" : "（已加密）"}：${backup}，${size} MB，台账版本 ${ledgerRevision}，审计 ${audit.rows} 行；试恢复${differences.length === 0 ? "合格" : "不合格"}。`,
  );
  console.log(
    `Backup${encryption === null ? "" : " (encrypted)"}: ${backup}, ${size} MB, ledger revision ${ledgerRevision}, ${audit.rows} audit rows; ${differences.length} differences when it was restored on trial.\n存证 anchor：${audit.rows}:${audit.hash}`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
