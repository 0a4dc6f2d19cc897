/** The product itself as a process of its own over a workspace, reached by HTTP as clerks reach it, and killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { bundle } from "../../server/bin/bundle.mjs";
import { root } from "../../server/bin/install.mjs";

/** Below the packages, which the script needs; from the sources each start would take seconds. */
const folder = join(root, "node_modules", ".cache", "faults");

/** Makes the script that `startServed` runs. */
export const bundleProduct = (): Promise<void> => bundle({ served: "server/src/main.ts" }, folder);

/** The product while it serves. */
export interface Served {
  readonly address: string;
  readonly process: ChildProcess;
  /** From its start until it answered that it serves. */
  readonly milliseconds: number;
  /** Sends a signal, and waits until the process is gone. */
  readonly end: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
}

/** Starts the product over the production workspace of a folder, `before` it a program that runs it; waits until it serves. */
export async function startServed(dataFolder: string, before: readonly string[] = []): Promise<Served> {
  const began = performance.now();
  const [program = process.execPath, ...words] = [...before, process.execPath, join(folder, "served.mjs"), "serve"];
  const child = spawn(program, words, {
    env: { ...process.env, DATA_DIR: dataFolder, PORT: "0", HOST: "127.0.0.1", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (words: string) => {
        said += words;
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    void ended.then(() => reject(new Error(`the product ended before it served: ${said}`)));
  });
  await (await fetch(`${address}/api/health`)).arrayBuffer();
  return {
    ...{ address, process: child, milliseconds: performance.now() - began },
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
