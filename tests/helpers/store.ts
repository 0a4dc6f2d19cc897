import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@beizeng/db";
import Database from "better-sqlite3";
import { Client } from "pg";
import type { FailingStorage } from "./failing-storage.ts";
import { startPostgres } from "./postgres.ts";

/** A clock that tests turn by hand; it stands until `set`. */
export type TestClock = { now: () => string; set: (instant: string) => void };

/** A clock standing at the given instant, ISO UTC with milliseconds. */
export function clockAt(instant: string): TestClock {
  let current = instant;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}

/** A migrated, empty store of its own in a temporary place. */
export type TestStore = {
  store: Store;
  clock: TestClock;
  /** Another connection's hand on the same data, for what the store itself would refuse; rows of a SELECT. */
  runRaw: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Closes the store and opens it again. */
  reopen: () => Promise<Store>;
  dispose: () => Promise<void>;
};

const start = "2022-01-04T01:00:00.000Z";

/** A temporary store on the embedded engine; nothing else is needed. */
export async function openTestStore(
  clock = clockAt(start),
  storage: Partial<Pick<FailingStorage, "connectTo">> = {},
): Promise<TestStore & { file: string }> {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-store-"));
  const file = join(folder, "store.db");
  const open = () =>
    openStore({ engine: "sqlite", file, now: clock.now, migrate: true, minimumFreeBytes: 0, ...storage });
  const test = {
    store: await open(),
    clock,
    file,
    runRaw: async (sql: string) => {
      const raw = new Database(file);
      try {
        const statement = raw.prepare<[], Record<string, unknown>>(sql);
        if (statement.reader) return statement.all();
        statement.run();
        return [];
      } finally {
        raw.close();
      }
    },
    reopen: async () => {
      await test.store.close();
      test.store = await open();
      return test.store;
    },
    dispose: async () => {
      await test.store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return test;
}

/** The engines on which the contract of the store holds. */
export const engines = ["sqlite", "postgres"] as const;

/** Opens temporary stores of one engine; `stop` ends what it needed. */
export type StoreSource = { open: (clock?: TestClock) => Promise<TestStore>; stop: () => Promise<void> };

/** A source of stores on either engine; PostgreSQL's starts a server of its own. */
export async function storeSource(engine: (typeof engines)[number]): Promise<StoreSource> {
  if (engine === "sqlite") return { open: openTestStore, stop: async () => undefined };
  const server = await startPostgres();
  // Migrated once; each store is a copy.
  const template = await server.createDatabase();
  await (await openStore({ engine, connection: template.connection, now: clockAt(start).now, migrate: true })).close();
  return {
    open: async (clock = clockAt(start)) => {
      const { connection } = await server.createDatabase(template.name);
      return openPostgresStore(connection, clock);
    },
    stop: server.stop,
  };
}

async function openPostgresStore(connection: string, clock: TestClock): Promise<TestStore> {
  const open = () => openStore({ engine: "postgres", connection, now: clock.now, migrate: true });
  const test = {
    store: await open(),
    clock,
    runRaw: async (sql: string) => {
      const client = new Client({ connectionString: connection });
      await client.connect();
      try {
        const { rows } = await client.query<Record<string, unknown>>(sql);
        return rows;
      } finally {
        await client.end();
      }
    },
    reopen: async () => {
      await test.store.close();
      test.store = await open();
      return test.store;
    },
    dispose: async () => test.store.close(),
  };
  return test;
}
