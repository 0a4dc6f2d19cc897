/** How fast somebody may go on: so many at once, and then one more each so many seconds. ASVS 2.4.1. */
import { recentlyUsed } from "../plans/recently-used.ts";

/** So many at once, and then one more each so many seconds. */
export interface Pace {
  readonly atOnce: number;
  readonly seconds: number;
}

/** What a route carries beside words: a file that is made for the asker, or one that the asker sends. */
export type Carried = "export" | "upload";

/**
 * What nobody who works meets: an office that takes every table of 30 units for a year has 360 files, a clerk's quarter has
 * some 40 files of evidence.
 */
export const usualPaces: Readonly<Record<Carried, Pace>> = {
  export: { atOnce: 600, seconds: 1 },
  upload: { atOnce: 300, seconds: 2 },
};

/** Those kept in mind, who came last: a megabyte or two. */
const kept = 10_000;

/** What somebody may still have at once at an instant (milliseconds), and whether they were told to wait. */
interface Left {
  readonly files: number;
  readonly at: number;
  readonly isTold: boolean;
}

/** The paces of all who ask, in memory: a restart gives everybody all again, and nobody more than that. */
export function pacesKept() {
  const known = recentlyUsed<Left>(kept);
  return {
    /** Takes one at an instant (milliseconds): null, or for how many seconds to wait, and whether that was told before. */
    take(key: string, { atOnce, seconds }: Pace, at: number): { waitSeconds: number; isTold: boolean } | null {
      const before = known.find(key) ?? { files: atOnce, at, isTold: false };
      const files = Math.min(atOnce, before.files + Math.max(0, at - before.at) / (seconds * 1000));
      const isTaken = files >= 1;
      known.keep(key, { files: isTaken ? files - 1 : files, at, isTold: !isTaken });
      return isTaken ? null : { waitSeconds: Math.ceil((1 - files) * seconds), isTold: before.isTold };
    },
  };
}
