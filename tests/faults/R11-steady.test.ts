/** Served at an even pace it answers all, and ends soon when told to; what grows over days is `npm run soak -- R11`. TRUST R11. */
import { expect, test } from "vitest";
import { serveSteadily } from "./steady.ts";

const seconds = 20;

test(`fifty requests a second for ${seconds} seconds are answered, and SIGTERM ends it`, async () => {
  const { requests, wrong, endingMilliseconds } = await serveSteadily(seconds);
  expect(wrong).toEqual({});
  expect(requests).toBeGreaterThan(45 * seconds);
  expect(endingMilliseconds).toBeLessThan(10_000);
}, 120_000);
