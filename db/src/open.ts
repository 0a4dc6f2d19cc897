import type { PostgresOptions } from "./postgres/engine.ts";
import { openSqlite, type SqliteOptions } from "./sqlite/engine.ts";
import { inspectSqlite, type StoreInspection, trySqlite } from "./sqlite/inspect.ts";
import { openSqliteReader } from "./sqlite/reader.ts";
import { type Storage, Store, type StoreReader } from "./store.ts";

/** How a store is opened: a file for the embedded engine, a connection for the server. */
export type StoreOptions = SqliteOptions | PostgresOptions;

/**
 * Opens a store that keeps what it promises, or throws the StoreProblem that says why it cannot. The clock is the
 * caller's; nothing here reads the time.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.engine === "sqlite") return new Store(await openSqlite(options), options.now);
  // Loaded only where it is asked for: the embedded engine starts without the server's driver.
  const { openPostgres } = await import("./postgres/engine.ts");
  return new Store(await openPostgres(options), options.now);
}

/**
 * Opens a store's file (or a copy of one) for reading alone, also while another process serves it. Throws StoreProblem
 * for a file that is not there or is not of this version.
 */
export function openReader(file: string): StoreReader {
  return openSqliteReader(file);
}

export type { StoreInspection };

/** Looks at a store's file without changing anything, whether it is served or not. Throws StoreProblem for one that is no store, or of another version. */
export function inspectStore(file: string): Promise<StoreInspection> {
  return inspectSqlite(file);
}

/** The files of a store as they are now; null where they are not on this machine. Throws where they cannot be looked at. */
export const findStorage = (store: Store): Storage | null => store.engine.storage();

/** The version of the embedded engine, after trying that it keeps what a store promises; throws the StoreProblem that says what it does not. */
export function tryEngine(): Promise<string> {
  return trySqlite();
}
