/** Of rivals exactly one wins, the others are told, and nothing is overwritten unseen. TRUST R8. */
import { expect, test } from "vitest";
import { letRivalsMeet } from "./rivals.ts";

test("64 clerks and 64 reviewers want the same paper for 20 seconds", async () => {
  const { rounds, kept, accepted, returned } = await letRivalsMeet({ seconds: 20 });
  expect(rounds).toBeGreaterThan(1);
  expect(kept).toBeGreaterThanOrEqual(rounds);
  expect(accepted + returned).toBe(rounds);
}, 180_000);
