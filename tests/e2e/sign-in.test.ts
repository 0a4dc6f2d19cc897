/** Signing in as somebody in the demonstration, and out again. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { productAddress } from "./product.ts";

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());

test.each(["desk", "phone"] as const)(
  "one click and one is the reviewer, another and one is nobody, on a %s",
  async (size) => {
    const { page, troubles, close } = await openReader(browser, origin, size);
    const address = "/chain?plan=gaoping-2022&month=2022-09&horizon=2022-12&subject=equipment-manufacturing";
    await page.goto(address);
    await settle(page);
    await page.getByRole("link", { name: "登录" }).click();
    await page.getByRole("button", { name: "市工信局审核员" }).click();
    await page.waitForURL(`**${address}`);
    await settle(page);
    expect(await page.locator(".session-known").textContent()).toBe("演示·高平市·市工信局审核员专班审核新动态退出");
    expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("link", { name: "登录" }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  },
);
