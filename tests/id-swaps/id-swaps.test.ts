/** Whoever swaps an id in a request learns nothing and writes nothing. TRUST S1. */
import { expect, test } from "vitest";
import { askUnswapped, swapIds } from "./swap-ids.ts";

const seed = Number(process.env.SWAP_SEED ?? Date.now() % 2 ** 31);

test.each([
  ["everything", 1000],
  ["drafts", 500],
] as const)(
  `of two ledgers that differ in %s, %i swaps (seed ${seed}) tell nothing and write nothing`,
  async (differing, swaps) => {
    const { refused, answered, compared, faults } = await swapIds({ swaps, seed, differing });
    expect(faults).toEqual([]);
    expect([refused + answered, answered > swaps / 25, compared > swaps / 4]).toEqual([swaps, true, true]);
  },
  120_000,
);

test("without a swap every route takes its request, or refuses it by how things stand", async () => {
  const statuses = await askUnswapped();
  expect(Object.values(statuses).every((status) => status < 500)).toBe(true);
  // A wrong password, a demonstration's people in production, and a name that is not locked; nothing else is not there,
  // not allowed or not well asked, so that what is refused above is refused for its ids.
  expect(Object.entries(statuses).filter(([, status]) => status >= 400 && status < 409)).toEqual([
    ["POST /api/session", 401],
    ["POST /api/session/demonstration", 404],
    ["DELETE /api/security/locks/:name", 404],
  ]);
}, 60_000);
