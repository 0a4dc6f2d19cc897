import Database from "better-sqlite3";

/** Ends every session that a copy of a store holds: who signed out since it was made must not be signed in by it. */
export function endSessions(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma("synchronous = FULL");
    const hasSessions = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sessions'")
      .get();
    // The first schema had none.
    if (hasSessions !== undefined) database.exec("DELETE FROM sessions");
  } finally {
    database.close();
  }
}
