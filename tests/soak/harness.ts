/** How a harness is run at its full size, or a part of it, and what it says of itself to the table of results. */
import { expect, test } from "vitest";
import type { SoakRow } from "./results.ts";

declare module "vitest" {
  interface TaskMeta {
    soak?: Pick<SoakRow, "promise" | "what" | "size" | "full" | "unit" | "seed" | "found">;
  }
}

/** The part of the full sizes that is run: 1 unless SOAK_SIZE says less. */
const part = Number(process.env.SOAK_SIZE ?? 1);

/** A size in whole pieces, by SOAK_SIZE. */
export const sized = (full: number): number => Math.max(1, Math.round(full * part));

/** A harness: which promise, what it runs, how much of what. */
export interface Harness {
  readonly promise: string;
  readonly what: string;
  readonly full: number;
  readonly unit: string;
  /** How much is run, where SOAK_SIZE is not what says so. */
  readonly size?: number;
  readonly isDrawn?: boolean;
}

const dayLong = 24 * 3_600_000;

/** Runs a harness as one test; what it answers is what was found, in words. SOAK_SEED draws the same again. */
export function soak(
  { promise, what, full, unit, size = sized(full), isDrawn = true }: Harness,
  run: (asked: { size: number; seed: number }) => Promise<string>,
): void {
  const seed = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 31);
  const title = `${promise} ${what}: ${size} of ${full} ${unit}${isDrawn ? ` (SOAK_SEED=${seed})` : ""}`;
  test(title, { timeout: 4 * dayLong }, async ({ task }) => {
    const row = { promise, what, size, full, unit, seed: isDrawn ? seed : null };
    task.meta.soak = { ...row, found: "" };
    const found = await run({ size, seed });
    expect(found).not.toBe("");
    task.meta.soak = { ...row, found };
  });
}
