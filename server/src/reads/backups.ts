/** How backups stand and what drills found, for who keeps the machine. */
import { storeProblems } from "@beizeng/db";
import type { BackupState } from "../backups/keeper.ts";
import type { BackupRecord } from "../backups/records.ts";
import { commandText } from "../command-text.ts";
import type { Backups } from "../contract/backups.ts";
import type { Reads } from "./reads.ts";

/** A month of nights, with some that were made by hand. */
const mostShown = 60;

const unknownFault = { zh: "程序出错，详见日志", en: "A fault of the program: see the log" };

/** Why something was not good, without what it was about: paths and figures stand in the log alone. */
function faultOf({ isGood, code, checked }: BackupRecord) {
  if (isGood || checked !== null) return null;
  return code === null ? unknownFault : storeProblems[code];
}

const off: Omit<Backups, "now" | "command"> = {
  ...{ standing: "off", at: null, nextAt: null, daily: 0, monthly: 0 },
  ...{ isEncrypted: false, isOnSameDisk: false, backups: [], records: [] },
};

/** The answer of GET /api/backups; `state` is null where nothing keeps any. */
export function readBackups({ now }: Reads, state: BackupState | null): Backups {
  const command = commandText("backup");
  if (state === null) return { ...off, now: now(), command };
  const { standing, nextAt, isOnSameDisk, settings, backups, records, proven } = state;
  return {
    ...{ standing, command, now: now(), at: settings.at, nextAt, ...settings.keep },
    isEncrypted: settings.keyFile !== null,
    isOnSameDisk,
    backups: backups.slice(0, mostShown).map(({ file, madeAt, madeBy, stored, ledgerRevision, encryption }) => ({
      ...{ file, madeAt, madeBy, ledgerRevision },
      megabytes: (stored.bytes / 1_000_000).toFixed(1),
      isEncrypted: encryption !== null,
      isProven: proven.has(file),
    })),
    records: records.slice(0, mostShown).map((record) => {
      const { kind, at, seconds, file, isGood, checked } = record;
      return { kind, at, seconds, file, isGood, fault: faultOf(record), checked };
    }),
  };
}
