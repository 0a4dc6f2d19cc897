import type { Statement } from "./statement.ts";
import { StoreProblem, storageProblemOf } from "./store-problem.ts";

/** A connection of an engine as the store uses it; each statement is prepared once on it. */
export type Connection = {
  /** All rows of a statement. */
  all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]>;
};

/** What an engine must offer; the two implementations are in sqlite/ and postgres/. */
export type Engine = {
  readonly name: "sqlite" | "postgres";
  /** Statements that each see the latest committed state. */
  readonly reader: Connection;
  /** Runs `use` on a connection of which all statements see one and the same committed state. */
  snapshot<Answer>(use: (connection: Connection) => Promise<Answer>): Promise<Answer>;
  /** Runs `use` as the only writer; commits when it answers, rolls back when it throws. */
  transaction<Answer>(use: (connection: Connection) => Promise<Answer>): Promise<Answer>;
  /** How large the engine's files are and what room their disk has; null where they are not here. Throws where they cannot be looked at. */
  storage(): Storage | null;
  close(): Promise<void>;
};

/** The files of a store, bytes. */
export type Storage = { readonly fileBytes: number; readonly logBytes: number; readonly freeBytes: number };

/** What the find* queries are given: the store itself (latest committed state), a snapshot, or a transaction. */
export type Reader = {
  all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]>;
};

/** A file that is only read: one committed state of it, whatever is written meanwhile. */
export type StoreReader = Reader & { close: () => void };

/** What the insert* and update* queries are given; valid only inside the `inTransaction` that made it. */
export class Transaction implements Reader {
  readonly #connection: Connection;
  #isOpen = true;
  #revision: number | null = null;
  #auditRows = 0;
  #failure: unknown = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]> {
    if (!this.#isOpen) throw new StoreProblem("transaction-over");
    this.#assertSound();
    try {
      return await this.#connection.all(statement, values);
    } catch (error) {
      if (storageProblemOf(error) !== null) this.#failure = error;
      throw error;
    }
  }

  /** Once the storage has failed the engine may have rolled back by itself: what came after would stand alone. */
  #assertSound(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** Whether the `inTransaction` that made it still runs. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The ledger revision that this write raised, null before. */
  get revision(): number | null {
    return this.#revision;
  }

  /** Notes the one revision of this write; a second is refused. */
  raiseRevision(revision: number): void {
    if (this.#revision !== null) throw new StoreProblem("revision-raised-twice", String(this.#revision));
    this.#revision = revision;
  }

  /** Notes an audit row that belongs to the revision raised. */
  noteAuditRow(): void {
    this.#auditRows += 1;
  }

  /** Before the commit: a revision without exactly one audit row is refused, and so is what the storage failed within. */
  settle(): void {
    this.#assertSound();
    if (this.#revision !== null && this.#auditRows !== 1) {
      throw new StoreProblem("revision-without-audit", `${this.#auditRows} for revision ${this.#revision}`);
    }
  }

  /** After the commit or rollback nothing can be done with it. */
  end(): void {
    this.#isOpen = false;
  }
}

/** An open store. It reads by itself; writes go through `inTransaction` alone. */
export class Store implements Reader {
  readonly engine: Engine;
  /** The clock that was passed in: ISO UTC with milliseconds. */
  readonly now: () => string;
  #isClosed = false;

  constructor(engine: Engine, now: () => string) {
    this.engine = engine;
    this.now = now;
  }

  all<Values, Row>(statement: Statement<Values, Row>, values: Values): Promise<Row[]> {
    if (this.#isClosed) return Promise.reject(new StoreProblem("store-closed"));
    return this.engine.reader.all(statement, values);
  }

  /** Throws `store-closed` once the store is closed. */
  assertOpen(): void {
    if (this.#isClosed) throw new StoreProblem("store-closed");
  }

  /** Waits for the writes under way, then lets go of the file or the server. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.engine.close();
  }
}
