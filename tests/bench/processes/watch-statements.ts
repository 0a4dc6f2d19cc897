import Database from "better-sqlite3";

/** Watches every statement of this process from now on; `take` answers the longest since the last call, in milliseconds. */
export function watchStatements(): { take: () => number } {
  let longest = 0;
  const database = new Database(":memory:");
  const prototype: object = Object.getPrototypeOf(database.prepare("SELECT 1"));
  database.close();
  for (const name of ["all", "get", "run"]) {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new Error(`the driver has no ${name}`);
    const watched = function (this: unknown, ...given: unknown[]): unknown {
      const began = performance.now();
      try {
        return Reflect.apply(original, this, given);
      } finally {
        longest = Math.max(longest, performance.now() - began);
      }
    };
    Reflect.set(prototype, name, watched);
  }
  return {
    take: () => {
      const taken = longest;
      longest = 0;
      return taken;
    },
  };
}
