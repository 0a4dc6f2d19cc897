/**
 * The main pages as they looked when somebody last looked at them, at three sizes: whatever changes one is seen here. After
 * a change that is meant, `npm run pictures -w tests` keeps today's pictures; look at them before they are committed.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, type Size, settle, sizes } from "../helpers/browser.ts";
import { differenceOf } from "../helpers/pictures/difference.ts";
import { halved, type Picture, readPicture, writePicture } from "../helpers/pictures/picture.ts";
import { people } from "./listed-pages.ts";
import { productAddress } from "./product.ts";

const folder = fileURLToPath(new URL("./pictures/", import.meta.url));
const isKept = process.env.PICTURES === "keep";
/** When the pictures are taken by the clock of the wall. */
const today = new Date("2025-10-12T10:00:00+08:00");
/** What is below so many px on a long page is more of the same. */
const mostHeight = 2000;

interface Pictured {
  readonly name: string;
  readonly address: string;
  readonly as?: keyof typeof people;
  readonly language?: "en";
  readonly theme?: "dark";
  readonly screens?: readonly Size[];
  /** Brings the opened page into the state that is pictured. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const month = "plan=gaoping-2022&month=2024-06&horizon=2025-12";
const chain = `/chain?${month}&subject=equipment-manufacturing`;
const pictured: readonly Pictured[] = [
  { name: "overview", address: `/overview?${month}` },
  { name: "overview-english-night", address: `/overview?${month}`, language: "en", theme: "dark", screens: ["office"] },
  { name: "chain", address: chain },
  { name: "chain-night", address: chain, theme: "dark", screens: ["phone"] },
  { name: "departments", address: `/departments?${month}` },
  { name: "departments-english", address: `/departments?${month}`, language: "en", screens: ["office"] },
  { name: "department", address: `/department?${month}` },
  { name: "places", address: "/places?month=2024-06&indicator=above-scale-enterprises.total.2025-12" },
  { name: "changes", address: `/changes?${month}&since=2023-06` },
  {
    name: "judging",
    address: "/judging?plan=gaoping-2022&horizon=2025-12",
    as: "office",
    prepare: async (page) => {
      await page.getByLabel("容许差距（百分点）").fill("5");
      await page.getByLabel("自何月起").fill("2024-01");
      await page.locator("[data-mark=moved]").first().waitFor();
    },
  },
  { name: "plan", address: "/plan?plan=gaoping-2022" },
  { name: "reporting", address: `/reporting?${month}` },
  {
    name: "wall",
    address: `/wall?${month}`,
    screens: ["wall", "office"],
    prepare: (page) => page.getByRole("button", { name: "暂停翻页" }).click(),
  },
  {
    name: "paper",
    address: "/paper?plan=lvliang-2022&department=lvliang-energy-bureau&period=2025-09&kind=report",
    as: "reporter",
    prepare: (page) => page.locator(".paper-table").waitFor(),
  },
];

/** The narrowest first: what has once been wide enough is no longer scrolled to where a narrow screen has it. */
const screensOf = ({ screens = ["phone", "office", "wall"] }: Pictured) => screens;

let browser: Browser;
let origin: string;
const desks = new Map<keyof typeof people, Reader>();
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
  mkdirSync(folder, { recursive: true });
});
afterAll(() => browser?.close());

/** The desk of somebody, the same for all of their pages. */
async function deskOf(person: keyof typeof people): Promise<Page> {
  const desk = desks.get(person) ?? (await openReader(browser, origin));
  const account = people[person];
  if (!desks.has(person) && account !== null)
    await desk.context.request.post("/api/session/demonstration", { data: { account } });
  if (!desks.has(person)) await desk.page.clock.setFixedTime(today);
  desks.set(person, desk);
  return desk.page;
}

/** Sets everything in the product's own font, whichever fonts the machine has, and waits for its letters. */
const setInOwnFont = (page: Page) =>
  page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { font-family: "Noto Sans SC Variable" !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const isServed = () => [...document.fonts].some(({ family }) => family.includes("Noto Sans SC Variable"));
    while (!isServed()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await document.fonts.ready;
  });

/**
 * The opened page on a screen: whole, up to where it is more of the same, as on a screen so high that nothing of it waits
 * for scrolling; a wall fills its screen and no more.
 */
async function pictureOn(page: Page, screen: Size, isWall: boolean): Promise<Picture> {
  const { width, height } = sizes[screen];
  await page.setViewportSize({ width, height: isWall ? height : mostHeight });
  await settle(page);
  // The strip of months comes by itself, and its place keeps its height until then.
  await page.waitForFunction(() => document.querySelector(".time-place:empty") === null);
  const foot = await page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().bottom ?? 0);
  const clip = { x: 0, y: 0, width, height: isWall ? height : Math.min(Math.ceil(foot), mostHeight) };
  return halved(readPicture(await page.screenshot({ animations: "disabled", caret: "hide", clip })));
}

/** Where today's picture and the differences from the kept one were put, null where there is none. */
function putDifference(name: string, today: Picture): string | null {
  const path = join(folder, `${name}.png`);
  if (isKept) writeFileSync(path, writePicture(today));
  const difference = existsSync(path) ? differenceOf(readPicture(readFileSync(path)), today) : { shown: today };
  if (difference === null) return null;
  const put = mkdtempSync(join(tmpdir(), `beizeng-${name}-`));
  writeFileSync(join(put, "today.png"), writePicture(today));
  writeFileSync(join(put, "difference.png"), writePicture(difference.shown));
  return put;
}

test.each(pictured)("$name looks as it did", async (each) => {
  const { name, address, as = "visitor", language, theme, prepare } = each;
  const page = await deskOf(as);
  const screens = screensOf(each);
  await page.setViewportSize(sizes[screens[0] ?? "office"]);
  await page.goto(language ? `${address}&lang=${language}` : address);
  await settle(page);
  await prepare?.(page);
  if (theme !== undefined) {
    await page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
  }
  await setInOwnFont(page);
  const others: string[] = [];
  for (const screen of screens) {
    const put = putDifference(`${name}-${screen}`, await pictureOn(page, screen, name === "wall"));
    if (put !== null)
      others.push(`on the ${screen} screen it is not as it was: see today.png and difference.png in ${put}`);
  }
  expect(others, "where it is meant: npm run pictures -w tests, and look at what it keeps").toEqual([]);
});

test("no picture is kept of what is no longer looked at", () => {
  const names = pictured.flatMap((each) => screensOf(each).map((screen) => `${each.name}-${screen}.png`));
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});
