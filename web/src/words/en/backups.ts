import type { backups as sourceOfBackups } from "../zh-CN/backups.ts";

/** Words of the page of backups, in English. */
export const backups: typeof sourceOfBackups = {
  title: "Backups and drills",
  standing: {
    good: "Backups are in order: the latest was restored on trial and found good.",
    waiting: "No backup of the last day yet: the service has just started and makes one within minutes.",
    overdue: "Overdue: no backup for more than a day. Look into the service's log, and run {{command}} by hand.",
    "drill-overdue":
      "The drill is overdue: the latest backup was not restored on trial for more than a day. Look into the service's log.",
    failed:
      "The latest backup failed; it is tried again each hour. The reason stands below, more in the service's log.",
    damaged:
      "The latest drill failed: the backup is damaged, or what it restores to does not agree with itself. Find out why today, make another backup, and keep the earlier good ones.",
    off: "This workspace is not backed up by itself.",
  },
  sameDisk:
    "The backups lie on the disk of the data and would be lost with it. Name a folder on another disk or machine by BACKUP_DIR.",
  schedule: "Schedule",
  daily: "daily at {{at}} (China time)",
  next: "Next",
  keep: "Kept",
  kept: "one of each of the last {{days}} days and {{months}} months",
  storing: "Stored",
  encrypted: "encrypted",
  plain: "not encrypted",
  files: "Backups",
  none: "No backup yet. Those made by the schedule and by {{command}} stand here.",
  file: "File",
  madeAt: "Made",
  maker: "By",
  makers: { schedule: "schedule", command: "hand", migration: "upgrade" },
  megabytes: "Size (MB)",
  revision: "Ledger revision",
  trial: "Trial",
  proven: "good",
  unproven: "not tried",
  records: "Record of backups and drills",
  noRecords: "No record yet.",
  at: "When",
  kind: { backup: "backup", drill: "drill" },
  deed: "What",
  outcome: "Outcome",
  seconds: "Took (s)",
  made: "made",
  passed:
    "good: {{rows}} derived rows, {{editions}} editions, {{figures}} figures and {{auditRows}} audit rows, no difference",
  differs: "bad: {{differences}} differences, see the service's log",
  bad: { backup: "failed: {{fault}}", drill: "bad: {{fault}}" },
};
