import { DatabaseError } from "pg";
import { appendOnlyMessage } from "../schema/append-only.ts";
import { StoreProblem, type StoreProblemCode } from "../store-problem.ts";

/** The store's name for what the server answered; anything that is no failure of data or storage passes unchanged. */
export function asStoreProblem(error: unknown): unknown {
  if (isUnreachable(error)) return new StoreProblem("server-unreachable", error.message, { cause: error });
  if (!(error instanceof DatabaseError)) return error;
  const code = codeOf(error.code ?? "", error.message);
  return code === null ? error : new StoreProblem(code, error.message, { cause: error });
}

/** What the sockets and the driver throw, as far as it means that there is no server. */
function isUnreachable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (/^Connection terminated|not queryable$/.test(error.message)) return true;
  const codes = ["ECONNREFUSED", "ENOTFOUND", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOENT"];
  return "code" in error && codes.includes(String(error.code));
}

/** By the classes of SQLSTATE. */
function codeOf(state: string, message: string): StoreProblemCode | null {
  if (message.startsWith(appendOnlyMessage)) return "append-only";
  if (state === "25006") return "write-outside-transaction";
  if (state === "53100") return "storage-full";
  if (state.startsWith("23") || state === "22P02") return "constraint-violated";
  if (state.startsWith("57P")) return "server-unreachable";
  return state.startsWith("58") || state.startsWith("XX") ? "storage-failed" : null;
}
