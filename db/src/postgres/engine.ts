import { type ClientBase, Pool } from "pg";
import type { Engine } from "../store.ts";
import { StoreProblem } from "../store-problem.ts";
import { connect, postgresCompiler } from "./connection.ts";
import { migratePostgres, writeLock } from "./migrate.ts";
import { asStoreProblem } from "./problems.ts";

export type PostgresOptions = {
  readonly engine: "postgres";
  /** postgresql://user:password@host:port/database */
  readonly connection: string;
  /** The clock, ISO UTC with milliseconds. */
  readonly now: () => string;
  /** Whether pending migrations are applied at opening; otherwise they refuse it. */
  readonly migrate: boolean;
  /** Reading connections, 4 when left out. */
  readonly readers?: number;
};

/** The oldest server that the contract tests have been run on. */
const oldestServer = 150_000;

/** Opens the server engine: one writing connection and a pool of read-only ones. Throws StoreProblem. */
export async function openPostgres({ connection, now, migrate, readers = 4 }: PostgresOptions): Promise<Engine> {
  const writers = new Pool({ connectionString: connection, max: 1, options: "-c synchronous_commit=on" });
  const readOnly = "-c default_transaction_read_only=on";
  const readingPool = new Pool({ connectionString: connection, max: readers, options: readOnly });
  for (const pool of [writers, readingPool]) {
    // A lost connection says so to whoever uses it next; unheard, its event would end the process.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
  }
  try {
    await withClient(writers, async (client) => {
      await assertServer(client);
      await migratePostgres(client, { migrate, now });
    });
  } catch (error) {
    await Promise.all([writers.end(), readingPool.end()]);
    throw asStoreProblem(error);
  }
  const compileOnce = postgresCompiler();
  const connectTo = (client: ClientBase | Pool) => connect(client, compileOnce);
  return {
    name: "postgres",
    reader: connectTo(readingPool),
    snapshot: (use) =>
      inBlock(readingPool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", (client) => use(connectTo(client))),
    transaction: (use) =>
      inBlock(writers, `BEGIN; SELECT pg_advisory_xact_lock(${writeLock})`, async (client) => {
        const answer = await use(connectTo(client));
        await assertSynchronousCommit(client);
        return answer;
      }),
    storage: () => null,
    close: async () => {
      await Promise.all([writers.end(), readingPool.end()]);
    },
  };
}

async function inBlock<Answer>(
  pool: Pool,
  begin: string,
  use: (client: ClientBase) => Promise<Answer>,
): Promise<Answer> {
  return withClient(pool, async (client) => {
    try {
      await client.query(begin);
      const answer = await use(client);
      await client.query("COMMIT");
      return answer;
    } catch (error) {
      throw asStoreProblem(error);
    }
  });
}

/** After a failure the client goes back to the pool only if it can roll back; a broken one is thrown away. */
async function withClient<Answer>(pool: Pool, use: (client: ClientBase) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asStoreProblem(error);
  });
  try {
    const answer = await use(client);
    client.release();
    return answer;
  } catch (error) {
    const isSound = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    client.release(!isSound);
    throw error;
  }
}

async function assertServer(client: ClientBase): Promise<void> {
  const version = await settingOf(client, "server_version_num");
  if (Number(version) < oldestServer) throw new StoreProblem("engine-too-old", `PostgreSQL ${version}`);
  for (const name of ["fsync", "full_page_writes"]) {
    const value = await settingOf(client, name);
    if (value !== "on") throw new StoreProblem("synchronous-not-full", `${name}=${value}`);
  }
  await assertSynchronousCommit(client);
}

async function assertSynchronousCommit(client: ClientBase): Promise<void> {
  const value = await settingOf(client, "synchronous_commit");
  if (value === "off" || value === "local")
    throw new StoreProblem("synchronous-not-full", `synchronous_commit=${value}`);
}

async function settingOf(client: ClientBase, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>("SELECT current_setting($1) AS value", [name]);
  return rows[0]?.value ?? "";
}
