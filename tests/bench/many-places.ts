/**
 * `npm run many-places -w tests -- <origin>`: how smoothly 各地 scrolls with 117 places over 48 months. The demonstration at
 * `origin` has two places with such a target: their rows are answered again and again under other names until they are 117,
 * and their months until they are 48. Measured, never a test.
 */
import type { Route } from "playwright-core";
import { launchBrowser, openReader } from "../helpers/browser.ts";

const places = 117;
const months = 48;
const asked = "/places?month=2024-06&indicator=above-scale-enterprises.total.2025-12&group=none";

const monthAt = (place: number) => `${2022 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;

/** As many of a list as are wanted, from the beginning again when it ends. */
const repeated = <Entry>(list: readonly Entry[], count: number): Entry[] =>
  Array.from({ length: count }, (_, place) => list[place % list.length]).filter((entry) => entry !== undefined);

/** An answer about places, as it comes over the wire. */
interface AnsweredPlaces {
  months?: string[];
  rows: { plan: string; place: object; lights?: unknown[] }[];
}

async function multiplied(route: Route): Promise<void> {
  const response = await route.fetch();
  // What the product answers; only these members are read.
  const answer = (await response.json()) as AnsweredPlaces;
  answer.rows = repeated(answer.rows, places).map((row, place) => ({
    ...row,
    plan: `${row.plan}-${place}`,
    place: { zh: `第${place + 1}县（测试）`, en: `County ${place + 1}` },
    ...(row.lights && { lights: repeated(row.lights, months) }),
  }));
  if (answer.months) answer.months = Array.from({ length: months }, (_, place) => monthAt(place));
  await route.fulfill({ response, json: answer });
}

const origin = process.argv[2];
if (origin === undefined) throw new Error("name the address of a demonstration, such as http://127.0.0.1:3000");
const browser = await launchBrowser();
try {
  const { page } = await openReader(browser, origin);
  await page.route(/\/api\/headlines(\/lights)?\?/, multiplied);
  await page.goto(asked);
  await page.locator("svg.light-map").waitFor();
  const seen = await page.evaluate(async () => {
    const frames: number[] = [];
    const bottom = document.documentElement.scrollHeight - innerHeight;
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    // Down and up again in four seconds, as a hand does with a wheel.
    const began = last;
    while (last - began < 4_000) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
      const way = ((now - began) / 2_000) % 2;
      scrollTo(0, bottom * (way < 1 ? way : 2 - way));
    }
    const sorted = frames.toSorted((one, other) => one - other);
    return {
      rows: document.querySelectorAll("svg.light-map .row-name").length,
      height: bottom,
      perSecond: (frames.length / (last - began)) * 1000,
      slowest: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    };
  });
  console.log(
    `${seen.rows} places over ${months} months, ${seen.height} px scrolled through: ` +
      `${seen.perSecond.toFixed(1)} frames a second, 95 of 100 frames within ${seen.slowest.toFixed(1)} ms`,
  );
} finally {
  await browser.close();
}
