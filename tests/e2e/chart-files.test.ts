/** Every chart can be taken away: as a table, as a picture that stands alone, and as the way to exactly this view. */
import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Shortfalls } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ask, productAddress } from "./product.ts";

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

const question = "month=2024-06&horizon=2025-12";
const address = `/overview?plan=gaoping-2022&${question}`;
const frameOf = (block: string) => page.locator(`.block-${block} figure`);
const open = (block: string) => frameOf(block).locator(".chart-files > button").click();
const bytesOf = async (download: Download) => readFileSync(await download.path());

/** Presses an item of a chart's menu and answers the file that comes. */
async function had(block: string, item: string): Promise<Download> {
  await open(block);
  const coming = page.waitForEvent("download");
  await frameOf(block).locator(".chart-files li", { hasText: item }).locator("a, button").click();
  return coming;
}

/** How wide and high a PNG is, how many of its dots are paper or nothing, and how many colours it has. */
const seenIn = (png: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const dots = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const colours = new Set<string>();
    let [clear, inked] = [0, 0];
    for (let at = 0; at < dots.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = dots.subarray(at, at + 4);
      if (alpha === 0) clear += 1;
      else if (red + green + blue < 600) inked += 1;
      if (alpha === 255 && at % 52 === 0) colours.add(`${red} ${green} ${blue}`);
    }
    return { width, height, clear, inked, colours: colours.size };
  }, png.toString("base64"));

test.each([
  ["shortfalls", "单位：户"],
  ["chains", "单位：户"],
  ["outlook", "部门填报"],
  ["lights", "部门填报"],
])("the picture of %s stands alone, as SVG and as PNG on white and on nothing", async (block, said) => {
  await page.goto(address);
  await settle(page);
  const title = (await frameOf(block).locator("h2").textContent()) ?? "";
  const svg = (await bytesOf(await had(block, "图 SVG"))).toString();
  const seen = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const { documentElement: root } = parsed;
    const references = [...parsed.querySelectorAll("*")].flatMap((each) =>
      [...each.attributes].filter(({ name }) => /^(xlink:)?href$|^src$|^on|^style$|^class$/.test(name)),
    );
    return {
      isBroken: parsed.querySelector("parsererror") !== null,
      words: [...parsed.querySelectorAll("text")].map((each) => each.textContent).join(""),
      outer: references.filter(({ name, value }) => name !== "href" || !value.startsWith("#")).length,
      scripts: parsed.querySelectorAll("script, foreignObject, image").length,
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
    };
  }, svg);
  expect([seen.isBroken, seen.outer, seen.scripts]).toEqual([false, 0, 0]);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https:|url\((?!#)/);
  for (const words of [title, said, "高平市", "部门填报数据，非统计部门发布数据", "演示数据"]) {
    expect(seen.words.replaceAll(" ", "")).toContain(words.replaceAll(" ", ""));
  }
  expect(seen.words).toMatch(block === "lights" ? /2022-\d\d 至 \d{4}-\d\d/ : /截至 2024年6月/);

  const white = await seenIn(await bytesOf(await had(block, "白底")));
  expect([white.width, white.height]).toEqual([seen.width * 2, seen.height * 2]);
  expect(white.clear).toBe(0);
  expect(white.inked).toBeGreaterThan(2000);
  expect(white.colours).toBeGreaterThan(5);
  const clear = await seenIn(await bytesOf(await had(block, "透明")));
  expect([clear.width, clear.height]).toEqual([white.width, white.height]);
  expect(clear.clear).toBeGreaterThan(clear.width * clear.height * 0.3);
});

test("the table of a chart is the API's, and has a Chinese name", async () => {
  await page.goto(address);
  await settle(page);
  const [worst] = (await ask<Shortfalls>(origin, `/api/plans/gaoping-2022/shortfalls?${question}`)).groups;
  const file = await had("shortfalls", "CSV");
  expect(file.suggestedFilename()).toBe("高平市_差距排名_2024-06_演示.csv");
  const rows = readCsv((await bytesOf(file)).toString("utf8"));
  const bare = (text: string) => String(Number(text.replace("%", "").replaceAll(",", "")));
  expect(rows.slice(1, 1 + (worst?.rows.length ?? 0)).map((row) => [row[0], ...row.slice(4, 8)])).toEqual(
    worst?.rows.map(({ subject, shortfall, share, cumulative, since }) => [
      subject.name.zh,
      ...[shortfall, share, cumulative].map(({ text }) => bare(text)),
      since,
    ]),
  );
  expect((await had("chains", "Excel")).suggestedFilename()).toBe("高平市_产业链进度_2024-06_演示.xlsx");
});

test("the menu is a keyboard's too, and its link opens the same view", async () => {
  await reader.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.goto(`${address}&indicator=above-scale-enterprises.new`);
  await settle(page);
  const files = frameOf("shortfalls").locator(".chart-files");
  const title = (await frameOf("shortfalls").locator("h2").textContent()) ?? "";
  await files.locator("> button").focus();
  await page.keyboard.press("Enter");
  await files.getByRole("link", { name: "表格 CSV" }).waitFor();
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await files.locator("ul").isVisible()).toBe(false);
  expect(await files.locator("> button").evaluate((button) => button === document.activeElement)).toBe(true);

  await page.keyboard.press("Enter");
  await files.getByRole("button", { name: "复制链接" }).click();
  await files.getByText("链接已复制").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/overview?plan=lvliang-2022");
  await page.goto(link);
  await frameOf("shortfalls").getByRole("heading", { name: title }).waitFor();
  // The chart is drawn after its title.
  await settle(page);

  await open("shortfalls");
  await files.getByRole("button", { name: "复制图片", exact: true }).click();
  await files.getByText("图片已复制").waitFor();
  expect(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))).toEqual([
    "image/png",
  ]);

  // The server draws the same chart under an address of its own, for a document that shows it.
  await open("shortfalls");
  await files.getByRole("button", { name: "复制图片地址" }).click();
  await files.getByText("图片地址已复制").waitFor();
  const drawnAt = await page.evaluate(() => navigator.clipboard.readText());
  const drawn = await (await fetch(drawnAt.replace("format=png", "format=svg"))).text();
  expect(drawn.replaceAll(/<[^>]*>/g, "")).toContain(title.replaceAll(" ", ""));
  const print = await seenIn(await bytesOf(await had("shortfalls", "PNG 3×")));
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawn) ?? [];
  expect([print.width, print.height, print.clear]).toEqual([Number(width) * 3, Number(height) * 3, 0]);

  await page.setViewportSize({ width: 390, height: 844 });
  await settle(page);
  await open("shortfalls");
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  // The table in the chart's place leaves no picture to take.
  await page.keyboard.press("Escape");
  await frameOf("shortfalls").getByRole("button", { name: "改看表格" }).click();
  await open("shortfalls");
  expect(await files.locator("li").allTextContents()).toEqual(["表格 CSV", "表格 Excel", "复制链接"]);
});
