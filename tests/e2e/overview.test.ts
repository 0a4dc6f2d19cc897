/** 本月研判 as a leader uses it: opened, asked for other months, plans and languages, read as a table, sorted. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Assessment, Note, Progress, Text } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { ask, productAddress } from "./product.ts";
import { cellsOf, lightShown, targetShown } from "./shown.ts";

let browser: Browser;
let origin: string;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  reader = await openReader(browser, origin);
  page = reader.page;
});
afterEach(async () => {
  expect(reader.troubles).toEqual([]);
  await reader.close();
});

const progressOf = (plan: string, month: string, horizon: string) =>
  ask<Progress>(origin, `/api/plans/${plan}/progress?month=${month}&horizon=${horizon}`);

/** Which page the address names, and of which plan, month and horizon. */
const asked = () => {
  const { pathname, searchParams } = new URL(page.url());
  return [pathname, ...["plan", "month", "horizon"].map((name) => searchParams.get(name))];
};

/** Waits for the page of an address and holds it to the API: the sentence at its top is that month's own. */
async function expectMonth(plan: string, month: string, horizon: string, language: "zh" | "en" = "zh") {
  const { summary } = await progressOf(plan, month, horizon);
  await page.locator("h1", { hasText: summary[language] }).waitFor();
  await expect.poll(asked).toEqual(["/overview", plan, month, horizon]);
  await settle(page);
  expect(await page.locator("html").getAttribute("lang")).toBe(language === "zh" ? "zh-CN" : "en");
}

