/** How backups stand, in one word: what the page says first, and what the log hears as an error. */

/** The words, the worst first. */
export const backupStandings = ["off", "damaged", "failed", "overdue", "drill-overdue", "waiting", "good"] as const;
export type BackupStanding = (typeof backupStandings)[number];

/** A day, and two hours for what takes long. */
const longestHours = 26;

/** What it is judged by. */
export interface BackupFacts {
  readonly isScheduled: boolean;
  /** Hours since the newest whole backup; null where there is none. */
  readonly backupHours: number | null;
  /** Hours since the service runs: what it could not do before is not held against it. */
  readonly runningHours: number;
  /** Whether the latest try to make one succeeded; null before the first. */
  readonly isBackupGood: boolean | null;
  /** The latest drill; null before the first. */
  readonly drill: { readonly isGood: boolean; readonly hours: number } | null;
}

/** How backups stand. */
export function backupStanding(facts: BackupFacts): BackupStanding {
  const { isScheduled, backupHours, runningHours, isBackupGood, drill } = facts;
  if (!isScheduled) {
    return "off";
  }
  if (drill?.isGood === false) {
    return "damaged";
  }
  if (isBackupGood === false) {
    return "failed";
  }
  if (backupHours === null || backupHours > longestHours) {
    return runningHours > longestHours ? "overdue" : "waiting";
  }
  return (drill?.hours ?? backupHours) > longestHours ? "drill-overdue" : "good";
}
