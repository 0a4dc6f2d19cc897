import { eq } from "drizzle-orm";
import { firstRow } from "../rows.ts";
import { inserting, type NewRow, reading, type Scope, writing } from "../statement.ts";
import type { Reader, Transaction } from "../store.ts";

/** Something that was chosen for the workspace; `value` is JSON. */
export type Setting = NewRow<"settings">;

const settingRow = reading(({ select, t, p }: Scope<{ key: string }>) => {
  const { key, value, changedAt, changedBy } = t.settings;
  return select({ key, value, changedAt, changedBy }).from(t.settings).where(eq(t.settings.key, p.key));
});

const settingInsertion = inserting("settings");

const settingDeletion = writing(({ build, t, p }: Scope<{ key: string }>) =>
  build.delete(t.settings).where(eq(t.settings.key, p.key)),
);

/** What was chosen under a key, null where nobody has. */
export async function findSetting(reader: Reader, key: string): Promise<Setting | null> {
  return firstRow(reader.all(settingRow, { key }));
}

/** Puts a choice in the place of the one that stands. */
export async function updateSetting(transaction: Transaction, setting: Setting): Promise<void> {
  await transaction.all(settingDeletion, { key: setting.key });
  await transaction.all(settingInsertion, setting);
}

/** Takes a choice back. */
export async function deleteSetting(transaction: Transaction, key: string): Promise<void> {
  await transaction.all(settingDeletion, { key });
}