test("the bare address opens the first plan's latest period, and its headline says what the API says", async () => {
  await page.goto("/");
  // 高平 reports by quarter and the demonstration's clock stands at 2025-10-12.
  await expectMonth("gaoping-2022", "2025-09", "2025-12");
  const { headline } = await progressOf("gaoping-2022", "2025-09", "2025-12");
  const expected = headline
    .flatMap(({ assessments }) => assessments)
    .map((each) => [
      each.achievedText.zh,
      targetShown(each),
      each.expected.text,
      each.completion.text,
      lightShown(each),
    ]);
  const shown = await cellsOf(page.locator(".headline-table"));
  expect(shown.map((row) => row.slice(2))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});

test("what the page's header names travels once, though the page asks for it too", async () => {
  await page.goto("/overview?plan=gaoping-2022&month=2024-06&horizon=2025-12");
  await expectMonth("gaoping-2022", "2024-06", "2025-12");
  const travelled = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const asked = ["/api/session", "/api/plans", "/api/plans/gaoping-2022/progress?month=2024-06&horizon=2025-12"];
  const times = asked.map((address) => travelled.filter((name) => name === origin + address).length);
  expect(times).toEqual([1, 1, 1]);
});

test("the month's sentence is there before any script, by night on a dark paper, and stays until the page is whole", async () => {
  const asked = "/overview?plan=gaoping-2022&month=2024-06&horizon=2025-12";
  const { summary } = await progressOf("gaoping-2022", "2024-06", "2025-12");
  await page.emulateMedia({ colorScheme: "dark" });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(asked, { waitUntil: "commit" });
  await page.locator("main[aria-busy=true] h1", { hasText: summary.zh }).waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  const headings = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const look = () => {
          seen.push(document.querySelectorAll("main h1").length);
          if (document.querySelector(".headline-table")) resolve(seen);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  letGo();
  expect(new Set(await headings)).toEqual(new Set([1]));
  await expectMonth("gaoping-2022", "2024-06", "2025-12");
});

test("month, horizon, plan and language are chosen by keyboard and by select, and the address keeps them", async () => {
  await page.goto("/overview?plan=gaoping-2022&month=2022-09&horizon=2022-12");
  await expectMonth("gaoping-2022", "2022-09", "2022-12");

  await page.getByRole("button", { name: "上月" }).focus();
  await page.keyboard.press("Enter");
  await expectMonth("gaoping-2022", "2022-08", "2022-12");
  // The months of the select stand newest first.
  await page.getByLabel("月份", { exact: true }).focus();
  await page.keyboard.press("ArrowUp");
  await expectMonth("gaoping-2022", "2022-09", "2022-12");

  await page.getByRole("combobox", { name: "月份", exact: true }).selectOption("2023-06");
  await expectMonth("gaoping-2022", "2023-06", "2022-12");
  await page.getByRole("combobox", { name: "目标期", exact: true }).selectOption("2025-12");
  await expectMonth("gaoping-2022", "2023-06", "2025-12");
  await page.getByRole("combobox", { name: "方案", exact: true }).selectOption("lvliang-2022");
  await expectMonth("lvliang-2022", "2023-06", "2025-12");
  await page.getByRole("link", { name: "English" }).click();
  await expectMonth("lvliang-2022", "2023-06", "2025-12", "en");

  await page.reload();
  await expectMonth("lvliang-2022", "2023-06", "2025-12", "en");
  await page.goBack();
  await expectMonth("lvliang-2022", "2023-06", "2025-12");
  await page.goBack();
  await expectMonth("gaoping-2022", "2023-06", "2025-12");
  await page.goBack();
  await expectMonth("gaoping-2022", "2023-06", "2022-12");
});

/** A row of the table beside the chart of chains. */
const rowOf = (name: string, each: Assessment) => [
  name,
  each.achievedText.zh,
  targetShown(each),
  each.expected.text,
  each.gap.text,
  each.remaining.text,
  each.completion.text,
  lightShown(each),
];

test("the table beside the chart of chains has the API's figures, in the order asked for", async () => {
  await page.goto("/overview?plan=lvliang-2022&month=2025-09&horizon=2025-12");
  await expectMonth("lvliang-2022", "2025-09", "2025-12");
  const { chains } = await progressOf("lvliang-2022", "2025-09", "2025-12");
  const { notes } = await ask<{ notes: readonly Note[] }>(origin, "/api/plans/lvliang-2022/notes?month=2025-09");
  expect(notes.length).toBeGreaterThan(0);
  const named = ({ key, name }: { readonly key: string; readonly name: Text }) => {
    const count = notes.filter((note) => note.subject?.key === key).length;
    return count === 0 ? name.zh : `${name.zh} 批示${count}条`;
  };
  const chart = page.locator(".block-chains figure");
  const bars = chart.locator("svg.row-chart");
  await bars.waitFor();

  const [indicator = "", reading = ""] = (await chart.getByLabel("指标").inputValue()).split(".");
  const ofDocument = chains.flatMap(({ subject, assessments }) =>
    assessments
      .filter((each) => each.indicator === indicator && each.reading === reading)
      .map((each) => ({ each, row: rowOf(named(subject), each) })),
  );
  expect(ofDocument.length).toBeGreaterThan(5);
  const byGap = [...ofDocument].sort((one, other) => (other.each.gap.value ?? -1e9) - (one.each.gap.value ?? -1e9));
  const byCompletion = [...ofDocument].sort(
    (one, other) => (one.each.completion.value ?? 1e9) - (other.each.completion.value ?? 1e9),
  );
  const rows = (sorted: typeof ofDocument) => sorted.map(({ row }) => row);

  await chart.getByRole("button", { name: "改看表格" }).click();
  const table = chart.locator("table.figures");
  await table.waitFor();
  expect(await bars.isVisible()).toBe(false);
  expect(await cellsOf(table)).toEqual(rows(byGap));

  await chart.getByRole("combobox", { name: "排序", exact: true }).selectOption("completion");
  await expect.poll(() => cellsOf(table)).toEqual(rows(byCompletion));
  await chart.getByRole("combobox", { name: "排序", exact: true }).selectOption("document");
  await expect.poll(() => cellsOf(table)).toEqual(rows(ofDocument));
  expect(new URL(page.url()).searchParams.get("sort")).toBe("document");
});

test("what is behind is listed with how much is lacking, what is not reported with who owes it", async () => {
  await page.goto("/overview?plan=lvliang-2022&month=2025-09&horizon=2025-12");
  await settle(page);
  const progress = await progressOf("lvliang-2022", "2025-09", "2025-12");
  const judged = new Map(
    [...progress.headline, ...progress.chains, ...progress.tasks]
      .flatMap(({ assessments }) => assessments)
      .map((each) => [each.target, each]),
  );
  const behind = page.locator(".block-behind");
  expect(await behind.locator("li").count()).toBe(progress.behind.length);
  const worst = judged.get(progress.behind[0] ?? "");
  const lacking = worst?.light === "missed" ? worst.remaining : worst?.gap;
  expect(await behind.locator("li .short").first().textContent()).toBe(`差${lacking?.text}${worst?.unit.zh}`);

  const owed = page.locator(".block-unreported .owing");
  const units = [...new Set(progress.unreported.map(({ reportingUnit }) => reportingUnit.zh))];
  expect(await owed.locator("h3").allTextContents()).toEqual(units);
  expect(await owed.locator("li").count()).toBe(progress.unreported.length);
  expect(units.length).toBeGreaterThan(1);
});

test("light and dark are chosen by a press and kept on the device; what is printed is black on white", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/overview?plan=gaoping-2022&month=2024-06&horizon=2025-12");
  await settle(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"));
  const byNight = await ground();
  await page.getByRole("button", { name: "浅色", exact: true }).click();
  const byDay = await ground();
  expect([byDay, byDay === byNight]).toEqual(["#fff", false]);
  await page.getByRole("button", { name: "深色", exact: true }).click();
  await page.emulateMedia({ colorScheme: "light" });
  await page.reload();
  await settle(page);
  expect(await ground()).toBe(byNight);
  await page.emulateMedia({ media: "print" });
  expect(await ground()).toBe(byDay);
});
