/** An upgrade that is killed leaves the former schema or the new one, never one between, and the former file. TRUST R10. */
import { expect, test } from "vitest";
import { killUpgrades } from "./kill-migration.ts";

const seed = Date.now() % 2 ** 31;
const kills = 10;

test(`${kills} upgrades killed (seed ${seed}): the former schema or this one, and the former file kept`, async () => {
  const { beforeCopy, afterCopy, afterChange } = await killUpgrades({ kills, seed });
  expect(beforeCopy + afterCopy + afterChange).toBe(kills);
}, 120_000);
