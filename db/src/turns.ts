/** Things of which each serves one user at a time, in the order in which they were asked for. */
export type Turns<Thing> = {
  /** Waits for a free thing, uses it, and hands it on. */
  take<Answer>(use: (thing: Thing) => Promise<Answer>): Promise<Answer>;
  /** Resolves once nobody uses or waits for one. */
  idle(): Promise<void>;
};

/** Queues users for the given things; one thing makes a strict sequence. */
export function turns<Thing>(things: readonly Thing[]): Turns<Thing> {
  const free = [...things];
  const waiting: ((thing: Thing) => void)[] = [];
  const watchers: (() => void)[] = [];

  const next = async (): Promise<Thing> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const give = (thing: Thing): void => {
    const first = waiting.shift();
    if (first !== undefined) first(thing);
    else free.push(thing);
    if (free.length === things.length) for (const watcher of watchers.splice(0)) watcher();
  };

  return {
    async take(use) {
      const thing = await next();
      try {
        return await use(thing);
      } finally {
        give(thing);
      }
    },
    async idle() {
      if (free.length < things.length) await new Promise<void>((resolve) => watchers.push(resolve));
    },
  };
}
