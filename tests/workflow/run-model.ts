import fc from "fast-check";
import { Desk, type Visited } from "./desk.ts";
import { moves, paperStates, roles } from "./model.ts";
import { anyStep } from "./steps.ts";

/** Every cell of the workflow's table, sorted. */
export const everyCell = (): readonly string[] =>
  paperStates.flatMap((state) => roles.flatMap((role) => moves.map((move) => `${state} ${role} ${move}`))).sort();

/** What is to be run; the same seed draws the same tries. */
export interface Asked {
  readonly runs: number;
  readonly steps: number;
  readonly seed: number;
}

/**
 * Runs so many sequences of so many tries, each on an application of its own, and answers the cells that were tried,
 * sorted. What differs is told with the seed, the sequence and the try.
 */
export async function runModel({ runs, steps, seed }: Asked): Promise<readonly string[]> {
  const visited: Visited = new Set();
  for (let run = 0; run < runs; run += 1) {
    const desk = await Desk.open(visited);
    let place = 0;
    try {
      for (const step of fc.sample(anyStep, { seed: seed + run, numRuns: steps })) {
        place += 1;
        await desk.take(step);
      }
      await desk.compare();
    } catch (error) {
      throw new Error(`seed ${seed}, sequence ${run}, try ${place}: ${error}`, { cause: error });
    } finally {
      await desk.close();
    }
  }
  return [...visited].sort();
}
