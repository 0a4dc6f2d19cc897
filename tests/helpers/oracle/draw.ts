import fc from "fast-check";

/** Draws for one case, all of them from one seed, so that fast-check can name a case by a number. */
export interface Draw {
  /** A whole number between two bounds, both included. */
  readonly whole: (from: number, to: number) => number;
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(all: readonly [T, ...T[]]) => T;
}

/** mulberry32: a small generator of even quality, from 0 to 1. */
function shares(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawing(seed: number): Draw {
  const next = shares(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    chance: (percent) => next() * 100 < percent,
    pick: (all) => all[whole(0, all.length - 1)] ?? all[0],
  };
}

/** A seed that a failure is reported by; seeds are not shrunk, as neighbouring seeds have nothing in common. */
export const anySeed = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 0xffffffff })));

/** What a drawing makes of a seed. */
export const fromSeed =
  <T>(make: (draw: Draw) => T) =>
  (seed: number): T =>
    make(drawing(seed));
