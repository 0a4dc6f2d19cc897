/**
 * The thread in which the files of briefings are made, so that whoever asks anything else meanwhile does not wait: one order
 * at a time, the others in a queue. It begins with the first order and ends when there was none for a while.
 */
import { Worker } from "node:worker_threads";
import type { BriefingFile } from "../exports/briefing/files.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { FileOrder, Made } from "./orders.ts";

/** Makes files by orders. */
export interface Workshop {
  /** The files of an order, or why they were not made; never rejects. */
  make(order: FileOrder): Promise<Answer<readonly BriefingFile[]>>;
  /** How many orders wait or are being made. */
  orders(): number;
  /** Ends the thread; what is being made is refused. */
  close(): Promise<void>;
}

/** What a workshop may take; a test sets less. */
export interface WorkshopLimits {
  /** For one order. */
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
  /** Orders in the queue. */
  readonly waiting: number;
  /** Without an order, until the thread ends. */
  readonly idleMilliseconds: number;
}

const limits: WorkshopLimits = {
  ...{ milliseconds: 30_000, memoryMegabytes: 320, waiting: 12 },
  idleMilliseconds: 2_000,
};

/** Of what lives shortly the thread throws away more often than it would by itself, which spares some 60 MB. */
const shortLivedMegabytes = 4;

const script = new URL("./files-worker.mjs", import.meta.url);

const notMade = refuse({ code: "files-not-made" });

interface Waiting {
  readonly order: FileOrder;
  readonly answer: (answer: Answer<readonly BriefingFile[]>) => void;
}

/** Opens a workshop; `tell` hears of what went wrong, which is a mistake of ours or the machine's. */
export function openWorkshop(
  tell: (fault: unknown) => void,
  { milliseconds, memoryMegabytes, waiting: mostWaiting, idleMilliseconds }: WorkshopLimits = limits,
): Workshop {
  const queue: Waiting[] = [];
  let thread: Worker | null = null;
  let isBusy = false;
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  const endThread = async () => {
    const ended = thread;
    thread = null;
    await ended?.terminate();
  };

  const startThread = (): Worker => {
    const started = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: shortLivedMegabytes },
    });
    // One that ends, whatever by, takes no further order; what it died of is told by the order that it died of.
    started
      .on("error", () => {})
      .on("exit", () => {
        if (thread === started) thread = null;
      });
    // A process that has nothing else to do may end.
    started.unref();
    return started;
  };

  /** One order in the thread, which is given up where it does not answer. */
  const inThread = (order: FileOrder): Promise<Answer<readonly BriefingFile[]>> =>
    new Promise((resolve) => {
      thread ??= startThread();
      const used = thread;
      const done = (answer: Answer<readonly BriefingFile[]>, fault?: unknown) => {
        clearTimeout(clock);
        used.off("message", said).off("error", died).off("exit", left);
        if (fault !== undefined && !isClosed) tell(fault);
        resolve(answer);
      };
      const giveUp = (fault: unknown) => {
        if (thread === used) thread = null;
        void used.terminate();
        done(notMade, fault);
      };
      const said = (made: Made) => (made.ok ? done(give(made.files)) : done(notMade, new Error(made.fault)));
      const died = (error: Error) => giveUp(error);
      const left = (code: number) => giveUp(new Error(`the thread that makes files ended with ${code}`));
      const clock = setTimeout(
        () => giveUp(new Error(`an order of files took longer than ${milliseconds} ms`)),
        milliseconds,
      );
      used.on("message", said).on("error", died).on("exit", left);
      used.postMessage(order);
    });

  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(idle);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      next.answer(isClosed ? notMade : await inThread(next.order));
    }
    isBusy = false;
    idle = setTimeout(() => void endThread(), idleMilliseconds).unref();
  };

  return {
    make: (order) => {
      if (isClosed) return Promise.resolve(notMade);
      if (queue.length >= mostWaiting) return Promise.resolve(refuse({ code: "files-busy" }));
      return new Promise((answer) => {
        queue.push({ order, answer });
        void work();
      });
    },
    orders: () => queue.length + (isBusy ? 1 : 0),
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      await endThread();
    },
  };
}
