/** The auditor's way: who did what, a row opened, the table taken away, the anchor printed. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditAnchor } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { productAddress } from "./product.ts";

let browser: Browser;
let origin: string;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());

/** The demonstration's auditor at the desk, on the page to which they come by the menu. */
async function auditor(): Promise<Reader> {
  const reader = await openReader(browser, origin);
  const { page } = reader;
  await page.goto("/sign-in");
  await settle(page);
  await page.getByRole("button", { name: "审计员" }).click();
  await page.getByRole("link", { name: "审计", exact: true }).click();
  await page.locator(".audit-rows").waitFor();
  await settle(page);
  return reader;
}

test("a correction is found by its action, and shows the old figure and the new one", async () => {
  const { page, close } = await auditor();
  await page.getByRole("combobox", { name: "操作", exact: true }).selectOption({ label: "调整目标值" });
  await page.getByRole("button", { name: "查询" }).click();
  await page.waitForURL("**action=revise-target**");
  await settle(page);
  const row = page.locator(".audit-rows tbody").first();
  await row.getByRole("button", { name: "调整目标值" }).click();
  expect(await row.locator("del").count()).toBe(1);
  expect(await row.locator("dt").allTextContents()).toEqual(expect.arrayContaining(["目标值", "原因", "依据文件"]));
  await close();
});

test("what is taken away is what is shown, and the printed anchor is the API's", async () => {
  const { page, close } = await auditor();
  await page.getByLabel("从", { exact: true }).fill("2025-10-01");
  await page.getByRole("button", { name: "查询" }).click();
  await page.waitForURL("**since=2025-10-01**");
  await settle(page);
  const [newest] = await page.locator("th.audit-row").nth(1).allTextContents();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  const rows = readCsv(readFileSync(await (await downloading).path(), "utf8"));
  expect(rows.at(-1)?.slice(0, 2)).toEqual(["末行", newest]);
  const anchor: AuditAnchor = await page.evaluate(async () => (await fetch("/api/audit/anchor")).json());
  await page.getByRole("link", { name: "打印存证" }).click();
  await settle(page);
  expect(await page.locator(".anchor-command").textContent()).toBe(`npm run audit:verify -- --anchor=${anchor.text}`);
  await close();
});

test("nobody else has the page in their menu, and a visitor who asks for it is asked to sign in", async () => {
  const { page, close } = await openReader(browser, origin);
  await page.goto("/overview");
  await settle(page);
  expect(await page.locator(".masthead-page").allTextContents()).not.toContain("审计");
  await page.goto("/audit");
  await page.waitForURL("**/sign-in**");
  await close();
});
