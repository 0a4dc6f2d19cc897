/** Every page as everybody who sees it, on every screen, in both languages: nothing cut, nothing foreign, no barrier, no complaint of the browser. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, settle, sizes } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { listedPages, type Person, people } from "./listed-pages.ts";
import { productAddress } from "./product.ts";

/** Plans whose pages are of another shape: most targets and groups of units, no chains, few targets, standing ones. */
const otherPlans = ["lvliang-2022", "sanmenxia-2022", "jincheng-2023", "wenshang-2022"] as const;
const pagesOfPlan = ["overview", "chain", "departments", "department", "reporting", "months", "plan"] as const;
type Language = "zh-CN" | "en";
const nameOf = { "zh-CN": "中文", en: "English" } as const;
/**
 * The wall and the wide desk are the office's screen with more room: axe is not asked there, nor English looked at, whose
 * words are cut on the narrower ones first. A phone has the same words in the same places: axe is asked in one language.
 */
const screens: readonly {
  name: string;
  viewport: { width: number; height: number };
  seen: Language[];
  axe: Language[];
}[] = [
  { name: "desk", viewport: sizes.desk, seen: ["zh-CN"], axe: [] },
  { name: "office", viewport: sizes.office, seen: ["zh-CN", "en"], axe: ["zh-CN", "en"] },
  { name: "wall", viewport: sizes.wall, seen: ["zh-CN"], axe: [] },
  { name: "phone", viewport: sizes.phone, seen: ["zh-CN", "en"], axe: ["zh-CN"] },
];

let browser: Browser;
let origin: string;
const readers = new Map<Person, Reader>();
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());

/** The desk of somebody, signed in once for all pages. */
async function deskOf(person: Person): Promise<Reader> {
  const known = readers.get(person);
  if (known) return known;
  const reader = await openReader(browser, origin);
  readers.set(person, reader);
  const account = people[person];
  if (account === null) return reader;
  await reader.page.goto("/sign-in");
  const status = await reader.page.evaluate(async (name) => {
    const body = JSON.stringify({ account: name });
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/session/demonstration", { method: "POST", headers, body })).status;
  }, account);
  expect(status).toBe(200);
  return reader;
}

/** Keeps a picture of the page where SCREENSHOTS names a folder for them. */
async function picture(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function lookAt(page: Page, name: string, language: Language): Promise<string[]> {
  const found: string[] = [];
  for (const { name: screen, viewport, axe } of screens.filter(({ seen }) => seen.includes(language))) {
    await page.setViewportSize(viewport);
    await settle(page);
    await picture(page, `${name}-${language}-${screen}`);
    const hindering = axe.includes(language) ? await barriers(page) : [];
    // By night only colours differ, whatever the language and the width.
    if (screen === "office" && language === "zh-CN") hindering.push(...(await barriersByNight(page)));
    found.push(...[...(await faultsSeen(page, language)), ...hindering].map((fault) => `${screen}: ${fault}`));
  }
  return found;
}

/** What hinders on dark paper, each finding saying so. */
async function barriersByNight(page: Page): Promise<string[]> {
  const show = (theme: string) =>
    page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
  await show("dark");
  const hindering = await barriers(page);
  await show("light");
  return hindering.map((barrier) => `dark: ${barrier}`);
}

/** The same page in the other language, as one changes it. */
async function changeTo(page: Page, language: Language) {
  await page.getByRole("link", { name: nameOf[language], exact: true }).click();
  await page.waitForFunction((spoken) => document.documentElement.lang === spoken, language);
}

describe("the list of pages", () => {
  test("has every address of the product", () => {
    const files = new URL("../../web/src/routes/", import.meta.url);
    const routes = readdirSync(files)
      .map((file) => readFileSync(new URL(file, files), "utf8"))
      .join("");
    const addresses = [...routes.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path);
    // The bare address only leads on.
    expect([...new Set(listedPages.map(({ route }) => route)), "/"].sort()).toEqual(addresses.sort());
  });

  test.each(Object.keys(people) as Person[])("has every page in the menu of %s", async (person) => {
    const { page } = await deskOf(person);
    await page.goto("/sign-in");
    await settle(page);
    const menu = await page
      .locator(".masthead-page")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const seen = listedPages.filter((each) => each.as === person || each.as === "visitor").map(({ route }) => route);
    const lacking = menu.map((href) => href?.split("?")[0] ?? "").filter((path) => !seen.includes(path));
    expect(lacking).toEqual([]);
    expect(menu.length).toBeGreaterThan(0);
  });
});

test.each(listedPages)("$route as $as reads well on every screen ($asked)", async (listed) => {
  const { route, as, asked, prepare, isRefused } = listed;
  const { page, troubles } = await deskOf(as);
  troubles.length = 0;
  await page.setViewportSize(sizes.desk);
  const query = typeof asked === "function" ? await asked(origin) : (asked ?? "");
  await page.goto(`${route}?${query}`);
  await settle(page);
  await prepare?.(page);
  const name = `${as}${route.replaceAll("/", "-")}`;
  const chinese = await lookAt(page, name, "zh-CN");
  // A refusal stays in the language in which it was asked for.
  if (isRefused) await page.goto(`${route}?${query}&lang=en`);
  else await changeTo(page, "en");
  const english = await lookAt(page, name, "en");
  expect({ chinese, english }).toEqual({ chinese: [], english: [] });
  if (!isRefused) expect(troubles).toEqual([]);
});

test.each(otherPlans)("%s fits its pages on a phone", async (plan) => {
  const { page, troubles, close } = await openReader(browser, origin, "phone");
  const found: string[] = [];
  const look = async (name: string, language: Language) => {
    await settle(page);
    await picture(page, `${plan}-${name}-${language}-phone`);
    found.push(...(await faultsSeen(page, language)).map((fault) => `${name}: ${fault}`));
  };
  for (const name of pagesOfPlan) {
    // Opened in English, changed to Chinese: either is a first language.
    await page.goto(`/${name}?plan=${plan}&lang=en`);
    await look(name, "en");
    await changeTo(page, "zh-CN");
    await look(name, "zh-CN");
  }
  expect(found).toEqual([]);
  expect(troubles).toEqual([]);
  await close();
});
