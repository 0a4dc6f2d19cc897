import { type Static, Type } from "typebox";
import { backupStandings } from "../domain/backup-standing.ts";
import { nullable, oneOf, Text } from "./common.ts";

const BackupStanding = oneOf(backupStandings, { $id: "BackupStanding" });
const BackupMaker = oneOf(["schedule", "command", "migration"], { $id: "BackupMaker" });

/** A backup that lies in the folder. */
const Backup = Type.Object(
  {
    file: Type.String(),
    madeAt: Type.String(),
    madeBy: BackupMaker,
    megabytes: Type.String(),
    ledgerRevision: Type.Integer(),
    isEncrypted: Type.Boolean(),
    isProven: Type.Boolean({ description: "Whether a drill restored it and found it good." }),
  },
  { $id: "Backup" },
);

/** What a drill compared, in numbers: what differs stands in the log, since it may be figures. */
const Checked = Type.Object(
  {
    ledgerRevision: Type.Integer(),
    auditRows: Type.Integer(),
    rows: Type.Integer({ description: "Derived rows." }),
    editions: Type.Integer(),
    figures: Type.Integer(),
    differences: Type.Integer(),
  },
  { $id: "Checked" },
);

/** What a backup or a drill came to. */
const BackupRecord = Type.Object(
  {
    kind: oneOf(["backup", "drill"], { $id: "BackupRecordKind" }),
    at: Type.String(),
    seconds: Type.Number(),
    file: nullable(Type.String()),
    isGood: Type.Boolean(),
    fault: nullable(Text),
    checked: nullable(Checked),
  },
  { $id: "BackupRecord" },
);

/** How backups stand, those that there are, and what drills found, newest first. */
export const Backups = Type.Object(
  {
    standing: BackupStanding,
    command: Type.String({ description: "The command that makes one by hand, as it is typed here." }),
    now: Type.String(),
    at: nullable(Type.String({ description: "The minute of each day in China, HH:MM." })),
    nextAt: nullable(Type.String()),
    daily: Type.Integer(),
    monthly: Type.Integer(),
    isEncrypted: Type.Boolean(),
    isOnSameDisk: Type.Boolean({ description: "Whether they would be lost with the disk of the data." }),
    backups: Type.Array(Backup),
    records: Type.Array(BackupRecord),
  },
  { $id: "Backups" },
);

export type Backups = Static<typeof Backups>;
