/** A page as everybody who sees it, on every screen, in both languages: nothing cut, nothing foreign, no barrier, no complaint of the browser. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, settle, sizes } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { type ListedPage, type Person, people } from "./listed-pages.ts";
import { productAddress } from "./product.ts";

export type Language = "zh-CN" | "en";
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

/** A browser before the product, for all tests of a file. */
export interface Looking {
  readonly browser: () => Browser;
  readonly origin: () => string;
  /** The desk of somebody, signed in once for all pages. */
  readonly deskOf: (person: Person) => Promise<Reader>;
}

/** Opens a browser before a file's tests and closes it after them. */
export function openLooking(): Looking {
  let opened: { browser: Browser; origin: string } | null = null;
  const readers = new Map<Person, Reader>();
  const now = () => {
    if (opened === null) throw new Error("the browser opens before the first test, not before");
    return opened;
  };
  beforeAll(async () => {
    const [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
    opened = { browser, origin };
  });
  afterAll(() => opened?.browser.close());
  return {
    browser: () => now().browser,
    origin: () => now().origin,
    deskOf: async (person) => {
      const known = readers.get(person);
      if (known) return known;
      const reader = await openReader(now().browser, now().origin);
      readers.set(person, reader);
      const account = people[person];
      if (account !== null) await signIn(reader.page, account);
      return reader;
    },
  };
}

async function signIn(page: Page, account: string) {
  await page.goto("/sign-in");
  const status = await page.evaluate(async (name) => {
    const body = JSON.stringify({ account: name });
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/session/demonstration", { method: "POST", headers, body })).status;
  }, account);
  expect(status).toBe(200);
}

/** Keeps a picture of the page where SCREENSHOTS names a folder for them. */
export async function picture(page: Page, name: string) {
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
export async function changeTo(page: Page, language: Language) {
  await page.getByRole("link", { name: nameOf[language], exact: true }).click();
  await page.waitForFunction((spoken) => document.documentElement.lang === spoken, language);
}

/** One test a page: opened by whom it is listed for and looked at on every screen in both languages. */
export function testPages(pages: readonly ListedPage[], { origin, deskOf }: Looking): void {
  test.each(pages)("$route as $as reads well on every screen ($asked)", async (listed) => {
    const { route, as, asked, prepare, isRefused } = listed;
    const { page, troubles } = await deskOf(as);
    troubles.length = 0;
    await page.setViewportSize(sizes.desk);
    const query = typeof asked === "function" ? await asked(origin()) : (asked ?? "");
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
}
