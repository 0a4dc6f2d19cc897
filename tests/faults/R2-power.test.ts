/** Whatever a power loss leaves of the log, the file opens to a state that was committed, and to no earlier one than was acknowledged. TRUST R2. */
import { expect, test } from "vitest";
import { openDamaged } from "./damaged-images.ts";
import { historyLength, recordHistory } from "./recorded-history.ts";

const seed = Number(process.env.IMAGE_SEED ?? Date.now() % 2 ** 31);
const images = 1000;

test(`${images} damaged images (seed ${seed}): none corrupt, none half`, async () => {
  const { powerLosses, shortened } = await openDamaged(await recordHistory(historyLength), { images, seed });
  expect(powerLosses).toBeGreaterThan(images / 2);
  expect(shortened).toBeGreaterThan(0);
}, 300_000);
