/**
 * `npm run light-map -w tests -- <origin>`: how smoothly 各地 scrolls with a province's 117 places and 48 months of lights. The
 * demonstration at `origin` gives page and answers, its places are made many here. Prints the frames of a second
 * while a wheel turns, and those that came late. Measured, never a test.
 */
import type { Page, Route } from "playwright-core";
import type { HeadlineLights, Headlines, Light, PlanSummary } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, settle } from "../helpers/browser.ts";

const places = 117;
const seconds = 3;
const rounds = 3;
/** A frame that comes later than this was missed by at least one: 50 a second are 20 ms each. */
const lateMilliseconds = 25;
const address = "/places?month=2025-09&indicator=above-scale-enterprises.new.2025-12&group=none";
const drawn: readonly Light[] = ["met", "on-schedule", "behind", "far-behind", "missed", "unreported", "not-due"];

/** The answers to a question with every place as often as it takes, each under a plan of its own. */
function manifold<Row extends { readonly plan: string }>(rows: readonly Row[]): Row[] {
  return Array.from({ length: places }, (_, at) => {
    const row = rows[at % rows.length];
    if (!row) throw new Error("the demonstration has no such target");
    return { ...row, plan: `place-${at}` };
  });
}

/** Lights that change now and then, as they do: a pattern of its own for each row. */
const patterned = (count: number, row: number) =>
  Array.from({ length: count }, (_, month) => drawn[(Math.floor(month / 3) * (row + 3) + row) % drawn.length] ?? null);

async function makeMany(page: Page): Promise<void> {
  const answer = async <Answer>(route: Route, change: (given: Answer) => Answer) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  };
  await page.route("**/api/plans", (route) =>
    answer<{ plans: readonly PlanSummary[] }>(route, (given) => ({
      ...given,
      plans: [
        ...given.plans,
        ...manifold(given.plans.map((plan) => ({ ...plan, plan: plan.key }))).map((each) => ({
          ...each,
          key: each.plan,
        })),
      ],
    })),
  );
  await page.route("**/api/headlines?*", (route) =>
    answer<Headlines>(route, (given) => ({ ...given, rows: manifold(given.rows) })),
  );
  await page.route("**/api/headlines/lights?*", (route) =>
    answer<HeadlineLights>(route, (given) => ({
      ...given,
      rows: manifold(given.rows).map((row, at) => ({ ...row, lights: patterned(given.months.length, at) })),
    })),
  );
}

/** Turns the wheel over the map for so long, and answers when each frame came. */
async function scrolled(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    const next = (now: number) => {
      frames.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const end = Date.now() + seconds * 1000;
  for (let down = 120; Date.now() < end; ) {
    await page.mouse.wheel(0, down);
    const isAtEnd = await page.evaluate(
      () => innerHeight + scrollY >= document.documentElement.scrollHeight - 2 || scrollY === 0,
    );
    if (isAtEnd) down = -down;
  }
  return page.evaluate("window.frames");
}

const origin = process.argv[2];
if (origin === undefined) throw new Error("name the address of a demonstration, such as http://127.0.0.1:3000");
const browser = await launchBrowser();
try {
  const { page } = await openReader(browser, origin);
  // What is run within the page was compiled to call this by the runner of this script.
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  await makeMany(page);
  await page.goto(address);
  await settle(page);
  const { rows, listed, cells } = await page.evaluate(() => ({
    rows: document.querySelectorAll("svg.light-map .row-name").length,
    listed: document.querySelectorAll(".place-table tbody tr").length,
    cells: document.querySelectorAll("svg.light-map *").length,
  }));
  console.log(`${rows} rows drawn by ${cells} elements, ${listed} rows in the table`);
  for (const isPointing of [false, true]) {
    const map = page.locator("svg.light-map");
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    // Beside the map, then over its cells, where each step points at another of them.
    await page.mouse.move((box?.x ?? 0) + (isPointing ? 700 : 40), 450);
    for (let round = 0; round < rounds; round += 1) {
      const frames = await scrolled(page);
      const gaps = frames.slice(1).map((now, at) => now - (frames[at] ?? now));
      const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
      const late = gaps.filter((gap) => gap > lateMilliseconds).length;
      console.log(
        `${isPointing ? "over the cells" : "beside them"}: ${((gaps.length / span) * 1000).toFixed(1)} frames a second, ${late} of ${gaps.length} late, the longest ${Math.max(...gaps).toFixed(0)} ms`,
      );
    }
  }
} finally {
  await browser.close();
}
