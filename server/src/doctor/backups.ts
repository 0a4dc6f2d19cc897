/** The backups of a workspace: where they lie, how old the newest is, and what its last drill has found. */
import { existsSync, statSync } from "node:fs";
import { findBackups, writerOf } from "@beizeng/db";
import { readRecords } from "../backups/records.ts";
import type { BackupSettings } from "../backups/settings.ts";
import { commandText } from "../command-text.ts";
import { minuteInChina } from "../plans/china-day.ts";
import { about, type Finding, text } from "./finding.ts";

const anHour = 60 * 60 * 1000;
/** A day, and the time that a night's work takes. */
const wellHours = 26;
const badHours = 7 * 24;

function placeFinding({ folder, at }: BackupSettings, dataDirectory: string): Finding {
  const place = about("备份目录", "Backup folder");
  if (at === null) {
    return place.notice(
      text("BACKUP_AT=off：不自动备份。", "BACKUP_AT=off: none are made by themselves."),
      text(
        `去掉 BACKUP_AT，或另行安排 ${commandText("backup")}。`,
        `Take BACKUP_AT away, or have ${commandText("backup")} called.`,
      ),
    );
  }
  const isSameDisk = !existsSync(folder) || statSync(folder).dev === statSync(dataDirectory).dev;
  if (!isSameDisk) return place.ok(text(`${folder}，每日 ${at}（北京时间）。`, `every day at ${at}, China time.`));
  return place.notice(
    text(`${folder} 与数据在同一块磁盘上。`, "on the same disk as the data."),
    text(
      "这块盘坏了，数据和备份都没有了：把 BACKUP_DIR 设到另一块盘或网络存储。",
      "One broken disk would take both: point BACKUP_DIR to another disk or machine.",
    ),
  );
}

function ageFinding({ folder }: BackupSettings, file: string, now: string): Finding {
  const newest = about("最近备份", "Newest backup");
  const advice = text(
    `看服务日志里为什么没有备份；现在就做一次：${commandText("backup")}。`,
    `See in the service's log why none was made; make one now: ${commandText("backup")}.`,
  );
  const found = findBackups(folder).find(({ writer }) => writer === writerOf(file));
  if (found === undefined) return newest.notice(text("还没有。", "none yet."), advice);
  const hours = Math.floor((Date.parse(now) - Date.parse(found.madeAt)) / anHour);
  const shown = text(`${found.file}，${minuteInChina(found.madeAt)}，${hours} 小时前。`, `${hours} hours ago.`);
  if (hours <= wellHours) return newest.ok(shown);
  return hours <= badHours ? newest.notice(shown, advice) : newest.bad(shown, advice);
}

function drillFinding({ folder }: BackupSettings): Finding {
  const tried = about("恢复演练", "Restore drill");
  const last = readRecords(folder).find(({ kind }) => kind === "drill");
  if (last === undefined) {
    return tried.notice(
      text("还没有做过。", "none yet."),
      text("服务每日自动备份后会试恢复一次。", "The service tries the newest backup each day."),
    );
  }
  const shown = minuteInChina(last.at);
  if (last.isGood) return tried.ok(text(`${shown}，${last.file ?? ""} 合格。`, "good."));
  return tried.bad(
    text(`${shown}，${last.file ?? ""} 不合格：${last.detail ?? last.code ?? ""}。`, "not good."),
    text(
      `这份备份不能用来恢复：先另做一份（${commandText("backup")}），再用 ${commandText("verify")} 核对数据。`,
      `It cannot be restored from: make another (${commandText("backup")}), then see by ${commandText("verify")} whether the data are whole.`,
    ),
  );
}

/** The findings about the backups of a workspace's file. */
export const backupFindings = (
  settings: BackupSettings,
  { dataDirectory, file }: { readonly dataDirectory: string; readonly file: string },
  now: string,
): readonly Finding[] => [
  placeFinding(settings, dataDirectory),
  ageFinding(settings, file, now),
  drillFinding(settings),
];
