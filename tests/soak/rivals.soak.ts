/** Rival writers and reviewers at their full size: 64 of each for ten minutes (TRUST R8). */
import { expect, test } from "vitest";
import { letRivalsMeet } from "../rivals/rivals.ts";

test("64 clerks and 64 reviewers want the same paper for ten minutes", async () => {
  const { rounds, accepted, returned } = await letRivalsMeet({ seconds: 600 });
  expect([rounds > 1, accepted + returned]).toEqual([true, rounds]);
}, 1_200_000);
