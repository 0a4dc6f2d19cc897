import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { bundle } from "../../server/bin/bundle.mjs";
import { root } from "../../server/bin/install.mjs";

/** A paper to be handed in: by which unit, for which quarter, with which value, under which key. */
export interface Asked {
  readonly unit: number;
  readonly period: string;
  readonly value: string;
  readonly key: string;
}

/** What a clerk got in hand, or why not. */
export type Answered =
  | { readonly key: string; readonly isRepeated: boolean; readonly receipt: { readonly submission: number } }
  | { readonly key: string; readonly refused: string };

/** A process in which clerks hand in. */
export interface Clerks {
  /** Asks without waiting; what is answered is told to the listener. */
  readonly ask: (asked: Asked) => void;
  /** Ends it as a power cut of the process does, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Below the packages, which the script needs; the process is started often, so it is bundled as the product is. */
const folder = join(root, "node_modules", ".cache", "faults");

/** Makes the script that `startClerks` runs. */
export const bundleClerks = (): Promise<void> => bundle({ clerks: "tests/faults/clerks-process.ts" }, folder);

/** Starts a process on the store's file and waits until it can be asked. */
export async function startClerks(file: string, hear: (answered: Answered) => void): Promise<Clerks> {
  const child: ChildProcess = fork(join(folder, "clerks.mjs"), [file], { stdio: "inherit" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    void ended.then(() => reject(new Error("the process ended before it could be asked")));
  });
  child.on("message", (answered: Answered) => hear(answered));
  return {
    ask: (asked) => child.send(asked),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
