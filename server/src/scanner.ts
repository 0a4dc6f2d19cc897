/** The office's own scanner of viruses, asked of every file that is sent in before anything is read or kept of it. ASVS 5.4.3. */
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { isAbsolute } from "node:path";
import { ConfigError } from "./config-error.ts";

/** What a scanner says of a file: nothing found, something found, or nothing that it could say. */
export type Scanned = "clean" | "infected" | "unknown";

/** Asks about the bytes of a file. */
export type Scan = (content: Uint8Array) => Promise<Scanned>;

/** A scanner that has not answered by then is taken for none. */
const longestMilliseconds = 30_000;

/**
 * The scanner that SCAN_COMMAND names, null where it names none: a program by its whole path and its words, separated by
 * spaces, which reads the file from its input and ends with 0 where it found nothing, with 1 where it did, as `clamdscan -` does. No shell
 * reads it. Throws `ConfigError` for a program that cannot be run.
 */
export function scannerOf(command: string | undefined, longest = longestMilliseconds): Scan | null {
  if (command === undefined) return null;
  const [program = "", ...words] = command.trim().split(/\s+/);
  if (!isAbsolute(program) || !canRun(program)) {
    throw new ConfigError(
      `SCAN_COMMAND 应为杀毒程序的完整路径及参数，如 /usr/bin/clamdscan --no-summary -，现为“${command}”。 SCAN_COMMAND must be the whole path of a scanner with its words, such as /usr/bin/clamdscan --no-summary -, not "${command}".`,
    );
  }
  return (content) =>
    new Promise((resolve) => {
      const scanner = spawn(program, words, { stdio: ["pipe", "ignore", "ignore"], timeout: longest });
      scanner.once("error", () => resolve("unknown"));
      scanner.once("close", (code) => resolve(code === 0 ? "clean" : code === 1 ? "infected" : "unknown"));
      // A scanner that has seen enough closes its input; what it says counts.
      scanner.stdin.on("error", () => undefined);
      scanner.stdin.end(content);
    });
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
