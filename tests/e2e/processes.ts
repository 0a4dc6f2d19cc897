/** Starting and ending the product's own commands, always by the process that was started. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const room = fileURLToPath(new URL("../../server/", import.meta.url));
const command = join(room, "bin", "start.mjs");
const watching = new URL("../helpers/connections.mjs", import.meta.url).href;

/** A started command: the process, what it has said so far, and its exit code once it has ended. */
export interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  /** Whom it has connected to and was not told to; asked once, after its end. */
  readonly connected: () => readonly string[];
}

/** Runs `npm start` (`demo`) or `npm run serve` (`serve`) with an environment of its own; `tell` hears what it says. */
export function startCommand(
  mode: string,
  environment: Readonly<Record<string, string>>,
  tell: (said: string) => void = () => undefined,
): Started {
  const folder = mkdtempSync(join(tmpdir(), "beizeng-connections-"));
  const noted = join(folder, "noted");
  const options = `${process.env.NODE_OPTIONS ?? ""} --import=${watching}`;
  const watched = { NODE_OPTIONS: options, NOTED_CONNECTIONS: noted, NOTED_BELOW: room };
  const started = spawn(process.execPath, [command, mode], {
    env: { ...process.env, ...watched, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that whichever step it is at can be ended with it.
    detached: true,
  });
  let said = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding("utf8").on("data", (words: string) => {
      said += words;
      tell(words);
    });
  }
  const ended = new Promise<number | null>((resolve) => started.once("close", resolve));
  const provider = environment.OIDC_ISSUER === undefined ? null : new URL(environment.OIDC_ISSUER);
  const isTold = (target: string) => provider !== null && [provider.host, `name ${provider.hostname}`].includes(target);
  const connected = () => {
    const lines = existsSync(noted) ? readFileSync(noted, "utf8").trim().split("\n") : [];
    rmSync(folder, { recursive: true, force: true });
    return lines.filter((target) => !isTold(target));
  };
  return { process: started, said: () => said, ended, connected };
}

/**
 * Ends a started command and what it has started; at once if it has ended already. Fails where it has connected to anybody
 * but the identity provider that it was given: nothing leaves the building (TRUST S11).
 */
export async function endCommand({ process: started, ended, connected }: Started): Promise<void> {
  const { pid, exitCode, signalCode } = started;
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGTERM");
  await ended;
  const others = connected();
  if (others.length > 0) throw new Error(`the product has connected to ${[...new Set(others)].join(", ")}`);
}
