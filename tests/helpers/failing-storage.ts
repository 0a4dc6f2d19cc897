/** A storage of which a test says which call fails, and how: put below a store by its option `connectTo`. */
import Database, { type Database as Connection } from "better-sqlite3";

/** How a call fails: as the engine says it, with what the engine itself does to the transaction then. */
const failures = {
  "storage-failed": { code: "SQLITE_IOERR_WRITE", message: "disk I/O error", rollsBack: false },
  "storage-full": { code: "SQLITE_FULL", message: "database or disk is full", rollsBack: true },
  "storage-read-only": { code: "SQLITE_READONLY", message: "attempt to write a readonly database", rollsBack: false },
} as const;

/** The refusals of the store that a failing storage can cause. */
export type StorageFailure = keyof typeof failures;
export const storageFailures = Object.keys(failures) as readonly StorageFailure[];

/** The calls of the one writing connection, counted; whatever reads by itself has connections of its own. */
export class FailingStorage {
  private calls = 0;
  private failing: { readonly from: number; readonly until: number; readonly as: StorageFailure } | null = null;
  private writer: Connection | null = null;
  /** Whether the call that was to fail has been made. */
  isStruck = false;

  /** From now on the n-th call of the writer fails, counted from 1, with so many in all, and none after them. */
  failAt(call: number, as: StorageFailure, times = 1): void {
    this.calls = 0;
    this.isStruck = false;
    this.failing = { from: call, until: call + times, as };
  }

  /** No call fails any more. */
  heal(): void {
    this.failing = null;
    for (const pragma of ["query_only = OFF", "max_page_count = 1073741823"]) this.writer?.pragma(pragma);
  }

  /** The engine itself refuses every write: the file may not grow, or not be written. */
  refuseWrites(as: "storage-full" | "storage-read-only"): void {
    this.writer?.pragma(as === "storage-full" ? "max_page_count = 1" : "query_only = ON");
  }

  readonly connectTo = (file: string, options: { readonly: boolean }): Connection => {
    const connection = new Database(file, options);
    if (options.readonly) return connection;
    this.writer = connection;
    return this.watched(connection, connection);
  };

  private strike(connection: Connection): void {
    this.calls += 1;
    if (this.failing === null || this.calls < this.failing.from || this.calls >= this.failing.until) return;
    this.isStruck = true;
    const { code, message, rollsBack } = failures[this.failing.as];
    if (rollsBack && connection.inTransaction) connection.exec("ROLLBACK");
    throw new Database.SqliteError(message, code);
  }

  /** The same thing, of which each call that reaches the file is counted first. */
  private watched<Thing extends object>(thing: Thing, connection: Connection): Thing {
    const counted = ["exec", "run", "all", "get"];
    return new Proxy(thing, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (counted.includes(String(name))) this.strike(connection);
          const answer: unknown = Reflect.apply(value, target, given);
          // Statements answer themselves where they are only set up.
          const isStatement = name === "prepare" || answer === target;
          return isStatement && typeof answer === "object" && answer !== null
            ? this.watched(answer, connection)
            : answer;
        };
      },
    });
  }
}
