/** The page of a chain: whole on one screen of an office, its views on the address, each chart to be taken away. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Comparison, Plan, Steps } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { faultsSeen } from "./faults-seen.ts";
import { ask, productAddress } from "./product.ts";
import { cellsOf } from "./shown.ts";

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
  await page.setViewportSize({ width: 1366, height: 768 });
});
afterEach(async () => {
  expect(reader.troubles).toEqual([]);
  await reader.close();
});

const month = "month=2024-06&horizon=2025-12";
const food = `/chain?plan=gaoping-2022&${month}&subject=agricultural-food-processing`;

test("stands on one screen of 1366 × 768, with few targets and with most", async () => {
  const { subjects, targets } = await ask<Plan>(origin, "/api/plans/lvliang-2022");
  const sizes = subjects
    .filter(({ kind }) => kind === "chain")
    .map(({ key }) => ({ key, size: targets.filter(({ subject }) => subject === key).length }));
  const most = sizes.toSorted((one, other) => other.size - one.size)[0];
  expect(most?.size).toBeGreaterThan(15);
  for (const address of [food, `/chain?plan=lvliang-2022&${month}&subject=${most?.key}`]) {
    await page.goto(address);
    await page.locator("svg.history-chart").first().waitFor();
    await settle(page);
    const seen = await page.evaluate(() => ({
      high: document.documentElement.scrollHeight,
      wide: document.documentElement.scrollWidth,
      end: document.querySelector("main")?.getBoundingClientRect().bottom,
      chart: document.querySelector("svg.history-chart")?.getBoundingClientRect().bottom,
    }));
    expect([seen.high, seen.wide]).toEqual([768, 1366]);
    expect(seen.end).toBeLessThanOrEqual(768);
    // The first charts are whole without any scrolling.
    expect(seen.chart).toBeLessThanOrEqual(768);
  }
});

test("分步 and 对比 have the API's figures, and every chart is taken away with its words and legend", async () => {
  await page.goto(food);
  const api = "/api/plans/gaoping-2022/subjects/agricultural-food-processing";
  const panel = page.locator(".chain-panel").first();
  await panel.locator("svg.history-chart").waitFor();
  await panel.locator(".chart-files > button").click();
  const coming = page.waitForEvent("download");
  await panel.getByRole("button", { name: "图 SVG" }).click();
  const svg = readFileSync(await (await coming).path(), "utf8");
  const title = (await panel.locator("h3").textContent()) ?? "";
  for (const words of [title, "高平市", "预测与80%区间", "部门填报数据，非统计部门发布数据", "演示数据", "2025"]) {
    expect(svg).toContain(words);
  }

  await page.getByRole("link", { name: "分步", exact: true }).click();
  const { groups } = await ask<Steps>(origin, `${api}/steps?month=2024-06`);
  await page.getByRole("heading", { name: groups[0]?.sentence.zh ?? "" }).waitFor();
  await page.locator("svg.step-chart").waitFor();
  await page.getByRole("button", { name: /改看表格/ }).click();
  expect((await cellsOf(page.locator(".chain-view table"))).map((row) => row.slice(0, 4))).toEqual(
    groups[0]?.quarters
      .toReversed()
      .map(({ name, gained, due, running }) => [name.zh, ...[gained, due, running].map(({ text }) => text)]),
  );

  await page.getByRole("link", { name: "对比", exact: true }).click();
  const compared = await ask<Comparison>(origin, `${api}/comparison?${month}`);
  await page.getByRole("heading", { name: compared.groups[0]?.sentence.zh ?? "" }).waitFor();
  const rows = page.locator(".chain-view g[data-row]");
  await rows.first().waitFor();
  expect(await rows.evaluateAll((found) => found.map((row) => row.getAttribute("data-row")))).toEqual(
    compared.groups[0]?.rows.map(({ assessment }) => assessment.target),
  );
  expect(new URL(page.url()).searchParams.get("view")).toBe("comparison");
  await rows.first().getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: compared.groups[0]?.rows[0]?.subject.name.zh ?? "" }).waitFor();
  await settle(page);
  expect(await faultsSeen(page, "zh-CN")).toEqual([]);
});
