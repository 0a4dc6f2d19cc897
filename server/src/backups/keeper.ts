/**
 * Backups by themselves: sees each minute whether one is due, and has a process of its own make and try it, so that no request
 * waits and a damaged file can end nothing but that process.
 */
import { fork } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { findBackups, writerOf } from "@beizeng/db";
import { type BackupStanding, backupStanding } from "../domain/backup-standing.ts";
import { latestMoment, nextMoment } from "./moments.ts";
import type { DailyAnswer, DailyOrder } from "./orders.ts";
import { appendRecord, type BackupRecord, provenBy, readRecords } from "./records.ts";

/** What is kept, and who hears of it. */
export interface KeeperOptions extends Omit<DailyOrder, "now"> {
  /** ISO UTC. */
  readonly now: () => string;
  readonly log: KeeperLog;
}

/** Where the log hears of backups. */
export interface KeeperLog {
  info(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** How backups stand, and what there is of them. */
export interface BackupState {
  readonly standing: BackupStanding;
  /** The next moment, ISO UTC; null where none are made by themselves. */
  readonly nextAt: string | null;
  /** Whether they lie on the disk of the data, and would be lost with it. */
  readonly isOnSameDisk: boolean;
  readonly settings: DailyOrder["settings"];
  /** Newest first. */
  readonly backups: ReturnType<typeof findBackups>;
  readonly records: readonly BackupRecord[];
  /** The files that a drill found good. */
  readonly proven: ReadonlySet<string>;
}

/** What the application knows of backups. */
export interface Keeper {
  state(): BackupState;
  /** Sees whether one is due; resolves when what is under way has ended. */
  look(): Promise<void>;
  /** Stops; what is being made is left unfinished and never taken for whole. */
  close(): Promise<void>;
}

const aMinute = 60 * 1000;
const anHour = 60 * aMinute;

const script = new URL("./backup-worker.mjs", import.meta.url);

/** What the log says while something is wrong, each hour. */
const complaints: Partial<Record<BackupStanding, string>> = {
  damaged: "最近一次备份演练不合格：请立即查明并另做备份。 The latest backup did not pass its drill.",
  failed: "最近一次备份没有做成。 The latest backup failed.",
  overdue: "备份逾期：已超过一天没有备份。 The backup is overdue: there was none for more than a day.",
  "drill-overdue": "备份演练逾期：已超过一天没有演练。 The drill is overdue: there was none for more than a day.",
};

const words = {
  backup: { good: "备份完成。 The backup is made.", bad: "备份失败。 The backup failed." },
  drill: { good: "备份演练合格。 The drill passed.", bad: "备份演练不合格。 The drill did not pass." },
} as const;

const isOnDiskOf = (folder: string, file: string): boolean =>
  !existsSync(folder) || statSync(folder).dev === statSync(file).dev;

/** Begins to keep backups of a workspace; the first is looked for after a minute. */
export function startKeeper({ file, workspace, settings, now, log }: KeeperOptions): Keeper {
  const { folder, at } = settings;
  const since = now();
  let underWay: { readonly ended: Promise<void>; readonly stop: () => void } | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;

  const state = (): BackupState => {
    const backups = findBackups(folder);
    const records = readRecords(folder);
    const proven = new Set(records.flatMap(provenBy));
    const hoursSince = (instant: string) => (Date.parse(now()) - Date.parse(instant)) / anHour;
    // What another installation has put there is no backup of this one.
    const newest = backups.find(({ writer }) => writer === writerOf(file));
    const drill = records.find(({ kind }) => kind === "drill");
    const standing = backupStanding({
      isScheduled: at !== null,
      backupHours: newest === undefined ? null : hoursSince(newest.madeAt),
      runningHours: hoursSince(since),
      isBackupGood: records.find(({ kind }) => kind === "backup")?.isGood ?? null,
      drill: drill === undefined ? null : { isGood: drill.isGood, hours: hoursSince(drill.at) },
    });
    const nextAt = at === null ? null : nextMoment(now(), at);
    return { standing, nextAt, isOnSameDisk: isOnDiskOf(folder, file), settings, backups, records, proven };
  };

  const hear = (record: BackupRecord) => {
    failedAt = record.kind !== "backup" || record.isGood ? failedAt : Date.parse(record.at);
    const { good, bad } = words[record.kind];
    if (record.isGood) log.info({ backup: record }, good);
    else log.error({ backup: record }, bad);
  };

  /** Something that no record could be made of: the process itself ended. */
  const hearDeath = (began: string, how: string) => {
    const record: BackupRecord = {
      ...{ kind: "backup", at: began, seconds: (Date.parse(now()) - Date.parse(began)) / 1000, file: null },
      ...{ isGood: false, code: null, detail: how, checked: null },
    };
    if (existsSync(folder)) appendRecord(folder, record);
    hear(record);
  };

  const run = (began: string) => {
    const child = fork(script, { execArgv: [] });
    let isDone = false;
    let isStopped = false;
    child.on("message", (answer: DailyAnswer) => {
      if (answer.kind === "record") hear(answer.record);
      if (answer.kind === "deleted")
        log.info({ file: answer.file }, "旧备份到期删除。 An outdated backup was deleted.");
      if (answer.kind === "done") isDone = true;
    });
    const ended = new Promise<void>((resolve) => {
      child.on("error", () => resolve());
      child.on("close", (code, signal) => {
        if (!isDone && !isStopped) hearDeath(began, `the process of backups ended with ${signal ?? code}`);
        underWay = null;
        resolve();
      });
    });
    const order: DailyOrder = { file, workspace, settings, now: began };
    child.send(order);
    const stop = () => {
      isStopped = true;
      child.kill("SIGKILL");
    };
    underWay = { ended, stop };
  };

  const lastTried = (records: readonly BackupRecord[]) => records.find(({ kind }) => kind === "backup")?.at ?? "";
  let tried = lastTried(readRecords(folder));
  let failedAt = Number.NEGATIVE_INFINITY;

  const isDue = (instant: string): boolean => {
    if (at === null) return false;
    // A clock that was put back must not stop backups until it has come so far again.
    if (tried < latestMoment(instant, at) || tried > instant) return true;
    return Date.parse(instant) - failedAt >= anHour && failedAt >= Date.parse(tried);
  };

  const look = async () => {
    const instant = now();
    if (underWay === null && isDue(instant)) {
      tried = instant;
      run(instant);
    }
    await underWay?.ended;
    const complaint = complaints[state().standing];
    if (complaint === undefined || Date.parse(instant) - toldAt < anHour) return;
    toldAt = Date.parse(instant);
    log.error({}, complaint);
  };

  const looking = () => void look().catch((error: unknown) => log.error({ err: error }, String(error)));
  const clock = setInterval(looking, aMinute).unref();
  return {
    state,
    look,
    close: async () => {
      clearInterval(clock);
      underWay?.stop();
      await underWay?.ended;
    },
  };
}
