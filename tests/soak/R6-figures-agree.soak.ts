/** TRUST R6 at full size: a thousand drawn plans through all their files; `npm run soak -- R6`. */
import { expect, test } from "vitest";
import { faultsOfDrawn } from "../helpers/briefing/checked-plans.ts";

const plans = 1000;
const atOnce = 20;
const first = Number(process.env.FIGURES_SEED ?? Math.floor(Math.random() * 600_000));

test(`the files of ${plans} drawn plans say what the answer says (FIGURES_SEED=${first})`, {
  timeout: 3_600_000,
}, async () => {
  for (let from = 0; from < plans; from += atOnce) {
    const seeds = Array.from({ length: atOnce }, (_, index) => first + from + index);
    expect(await faultsOfDrawn(seeds)).toEqual([]);
  }
});
