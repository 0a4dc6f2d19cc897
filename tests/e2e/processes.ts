/** Starting and ending the product's own commands, always by the process that was started. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../server/bin/start.mjs", import.meta.url));

/** A started command: the process, what it has said so far, and its exit code once it has ended. */
export interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** Runs `npm start` (`demo`) or `npm run serve` (`serve`) with an environment of its own; `tell` hears what it says. */
export function startCommand(
  mode: string,
  environment: Readonly<Record<string, string>>,
  tell: (said: string) => void = () => undefined,
): Started {
  const started = spawn(process.execPath, [command, mode], {
    env: { ...process.env, ...environment },
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
  return { process: started, said: () => said, ended };
}

/** Ends a started command and what it has started; at once if it has ended already. */
export async function endCommand({ process: started, ended }: Started): Promise<void> {
  const { pid, exitCode, signalCode } = started;
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGTERM");
  await ended;
}
