/** Broken questions, a service that is away or slow: a sentence, what is kept, and a way on. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { productAddress } from "./product.ts";

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
afterEach(() => reader.close());

const whole = "plan=gaoping-2022&month=2022-09&horizon=2022-12";
/** Addresses that ask what cannot be answered, with what the sentence must name. */
const broken = [
  ["an unknown plan", "/overview?plan=nowhere-2022&month=2022-09&horizon=2022-12", ["nowhere-2022", "gaoping-2022"]],
  ["a malformed month", "/overview?plan=gaoping-2022&month=2022-9&horizon=2022-12", ["month"]],
  ["a month before the plan", "/overview?plan=gaoping-2022&month=2021-11&horizon=2022-12", ["2021-11"]],
  ["a month that has not come", "/departments?plan=gaoping-2022&month=2031-01&horizon=2025-12", ["2031-01"]],
  ["an unknown horizon", "/overview?plan=gaoping-2022&month=2022-09&horizon=2024-12", ["2024-12", "2025-12"]],
  ["an unknown attribution", `/departments?${whole}&attribution=everybody`, ["attribution"]],
  ["an unknown subject", `/chain?${whole}&subject=shipbuilding`, ["shipbuilding"]],
  ["an unknown plan of a document", "/plan?plan=nowhere-2022", ["nowhere-2022"]],
] as const;

describe("a question that cannot be answered", () => {
  test.each(broken)("%s is told in a sentence and has a way back", async (_case, address, named) => {
    await page.goto(address);
    const note = page.getByRole("alert");
    await note.waitFor();
    expect(await note.getByRole("heading").textContent()).toBe("这个网址上的查询条件不成立。");
    const sentence = await note.locator(".note-sentence").textContent();
    for (const word of named) expect(sentence).toContain(word);
    // The frame stays: other pages and other choices are one key away.
    expect(await page.getByRole("navigation", { name: "主要页面" }).getByRole("link").count()).toBe(5);

    await note.getByRole("link").click();
    await page.locator("h1", { hasText: "产业链" }).waitFor();
    await settle(page);
    expect(new URL(page.url()).pathname).toBe("/overview");
    expect(new URL(page.url()).searchParams.get("month")).toBe("2025-09");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("an address that is no page says so and leads to 本月研判", async () => {
    await page.goto("/no-such-page");
    await page.getByRole("heading", { level: 1, name: "没有这个页面。" }).waitFor();
    await page.locator("main").getByRole("link").click();
    await page.locator(".headline-table").waitFor();
  });
});

describe("a service that does not answer", () => {
  test("is told, keeps address and choices, and is asked again by one key", async () => {
    const figures = "**/api/plans/*/progress*";
    await page.route(figures, (route) => route.abort());
    await page.goto(`/overview?${whole}`);
    const note = page.getByRole("alert");
    await note.waitFor();
    expect(await note.getByRole("heading").textContent()).toBe("没有连上服务。");
    expect(await page.getByLabel("月份", { exact: true }).inputValue()).toBe("2022-09");
    expect(page.url()).toContain(whole);

    await page.unroute(figures);
    await note.getByRole("button", { name: "再试一次" }).click();
    await page.locator(".headline-table").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(page.url()).toContain(whole);
  });

  test("at the first question of all is told too, and the page comes when it answers again", async () => {
    await page.route("**/api/**", (route) => route.abort());
    await page.goto("/");
    const note = page.getByRole("alert");
    await note.waitFor();
    await page.unroute("**/api/**");
    await note.getByRole("button", { name: "再试一次" }).click();
    await page.locator(".headline-table").waitFor();
  });

  test("because it failed tells the number of the request", async () => {
    const body = JSON.stringify({ code: "internal", message: "系统出错。", requestId: "req-7f" });
    await page.route("**/api/plans/*/departments*", (route) =>
      route.fulfill({ status: 500, contentType: "application/json", body }),
    );
    await page.goto(`/departments?${whole}`);
    const note = page.getByRole("alert");
    await note.waitFor();
    expect(await note.textContent()).toContain("req-7f");
  });
});

test("a slow answer is waited for by a skeleton, then by the last month's figures", async () => {
  // An address that asks for no month: where one is asked for, its sentence stands in the page before any answer.
  const waiting: (() => void)[] = [];
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  await page.route("**/api/plans/*/progress*", async (route) => {
    await new Promise<void>((go) => waiting.push(go));
    await route.continue();
  });
  await page.goto("/overview?plan=gaoping-2022");
  await page.locator(".overview .skeleton").first().waitFor();
  // The strip of months above the page has a status of its own, and may be there already.
  expect(await page.locator("main").getByRole("status").first().textContent()).toBe("正在读取");
  letGo();
  // All of the page is there, what stands below the headline too, before another month is asked for.
  await settle(page);
  const before = await page.locator("h1").textContent();

  await page.getByRole("button", { name: "上月" }).click();
  await page.locator(".older[aria-busy=true]", { has: page.locator("h1") }).waitFor();
  expect(await page.locator("h1").textContent()).toBe(before);
  expect(await page.locator(".skeleton").count()).toBe(0);
  await expect.poll(() => waiting.length).toBe(1);
  letGo();
  await settle(page);
  expect(reader.troubles).toEqual([]);
});
