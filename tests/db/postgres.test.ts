import { findLedgerRevision, inSnapshot, openStore } from "@beizeng/db";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestServer } from "../helpers/postgres.ts";
import { clockAt } from "../helpers/store.ts";
import { accept } from "./sample.ts";

const now = () => "2022-01-04T01:00:00.000Z";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function run(connection: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: connection });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const open = (connection: string, migrate = true) => openStore({ engine: "postgres", connection, now, migrate });

describe("a server that cannot keep its promises is refused", () => {
  test("nobody there", async () => {
    await expect(open("postgresql://postgres:x@127.0.0.1:1/none")).rejects.toMatchObject({
      code: "server-unreachable",
    });
  });

  const refusals: [string, string, string[], boolean][] = [
    ["an unmigrated database", "schema-unmigrated", [], false],
    ["another product's database", "not-a-store", ["CREATE TABLE notes (id integer)"], true],
  ];
  test.each(refusals)("%s: %s", async (_, code, statements, migrate) => {
    const { connection } = await server.createDatabase();
    await run(connection, ...statements);
    await expect(open(connection, migrate)).rejects.toMatchObject({ code });
  });

  const pasts: [string, string, string][] = [
    ["a newer schema", "schema-newer", `INSERT INTO schema_migrations VALUES (999, 'later', 'x', '${now()}')`],
    ["a schema with another past", "schema-foreign", "UPDATE schema_migrations SET sha256 = 'x' WHERE number = 1"],
  ];
  test.each(pasts)("%s: %s", async (_, code, statement) => {
    const { connection } = await server.createDatabase();
    await (await open(connection)).close();
    await run(connection, statement);
    await expect(open(connection)).rejects.toMatchObject({ code });
  });

  test("a server that does not sync: synchronous-not-full", async () => {
    const { connection } = await server.createDatabase();
    await run(connection, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
    try {
      await expect(open(connection)).rejects.toMatchObject({ code: "synchronous-not-full", message: /fsync=off/ });
    } finally {
      await run(connection, "ALTER SYSTEM RESET fsync", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.2)");
    }
    await (await open(connection)).close();
  });

  test("a database that acknowledges before it syncs is overruled", async () => {
    const { name, connection } = await server.createDatabase();
    await run(connection, `ALTER DATABASE ${name} SET synchronous_commit = off`);
    await (await open(connection)).close();
  });
});

test("a connection lost in the middle of a write loses the write and nothing else", async () => {
  const { connection } = await server.createDatabase();
  const store = await open(connection);
  const others =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  const opened = { store, clock: clockAt(now()) };
  await accept(opened, async () => undefined);
  const lost = accept(opened, () => run(connection, others));
  await expect(lost).rejects.toMatchObject({ code: "server-unreachable" });
  // Idle connections of the pool were lost too: each says so at most once.
  const revision = await findLedgerRevision(store).catch(() => findLedgerRevision(store));
  expect(revision).toBe(1);
  expect(await accept(opened, async (_, next) => next)).toBe(2);
  const inRead = inSnapshot(store, async (reader) => {
    await run(connection, others);
    return findLedgerRevision(reader);
  });
  await expect(inRead).rejects.toMatchObject({ code: "server-unreachable" });
  expect(await inSnapshot(store, findLedgerRevision)).toBe(2);
  await store.close();
});

test("writers of two processes take turns", async () => {
  const { connection } = await server.createDatabase();
  const stores = [await open(connection), await open(connection)];
  const write = (store: (typeof stores)[number]) =>
    accept({ store, clock: clockAt(now()) }, async (_, revision) => revision);
  const revisions = await Promise.all(Array.from({ length: 6 }, () => stores.map(write)).flat());
  expect(revisions.toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const store of stores) await store.close();
});
