/** A server of the bench in a process of its own, and the few words that the bench has with it. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What can be asked of a server's process; each server answers some of it. */
export interface Questions {
  /** The port that the system gave, and the headers of somebody who may ask; none where anybody may. */
  readonly door: () => { readonly port: number; readonly headers: Readonly<Record<string, string>> };
  /** Processor time of the process so far, in microseconds. */
  readonly cpu: () => number;
  /** The day by the product's clock moves on: every ready answer is out of date. */
  readonly tomorrow: () => void;
  /** An accepted write that changes no figure raises the ledger's revision: everything kept is out of date. */
  readonly raise: () => Promise<void>;
  /** The headers of somebody who reports for a unit. */
  readonly clerk: (department: string) => Promise<Readonly<Record<string, string>>>;
  /** The headers of a leader of their own. */
  readonly leader: (name: string) => Promise<Readonly<Record<string, string>>>;
  /** The most memory that the process has held, in MB. */
  readonly memory: () => number;
  /** The longest statement and the longest time that the event loop was held up since the last call, in milliseconds. */
  readonly longest: () => { readonly statement: number; readonly eventLoop: number };
  /** The answers to return, as addresses with their bytes in base64. */
  readonly answers: (bodies: Readonly<Record<string, string>>) => void;
  /** Time of each of `count` rounds of the prepared statements alone, in milliseconds. */
  readonly statements: (path: string, count: number) => readonly number[];
  /** Writes that many reports of 40 values and their acceptance, in milliseconds each. */
  readonly writes: (count: number) => Promise<WriteTimes>;
}

/** Milliseconds of each durable write: the two actions, both by plain statements, and one page brought onto the disk. */
export interface WriteTimes {
  readonly submit: readonly number[];
  readonly accept: readonly number[];
  readonly plain: readonly number[];
  readonly sync: readonly number[];
}

type Name = keyof Questions;
type Given<N extends Name> = Parameters<Questions[N]>;
type Got<N extends Name> = Awaited<ReturnType<Questions[N]>>;

/** A running server. */
export interface Running {
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  ask<N extends Name>(name: N, ...given: Given<N>): Promise<Got<N>>;
  end(): Promise<void>;
}

interface Message {
  readonly id: number;
  readonly name: Name;
  readonly given: readonly unknown[];
}

/** In the server's process: answers what the bench asks, and ends when it lets go. */
export function answerQuestions(handlers: Partial<Questions>): void {
  process.on("message", async ({ id, name, given }: Message) => {
    // The two sides are typed by `Questions`; between them lies a channel of plain values.
    const handler = handlers[name] as ((...given: readonly unknown[]) => unknown) | undefined;
    if (handler === undefined) throw new Error(`this server is not asked for ${name}`);
    process.send?.({ id, got: await handler(...given) });
  });
  process.on("disconnect", () => process.exit(0));
}

/** Starts a server of `processes/` with its arguments and waits until it listens. */
export async function startProcess(entry: string, ...args: readonly string[]): Promise<Running> {
  const child = fork(fileURLToPath(new URL(entry, import.meta.url)), args, { stdio: "inherit" });
  const waiting = new Map<number, (got: unknown) => void>();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.on("message", (message: { id: number; got: unknown }) => {
    waiting.get(message.id)?.(message.got);
    waiting.delete(message.id);
  });
  let asked = 0;
  const ask = <N extends Name>(name: N, ...given: Given<N>): Promise<Got<N>> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, resolve as (got: unknown) => void);
      child.send({ id: asked, name, given } satisfies Message);
      void ended.then(() => reject(new Error(`${entry} ended before it answered ${name}`)));
    });
  const { port, headers } = await ask("door");
  return {
    port,
    headers,
    ask,
    end: async () => {
      child.disconnect();
      await ended;
    },
  };
}
