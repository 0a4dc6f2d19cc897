/** Served for three days at an even pace (TRUST R11). */
import { expect } from "vitest";
import { serveSteadily } from "../faults/steady.ts";
import { soak } from "./harness.ts";

const threeDays = 72 * 3600;
/** In less than this the memory is still finding its level. */
const shortestForMemory = 600;

soak(
  {
    promise: "R11",
    what: "50 requests a second, one in ten a write",
    full: threeDays,
    unit: "seconds",
    isDrawn: false,
  },
  async ({ size }) => {
    const { requests, wrong, megabytes, endingMilliseconds } = await serveSteadily(size);
    const [second, last] = megabytes;
    expect(wrong).toEqual({});
    expect(endingMilliseconds).toBeLessThan(10_000);
    if (size >= shortestForMemory) expect(last).toBeLessThan(second * 1.05);
    return `${requests} answered, none wrong; memory at least ${Math.round(second)} MB in the second quarter, ${Math.round(last)} MB in the last; ended ${Math.round(endingMilliseconds)} ms after SIGTERM`;
  },
);
