/** 大屏 in a meeting room: turns its pages, loads no form, stands through a lost line and says since when. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Wall } from "../../web/src/api/types.ts";
import { launchBrowser, openReader } from "../helpers/browser.ts";
import { barriers } from "./faults-seen.ts";
import { ask, productAddress } from "./product.ts";

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());

const question = "horizon=2025-12&month=2024-06";

test.each([
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
])("fills a wall of $width by $height, each page within its stage", async (size) => {
  const { page, troubles, close } = await openReader(browser, origin);
  await page.setViewportSize(size);
  const { progress, outlook } = await ask<Wall>(origin, `/api/plans/lvliang-2022/wall?${question}`);
  await page.goto(`/overview?plan=lvliang-2022&${question}`);
  await page.getByRole("link", { name: "大屏", exact: true }).click();
  // From the overview the wall goes on by itself: its address names no month.
  await page.locator(".wall-slide").waitFor();
  expect(new URL(page.url()).searchParams.has("month")).toBe(false);
  await page.goto(`/wall?plan=lvliang-2022&${question}`);
  await page.getByRole("heading", { name: progress.summary.zh }).waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  const dots = page.locator(".wall-dots span");
  const count = await dots.count();
  expect(count).toBeGreaterThan(3);
  for (let at = 1; at <= count; at += 1) {
    await page.getByRole("img", { name: `第${at}页，共${count}页` }).waitFor();
    const seen = await page.evaluate(() => {
      const slide = document.querySelector(".wall-slide");
      const box = document.querySelector(".wall-stage")?.getBoundingClientRect();
      return { hidden: (slide?.scrollHeight ?? 0) - (slide?.clientHeight ?? 0), width: Math.round(box?.width ?? 0) };
    });
    expect(seen).toEqual({ hidden: 0, width: size.width });
    if (at === 1) expect(await barriers(page)).toEqual([]);
    // What stands on the last page is the outlook's.
    if (at === count) await page.getByRole("heading", { name: outlook.sentence.zh }).waitFor();
    await page.keyboard.press("ArrowRight");
  }
  expect(troubles).toEqual([]);
  await close();
});

test("a wall that is opened asks for no form, turns by itself, and outlives its line", async () => {
  const { page, close } = await openReader(browser, origin);
  const scripts: string[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.endsWith(".js")) scripts.push(path);
  });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.clock.install();
  await page.goto(`/wall?plan=gaoping-2022&${question}`);
  const slide = page.locator(".wall-name");
  await slide.waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((path) => /paper|form|plan-editing|accounts|rest/i.test(path))).toEqual([]);
  const first = await page.locator("#wall-title").textContent();
  await page.clock.fastForward(20_000);
  await page
    .locator("#wall-title")
    .filter({ hasNotText: first ?? "" })
    .waitFor();
  await page.context().setOffline(true);
  await page.clock.fastForward(61_000);
  await page.getByRole("alert").filter({ hasText: "连接已断，所示为" }).waitFor();
  expect(await slide.count()).toBe(1);
  await page.context().setOffline(false);
  await page.clock.fastForward(61_000);
  await page.getByText(/^取数 \d\d:\d\d$/).waitFor();
  await close();
});

test("a wall that may not be shown says so, and what is not there is told from what is closed", async () => {
  const { page, close } = await openReader(browser, origin);
  await page.goto("/wall?plan=none&horizon=2025-12");
  await page.getByRole("heading", { name: "打不开这个大屏" }).or(page.getByText("打不开这个大屏")).first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText("大屏供会议室屏幕使用；手机上请看本月研判。").waitFor();
  await page.getByRole("link", { name: "退出大屏" }).click();
  await page.waitForURL(/\/overview/);
  await close();
});
