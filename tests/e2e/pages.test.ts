/** Every page on every screen in both languages: nothing cut, nothing foreign, no barrier, no complaint of the browser. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openReader, type Size, settle, sizes } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { productAddress } from "./product.ts";

const pages = {
  overview: "/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12",
  chain: "/chain?plan=gaoping-2022&month=2022-09&horizon=2022-12&subject=equipment-manufacturing",
  departments: "/departments?plan=gaoping-2022&month=2022-09&horizon=2022-12",
  department: "/department?plan=gaoping-2022&month=2022-09&horizon=2022-12",
  reporting: "/reporting?plan=gaoping-2022&month=2025-09&horizon=2025-12",
  months: "/months?plan=gaoping-2022",
  plan: "/plan?plan=gaoping-2022",
  "plan-editing": "/plan-editing?plan=gaoping-2022",
  "sign-in": "/sign-in?plan=gaoping-2022",
} as const;
/** Plans whose pages are of another shape: most targets and groups of units, no chains, few targets, standing ones. */
const otherPlans = ["lvliang-2022", "sanmenxia-2022", "jincheng-2023", "wenshang-2022"] as const;
const languages = ["zh-CN", "en"] as const;

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());

/** Keeps a picture of the page where SCREENSHOTS names a folder for them. */
async function picture(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function lookAt(page: Page, name: string, language: (typeof languages)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(sizes) as [Size, (typeof sizes)[Size]][]) {
    await page.setViewportSize(viewport);
    await settle(page);
    await picture(page, `${name}-${language}-${size}`);
    // The wall is the desk with more room: nothing else is there to be a barrier.
    const hindering = size === "wall" ? [] : await barriers(page);
    found.push(...[...(await faultsSeen(page, language)), ...hindering].map((fault) => `${size}: ${fault}`));
  }
  return found;
}

describe.each(languages)("in %s", (language) => {
  test.each(Object.entries(pages))("%s reads well on every screen", async (name, address) => {
    const { page, troubles, close } = await openReader(browser, origin);
    await page.goto(`${address}&lang=${language}`);
    await settle(page);
    expect(await lookAt(page, name, language)).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  test.each(otherPlans)("%s fits its pages", async (plan) => {
    const { page, troubles, close } = await openReader(browser, origin, "phone");
    const found: string[] = [];
    for (const name of Object.keys(pages)) {
      await page.goto(`/${name}?plan=${plan}&lang=${language}`);
      await settle(page);
      await picture(page, `${plan}-${name}-${language}-phone`);
      found.push(...(await faultsSeen(page, language)).map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});
