/** A department's clerk reports a period by form, as one does at a desk: by keyboard, from top to bottom. */
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Paper } from "../../web/src/api/types.ts";
import { type Reader, settle } from "../helpers/browser.ts";
import { figuresOf, rowsOf, wantedFigures } from "./clerk-figures.ts";
import { ownDesks } from "./own-desks.ts";

const paperAddress = "/api/plans/lvliang-2022/papers/lvliang-energy-bureau/2025-09";
const form = "/paper?plan=lvliang-2022&department=lvliang-energy-bureau&period=2025-09&kind=report";
const clerk = "演示·吕梁市·市能源局填报员";

const { enter } = ownDesks("lvliang-2022");
let reader: Reader;
let page: Page;
beforeEach(async () => {
  reader = await enter("市能源局填报员");
  page = reader.page;
  await page.getByRole("heading", { level: 1, name: /待填报|没有待填报/ }).waitFor();
});
afterEach(() => reader.close());

/** The paper as the API tells it to whoever is signed in. */
const readPaper = (): Promise<Paper> => page.evaluate(async (address) => (await fetch(address)).json(), paperAddress);
const firstCell = (on: Page) => on.locator("[data-row] [data-way]").first();
const isSaved = (on: Page) => on.getByText(/^已保存 \d\d:\d\d$/).waitFor();

async function openForm(on: Page) {
  await on.goto(form);
  await on.locator(".paper-table").waitFor();
  await settle(on);
}

test("what is typed survives a closed tab, and a lost connection", async () => {
  await openForm(page);
  await reader.context.setOffline(true);
  await firstCell(page).fill("1");
  await page.getByText("没有连上服务：所填已留在本机，连上后自动保存").waitFor();
  await page.close();
  await reader.context.setOffline(false);
  const again = await reader.context.newPage();
  await openForm(again);
  expect(await firstCell(again).inputValue()).toBe("1");
  await isSaved(again);
  page = again;
  expect(rowsOf(await readPaper())[0]?.typed.entries).toEqual({ text: "1", as: "added" });
});

test("of two tabs on one line the second is asked, and nothing is overwritten", async () => {
  const other = await reader.context.newPage();
  await openForm(page);
  await openForm(other);
  await firstCell(page).fill("3");
  await firstCell(page).press("Enter");
  await isSaved(page);
  await firstCell(other).fill("2");
  await other
    .getByText(new RegExp(`^${clerk}在 \\d\\d:\\d\\d 把这一行改成：本期新增 3。您填的是：本期新增 2。$`))
    .waitFor();
  await other.getByRole("button", { name: "用我的" }).click();
  await isSaved(other);
  page = other;
  expect(rowsOf(await readPaper())[0]?.typed.entries?.text).toBe("2");
});

test("a session that ended is told where it is told what is saved, and nothing typed is lost", async () => {
  await openForm(page);
  const cell = page.locator("[data-row] [data-way]").nth(2);
  await page.context().clearCookies();
  await cell.fill("5");
  await cell.press("Enter");
  await page.getByText("登录已失效：所填已留在本机，重新登录后自动保存").waitFor();
  expect(await page.getByText(/^已保存/).count()).toBe(0);
  await page.getByRole("link", { name: "重新登录" }).click();
  await page.getByRole("button", { name: "市能源局填报员" }).click();
  await page.locator(".paper-table").waitFor();
  await isSaved(page);
  expect(await cell.inputValue()).toBe("5");
  expect(rowsOf(await readPaper()).filter(({ isFilled }) => isFilled).length).toBeGreaterThan(0);
  for (const trouble of reader.troubles) expect(trouble).toMatch(/401/);
});

test("the form opens where one types, 无变化 by keyboard, and a word once for all lines of one kind", async () => {
  await page.getByRole("link", { name: "填报", exact: true }).click();
  await page.locator(".paper-table").waitFor();
  await settle(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  // What the tests before left is filled in: the first blank line is gone to.
  const blank = rowsOf(await readPaper()).find(({ isFilled }) => !isFilled);
  expect(await focused()).toContain(blank?.name.zh);
  await page
    .getByRole("button", { name: /：无变化$/ })
    .nth(2)
    .focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-way"))).toBe(true);
  await page.getByRole("button", { name: "其余无变化" }).click();
  await page.getByText("已填 12/12").waitFor();
  await page.locator("[data-way=word]:focus").waitFor();
  const lacking = page.locator("[data-way=word]:placeholder-shown");
  const before = await lacking.count();
  await page.keyboard.type("本期确无变化，已核实");
  const spread = page.getByRole("button", { name: /^另\d+行同此说明$/ }).first();
  await spread.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await isSaved(page);
  expect(before - (await lacking.count())).toBeGreaterThan(1);
  const reasons = rowsOf(await readPaper()).filter(({ typed }) => typed.reason === "本期确无变化，已核实");
  for (const { cells } of reasons) expect(cells.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
  expect(reasons.length).toBeGreaterThan(1);
  expect(reader.troubles).toEqual([]);
});

test("a period of twelve measures is reported by keyboard, handed in once, and there is a receipt", async () => {
  const began = Date.now();
  let actions = 0;
  const act = async (work: Promise<void>) => {
    actions += 1;
    await work;
  };
  await act(page.getByRole("link", { name: "填报", exact: true }).click());
  await page.locator(".paper-table").waitFor();
  const opened = await readPaper();
  const rows = rowsOf(opened);
  expect(rows.length).toBe(12);
  const wanted = wantedFigures(opened);
  await act(firstCell(page).focus());
  for (const { text } of wanted) {
    await act(page.keyboard.type(text));
    await act(page.keyboard.press("Enter"));
  }
  await isSaved(page);
  // What is unusual asks for a word beside its cell; Enter leads from one to the next.
  const words = page.locator("[data-way=word]");
  const asked = await words.count();
  if (asked > 0) await act(words.first().focus());
  for (let word = 0; word < asked; word += 1) {
    await act(page.keyboard.type("已核实"));
    await act(page.keyboard.press("Enter"));
  }
  await isSaved(page);
  await act(page.keyboard.press("Enter"));
  const confirm = page.getByRole("button", { name: "确认提交" });
  await confirm.waitFor();
  expect(await page.locator(".paper-summary tbody tr").count()).toBe(12);
  actions += 1;
  await confirm.dblclick();
  await page.getByRole("heading", { name: "回执" }).waitFor();
  console.info(`${actions} actions for ${rows.length} measures (${asked} words), ${Date.now() - began} ms`);
  expect((actions / rows.length) * 10).toBeLessThan(40);

  const paper = await readPaper();
  expect(paper).toMatchObject({ state: "submitted", receipt: { round: 1, lines: 12, by: clerk } });
  expect(paper.receipt?.number).toBe("lvliang-2022/2025-09/lvliang-energy-bureau/1-1");
  expect(figuresOf(paper, wanted)).toEqual(wanted.map(({ cumulative }) => cumulative));
  const shown = await page.locator(".receipt").textContent();
  for (const fact of [paper.receipt?.number, paper.receipt?.hash]) expect(shown).toContain(fact);
  expect(await page.locator("[data-way]:not(:disabled)").count()).toBe(0);
  await page.getByRole("link", { name: "返回我的填报" }).click();
  await page.getByText("已提交").waitFor();
  expect(reader.troubles).toEqual([]);
});
