/**
 * Takes the pictures of the clerks' guide anew, from the demonstration walked as a clerk does: `npm run guide`. DATA_DIR may
 * name a folder with a demonstration of which nothing was reported since; without it a new one is made.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Paper } from "../../web/src/api/types.ts";
import { endCommand, startCommand } from "../e2e/processes.ts";
import { addressIn } from "../e2e/product-address.ts";
import { launchBrowser, openReader, settle } from "../helpers/browser.ts";
import { filledWorkbook } from "../helpers/filled-workbook.ts";

const folder = fileURLToPath(new URL("../../web/public/guide/", import.meta.url));
const place = "plan=lvliang-2022&department=lvliang-energy-bureau&period=2025-09";
const paperAddress = "/api/plans/lvliang-2022/papers/lvliang-energy-bureau/2025-09";
const width = 1366;
/** A picture is looked at beside its words and loaded over a county's line. */
const mostBytes = 150 * 1024;

async function picture(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  // With the head of the page, which says that the figures are invented.
  await page.evaluate(() => scrollTo({ top: 0 }));
  await settle(page);
  // The pointer would underline what it rests on.
  await page.mouse.move(0, 0);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes`);
  console.info(`${name}.png ${Math.round(size / 1024)} KB`);
}

async function signInAs(page: Page, name: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in?plan=lvliang-2022");
  await page.getByRole("button", { name }).click();
  await page.locator(".session-known").waitFor();
}

const clerk = "市能源局填报员";
const rowOf = (page: Page, measure: string) => page.locator(`[data-measure="${measure}"]`);
const isSaved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

/** The reviewer returns what was handed in, with a reason for one line. */
async function returnPaper(page: Page, measure: string): Promise<void> {
  await signInAs(page, "吕梁市工业产业市场主体倍增工作专班审核员");
  await page.evaluate(
    async ([address, key]) => {
      const paper: { receipt: { submission: number; at: string } } = await (await fetch(String(address))).json();
      const { submission, at } = paper.receipt;
      await fetch(`/api/submissions/${submission}/return`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "returned-for-the-guide" },
        body: JSON.stringify({
          seen: at,
          reason: "个别数据与入库名单不一致，请核对后重报",
          lines: [{ measure: key, reason: "名单为1户" }],
        }),
      });
    },
    [paperAddress, measure],
  );
}

async function walk(page: Page): Promise<void> {
  await page.goto("/sign-in?plan=lvliang-2022");
  await page.getByRole("button", { name: clerk }).waitFor();
  await picture(page, "sign-in", 700);
  await signInAs(page, clerk);
  await page.getByRole("link", { name: "填报", exact: true }).waitFor();
  await picture(page, "tasks", 330);

  await page.goto(`/paper?${place}&kind=report`);
  await page.locator(".paper-table").waitFor();
  const paper: Paper = await page.evaluate(async (address) => (await fetch(address)).json(), paperAddress);
  const [first, second, third] = paper.subjects.flatMap(({ rows }) => rows.map(({ measure }) => measure));
  if (first === undefined || second === undefined || third === undefined) throw new Error("the paper has no lines");
  await rowOf(page, first).locator("[data-way=added]").first().fill("2");
  await rowOf(page, first).locator("[data-way=added]").first().press("Enter");
  await isSaved(page);
  await rowOf(page, third).getByRole("button", { name: "无变化" }).click();
  await isSaved(page);
  await picture(page, "form", 700);

  await rowOf(page, second).locator("[data-way=added]").first().fill("-9000");
  await rowOf(page, second).locator("[data-way=added]").first().press("Enter");
  await rowOf(page, second).locator("[data-way=word]").waitFor();
  await rowOf(page, first).locator("[data-way=added]").first().fill("二");
  await rowOf(page, first).locator("[data-way=added]").first().press("Enter");
  await rowOf(page, first).locator(".finding-error").first().waitFor();
  await isSaved(page);
  await picture(page, "findings", 640);

  await rowOf(page, first).locator("[data-way=added]").first().fill("2");
  await rowOf(page, second).locator("[data-way=added]").first().fill("210");
  await rowOf(page, second).locator("[data-way=added]").first().press("Enter");
  await isSaved(page);
  await rowOf(page, first)
    .locator("input[type=file]")
    .setInputFiles({ name: "入库名单.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await page.getByText("入库名单.pdf").waitFor();
  await picture(page, "evidence", 560);

  await page.getByRole("button", { name: "其余无变化" }).click();
  await page.getByText("已填 12/12").waitFor();
  const words = page.locator("[data-way=word]:placeholder-shown");
  const summary = page.locator(".paper-summary");
  for (;;) {
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await summary.or(words).first().waitFor();
    if ((await words.count()) === 0) break;
    await words.first().fill("本期确无变化，已核实");
    await page.keyboard.press("Enter");
  }
  await summary.waitFor();
  await picture(page, "summary", 700);
  await page.getByRole("button", { name: "确认提交" }).click();
  await page.getByRole("heading", { name: "回执" }).waitFor();
  await picture(page, "receipt", 520);

  await returnPaper(page, first);
  await signInAs(page, clerk);
  await page.goto(`/paper?${place}&kind=report`);
  await page.locator(".paper-returned").waitFor();
  await picture(page, "returned", 600);

  const form = await page.evaluate(async (address) => {
    const response = await fetch(`${address}/workbook`);
    return [...new Uint8Array(await response.arrayBuffer())];
  }, paperAddress);
  const filled = filledWorkbook(new Uint8Array(form), { J6: 12 });
  await page.locator(".workbook input[type=file]").setInputFiles({
    name: "填报表_市能源局_2025-09.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(filled),
  });
  await page.locator(".workbook-answer").waitFor();
  await picture(page, "workbook", 560);

  await page.goto("/paper?plan=lvliang-2022&department=lvliang-energy-bureau&period=2025-08&kind=report");
  await page.getByRole("link", { name: "更正本期数据" }).waitFor();
  await picture(page, "correction", 520);
}

async function addressOf(said: () => string): Promise<string> {
  for (let waited = 0; waited < 300_000; waited += 200) {
    const origin = addressIn(said());
    if (origin !== null) return origin;
    await wait(200);
  }
  throw new Error(`the product did not start:\n${said()}`);
}

const made = process.env.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), "beizeng-guide-")) : null;
const started = startCommand("demo", { PORT: "0", HOST: "127.0.0.1", ...(made === null ? {} : { DATA_DIR: made }) });
const browser = await launchBrowser();
try {
  const { page } = await openReader(browser, await addressOf(started.said));
  // What is run within the page was compiled to call this by the runner of this script.
  await page.addInitScript({ content: "globalThis.__name = (named) => named;" });
  await walk(page);
} finally {
  await browser.close();
  await endCommand(started);
  if (made !== null) rmSync(made, { recursive: true, force: true });
}
