/** No acknowledged write is lost when the process is killed, and no value stands without its row of the audit. TRUST R1. */
import { expect, test } from "vitest";
import { killAndLook } from "./kill-loop.ts";

const seed = Number(process.env.KILL_SEED ?? Date.now() % 2 ** 31);
/** Each is a start of the whole product: the hundred that are wanted would take longer than all other tests of faults. */
const kills = 20;

test(`${kills} kills of the product under 8 writers (seed ${seed}): nothing acknowledged is lost`, async () => {
  const { acknowledged, servingAgain } = await killAndLook({ kills, seed });
  expect(acknowledged).toBeGreaterThan(kills);
  console.log(
    `serving again after ${Math.round(servingAgain.median)} ms, at most ${Math.round(servingAgain.longest)} ms`,
  );
}, 600_000);
