/** Backups hold the ledger whole; one changed bit anywhere, and whatever else is wrong, is found before anything changes. TRUST R9. */
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type BackupManifest, findAuditAnchor, findBackups, openStore, readBackupKey, StoreProblem } from "@beizeng/db";
import { verify } from "@beizeng/server/verify.ts";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertRoom } from "../../db/src/backup/make.ts";
import { drawnFrom } from "../helpers/drawn.ts";
import { signIn } from "../helpers/signed-in.ts";
import { flipInPlace, openSampleLedger, restoreTo, rowsOf } from "./sample-ledger.ts";

const seed = Number(process.env.BACKUP_SEED ?? Date.now() % 2 ** 31);
console.log(`BACKUP_SEED=${seed}`);

const key = Buffer.from("5a".repeat(32), "hex");
let ledger: Awaited<ReturnType<typeof openSampleLedger>>;
let plain: BackupManifest;
let secret: BackupManifest;
beforeAll(async () => {
  ledger = await openSampleLedger();
  plain = await ledger.back();
  secret = await ledger.back({ name: "secret", key });
});
afterAll(() => ledger.dispose());

const codeOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof StoreProblem ? error.code : String(error)),
  );

const pathOf = ({ file }: BackupManifest) => join(ledger.folder, file);

describe("what is restored is what was backed up", () => {
  test.each(["plain", "encrypted"])("%s, on another folder: every row, nothing derived differs", async (kind) => {
    const file = join(ledger.place(`other-${kind}`), "production.sqlite");
    await (kind === "plain" ? restoreTo(file, pathOf(plain)) : restoreTo(file, pathOf(secret), key));
    expect(rowsOf(file)).toEqual(rowsOf(ledger.file));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const store = await openStore({ engine: "sqlite", file, now: ledger.clock.now, migrate: false });
    expect(await findAuditAnchor(store)).toEqual(await findAuditAnchor(ledger.store));
    expect(await verify(store, "2022-10-12")).toMatchObject({ differences: [] });
    await store.close();
  });

  test("its manifest says what it is of", async () => {
    const { rows, hash } = await findAuditAnchor(ledger.store);
    expect(plain).toMatchObject({ workspace: "production", audit: { rows, hash }, encryption: null, schema: 10 });
    expect(plain.stored).toEqual(plain.database);
    expect(plain.stored.bytes).toBe(statSync(pathOf(plain)).size);
    expect(secret.stored.bytes).toBe(statSync(pathOf(secret)).size);
    expect(secret.database).toEqual(plain.database);
    expect(findBackups(ledger.folder).map(({ file }) => file)).toEqual(
      expect.arrayContaining(["kept.sqlite", "secret.sqlite.enc"]),
    );
  });

  test("nothing of the ledger can be read in an encrypted one", () => {
    expect(readFileSync(pathOf(plain)).includes("CREATE TABLE")).toBe(true);
    const bytes = readFileSync(pathOf(secret));
    for (const text of ["CREATE TABLE", "SQLite", "食品"]) expect([text, bytes.includes(text)]).toEqual([text, false]);
  });

  test("the same name is not written over, and no copy stays beside the store", async () => {
    const again = await ledger.back();
    expect(again.file).toBe("kept-2.sqlite");
    expect(readdirSync(join(ledger.file, "..")).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

describe("one changed bit is always found", () => {
  const tries = 60;
  test.each([
    ["a plain backup", () => pathOf(plain), ""],
    ["an encrypted backup", () => pathOf(secret), ""],
    ["the manifest of one", () => pathOf(plain), ".json"],
  ] as const)(`${tries} of %s`, async (_, path, ending) => {
    const drawn = drawnFrom(seed);
    const below = (size: number) => Math.floor(drawn() * size);
    const place = ledger.place("flipped");
    const backup = join(place, basename(path()));
    const target = join(ledger.place("flipped-target"), "production.sqlite");
    const size = statSync(`${path()}${ending}`).size;
    // The first and the last byte, and drawn ones between.
    const offsets = [0, size - 1, ...Array.from({ length: tries - 2 }, () => below(size))];
    for (const offset of offsets) {
      for (const end of ["", ".json"]) copyFileSync(`${path()}${end}`, `${backup}${end}`);
      flipInPlace(`${backup}${ending}`, offset, below(8));
      expect([offset, await codeOf(restoreTo(target, backup, key))]).toEqual([offset, "backup-damaged"]);
    }
    expect(readdirSync(join(target, "..")).filter((name) => !name.includes(".lock"))).toEqual([]);
  });
});

describe("a restore is refused, and nothing changes", () => {
  const refused = async (backup: string, own: Buffer | null = null) => {
    const place = ledger.place("standing");
    const file = join(place, "production.sqlite");
    writeFileSync(file, "what stands there", { mode: 0o600 });
    const code = await codeOf(restoreTo(file, backup, own));
    expect(readFileSync(file, "utf8")).toBe("what stands there");
    expect(readdirSync(place).filter((name) => !name.endsWith(".lock"))).toEqual(["production.sqlite"]);
    return code;
  };
  /** A copy of the store with something done to it, as a backup of its own. */
  const backupOf = async (name: string, sql: string) => {
    const file = join(ledger.place(name), "production.sqlite");
    await restoreTo(file, pathOf(plain));
    const raw = new Database(file);
    raw.pragma("foreign_keys = OFF");
    raw.exec(sql);
    raw.close();
    const made = await ledger.back({ file, name });
    return pathOf(made);
  };

  test("over a workspace in use", async () => {
    expect(await codeOf(restoreTo(ledger.file, pathOf(plain)))).toBe("file-in-use");
    expect(existsSync(`${ledger.file}.former`)).toBe(false);
  });
  test("without its manifest, without its key, with another key", async () => {
    const alone = join(ledger.place("alone"), "kept.sqlite");
    copyFileSync(pathOf(plain), alone);
    expect(await refused(alone)).toBe("backup-without-manifest");
    expect(await refused(pathOf(secret))).toBe("backup-key-missing");
    expect(await refused(pathOf(secret), Buffer.alloc(32))).toBe("backup-key-other");
  });
  test("of another kind of workspace", async () => {
    const demo = "UPDATE workspaces SET kind = 'demonstration', today = '2022-10-12'";
    expect(await refused(await backupOf("demo", demo))).toBe("backup-of-another-kind");
  });
  test("of a newer schema", async () => {
    const newer = "INSERT INTO schema_migrations VALUES (999, 'later', 'x', '2022-01-01T00:00:00.000Z')";
    expect(await refused(await backupOf("newer", newer))).toBe("schema-newer");
  });
  test("of a store whose keys lead nowhere, and of one whose audit was changed", async () => {
    const orphan = "INSERT INTO account_departments VALUES (99, 99)";
    expect(await refused(await backupOf("orphan", orphan))).toBe("backup-unsound");
    const changed = "DROP TRIGGER audit_rows_no_update; UPDATE audit_rows SET actor = 'x' WHERE id = 3";
    expect(await refused(await backupOf("changed", changed))).toBe("backup-unsound");
  });
  test("of a store with a damaged page", async () => {
    const damaged = await backupOf("damaged", "CREATE INDEX own ON audit_rows (actor)");
    const manifest: BackupManifest = JSON.parse(readFileSync(`${damaged}.json`, "utf8"));
    expect(manifest.file).toBe("damaged.sqlite");
    // An index that lacks an entry: the pages are as they were written, and yet wrong.
    const file = join(ledger.place("damaged"), "production.sqlite");
    const raw = new Database(file);
    raw.unsafeMode(true);
    raw.pragma("writable_schema = ON");
    raw.exec("UPDATE sqlite_schema SET sql = 'CREATE INDEX own ON audit_rows (action)' WHERE name = 'own'");
    raw.close();
    const made = await ledger.back({ file, name: "wrong-index" });
    expect(await refused(pathOf(made))).toBe("backup-unsound");
  });
});

test("what stood there is kept aside, with what its log held", async () => {
  const file = join(ledger.place("former"), "production.sqlite");
  await restoreTo(file, pathOf(plain));
  const other = new Database(file);
  other.pragma("journal_mode = WAL");
  other.pragma("wal_autocheckpoint = 0");
  other.exec("CREATE TABLE written_since (id INTEGER)");
  // As a killed process leaves it: the write stands in the log alone.
  for (const end of ["", "-wal"]) copyFileSync(`${file}${end}`, `${file}.killed${end}`);
  other.close();
  for (const end of ["", "-wal"]) copyFileSync(`${file}.killed${end}`, `${file}${end}`);
  await restoreTo(file, pathOf(plain));
  expect(rowsOf(file)).toEqual(rowsOf(ledger.file));
  expect(Object.keys(rowsOf(`${file}.former`))).toContain("written_since");
});

test("nobody is signed in by a restore", async () => {
  const person = { key: "guan", role: "admin", departments: [], now: ledger.clock.now() } as const;
  await signIn(ledger.store, person);
  const made = await ledger.back({ name: "signed-in" });
  expect(await ledger.runRaw("DELETE FROM sessions RETURNING token_hash")).toHaveLength(1);
  const file = join(ledger.place("signed-in"), "production.sqlite");
  await restoreTo(file, pathOf(made));
  expect(rowsOf(file)).toEqual(rowsOf(ledger.file));
  expect(readdirSync(dirname(file)).sort()).toEqual(["production.sqlite", "production.sqlite.lock"]);
});

test("a disk without room is told before anything is copied", () => {
  expect(() => assertRoom(ledger.folder, 1)).not.toThrow();
  expect(() => assertRoom(ledger.folder, Number.MAX_SAFE_INTEGER)).toThrow(
    expect.objectContaining({ code: "backup-without-room" }),
  );
});

test.each([
  ["a key file that everybody may read", "backup-key-open", "5a".repeat(32), 0o644],
  ["a key that is too short", "backup-key-unusable", "5a5a", 0o600],
  ["an empty one", "backup-key-unusable", "", 0o600],
])("%s is refused", (_, code, text, mode) => {
  const file = join(ledger.folder, "key");
  writeFileSync(file, text);
  chmodSync(file, mode);
  expect(() => readBackupKey(file)).toThrow(expect.objectContaining({ code }));
});

test("a key file that is not there is refused, a good one is read", () => {
  expect(() => readBackupKey(join(ledger.folder, "none"))).toThrow(
    expect.objectContaining({ code: "backup-key-unusable" }),
  );
  const file = join(ledger.folder, "good-key");
  writeFileSync(file, `${"5a".repeat(32)}\n`, { mode: 0o640 });
  expect(readBackupKey(file)).toEqual(key);
});
