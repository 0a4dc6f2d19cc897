import Database from "better-sqlite3";
import { appendOnlyMessage } from "../schema/append-only.ts";
import { StoreProblem, type StoreProblemCode } from "../store-problem.ts";

/** The store's name for what the engine threw; anything that is no failure of data or storage passes unchanged. */
export function asStoreProblem(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = codeOf(error);
  return code === null ? error : new StoreProblem(code, error.message, { cause: error });
}

function codeOf({ code, message }: { code: string; message: string }): StoreProblemCode | null {
  if (message.startsWith(appendOnlyMessage)) return "append-only";
  if (code.startsWith("SQLITE_CONSTRAINT")) return "constraint-violated";
  if (code.startsWith("SQLITE_READONLY")) return "storage-read-only";
  if (code === "SQLITE_FULL") return "storage-full";
  if (code === "SQLITE_NOTADB") return "not-a-store";
  const isStorage = ["SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_CANTOPEN", "SQLITE_BUSY"].some((start) =>
    code.startsWith(start),
  );
  return isStorage ? "storage-failed" : null;
}
