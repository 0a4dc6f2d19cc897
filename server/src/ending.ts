/** How the process ends, and what it does with a fault that nobody has caught. */
import type { FastifyBaseLogger } from "fastify";

/** What an end is made of. */
export interface Ending {
  /** All that has to be brought to its end; may reject. */
  readonly finish: () => Promise<void>;
  readonly log: Pick<FastifyBaseLogger, "error" | "fatal">;
  readonly exit: (code: number) => void;
  /** After how long it is given up. */
  readonly limitMilliseconds: number;
}

/** How long the whole end may take; a service manager that waits for thirty seconds never has to kill. */
export const endMilliseconds = 20_000;

/** The two ways to an end. */
export interface Endings {
  /** A signal: the first finishes and ends with 0, another ends at once with 1. */
  readonly onSignal: () => void;
  /**
   * An exception that nobody caught: what it has left half done is not known, so that the process finishes what has begun and
   * ends with 1, and its manager starts it anew. Never at once and never without a word: clerks keep their answers.
   */
  readonly onException: (error: unknown) => void;
  /**
   * A promise that was rejected and that nobody waited for: told, and no more. A transaction that fails is rolled back by itself
   * and memory holds nothing that is written; to end for it would let one odd request end everybody's day (ASVS 16.5.4).
   */
  readonly onRejection: (error: unknown) => void;
}

/** The ways to one end. */
export function endings({ finish, log, exit, limitMilliseconds }: Ending): Endings {
  let isEnding = false;
  const end = (code: number) => {
    isEnding = true;
    const clock = setTimeout(() => {
      log.fatal(`the end took longer than ${limitMilliseconds} ms`);
      exit(1);
    }, limitMilliseconds);
    finish().then(
      () => {
        clearTimeout(clock);
        exit(code);
      },
      (error: unknown) => {
        clearTimeout(clock);
        log.fatal({ err: error }, "the end went wrong");
        exit(1);
      },
    );
  };
  return {
    onSignal: () => (isEnding ? exit(1) : end(0)),
    onException: (error) => {
      log.fatal({ err: error }, "an exception that nobody caught: the process ends and is to be started anew");
      if (!isEnding) end(1);
    },
    onRejection: (error) => log.error({ err: error }, "a promise was rejected that nobody waited for"),
  };
}
