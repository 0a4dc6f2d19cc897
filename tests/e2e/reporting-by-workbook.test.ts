/** A clerk reports a period by spreadsheet: the form out, filled in elsewhere, in again, taken over and handed in. */
import { readFileSync } from "node:fs";
import { openWorkbook } from "@beizeng/server/imports/open-workbook.ts";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Paper } from "../../web/src/api/types.ts";
import { type Reader, settle, sizes } from "../helpers/browser.ts";
import { filledWorkbook } from "../helpers/filled-workbook.ts";
import { figuresOf, type WantedFigure, wantedFigures } from "./clerk-figures.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks, signInAs } from "./own-desks.ts";

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

const readPaper = (): Promise<Paper> => page.evaluate(async (address) => (await fetch(address)).json(), paperAddress);
const chooser = () => page.locator(".workbook input[type=file]");
const choose = (name: string, bytes: Uint8Array) =>
  chooser().setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });

/** Downloads the form as one does, by its key. */
async function download(): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载填报表" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("填报表_市能源局_2025-09.xlsx");
  return new Uint8Array(readFileSync(await file.path()));
}

/** What a person types into the downloaded form, by the lines of its hidden sheet: the figures, and a word at each measure. */
async function fillIn(bytes: Uint8Array, wanted: readonly WantedFigure[]): Promise<Uint8Array> {
  const read = await openWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault);
  const hidden = new Map(read.sheets[1]?.cells.map(({ at, text }) => [at, text]));
  const cells: Record<string, string | number> = {};
  const measures = new Set<string>();
  for (let row = 9; hidden.has(`A${row}`); row += 1) {
    const [number, measure = "", field] = ["A", "B", "C"].map((column) => hidden.get(`${column}${row}`));
    const line = 5 + Number(number);
    const figure = wanted.find((each) => each.measure === measure && each.field === field);
    if (figure !== undefined) cells[`${figure.as === "added" ? "I" : "J"}${line}`] = Number(figure.text);
    if (!measures.has(measure)) cells[`L${line}`] = "已核实";
    measures.add(measure);
  }
  return filledWorkbook(bytes, cells);
}

test("what is no form is refused in the server's words, and the draft is as it was", async () => {
  await page.goto(form);
  await page.locator(".paper-table").waitFor();
  const before = await readPaper();
  await page.evaluate(() => {
    const held = new DataTransfer();
    held.items.add(new File(["a,b"], "名单.xlsx"));
    document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: held, bubbles: true }));
  });
  await page.locator(".workbook-over").waitFor();
  await page.evaluate(() => {
    const held = new DataTransfer();
    held.items.add(new File(["a,b"], "名单.xlsx"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
  });
  await page.getByText("文件未读取：不是电子表格，请上传 .xlsx、.xls、.ods 或 .et 文件。").waitFor();
  await page.getByText("《名单.xlsx》没有采用，草稿未改动。").waitFor();
  expect(await page.locator(".workbook-over").count()).toBe(0);
  await choose("大表.xlsx", new Uint8Array(6 * 1024 * 1024));
  await page.getByText("文件超过5MB。").waitFor();
  expect(await readPaper()).toEqual(before);
  expect(reader.troubles).toEqual([expect.stringMatching(/^answered 422/), expect.stringMatching(/422/)]);
});

test("what is wrong is told cell by cell, on a desk and on a phone, and can be had back marked", async () => {
  await page.goto(form);
  await page.locator(".paper-table").waitFor();
  const bytes = filledWorkbook(await download(), { J6: "三" });
  await choose("填报表.xlsx", bytes);
  await page.getByText("J6：只能填数字").waitFor();
  for (const size of ["desk", "phone"] as const) {
    await page.setViewportSize(sizes[size]);
    await settle(page);
    expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  }
  const [marked] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载标注稿" }).click(),
  ]);
  expect(marked.suggestedFilename()).toBe("填报表_需改正.xlsx");
  await page.getByRole("button", { name: "不采用" }).click();
  expect(await page.getByText("J6：只能填数字").count()).toBe(0);
  expect((await readPaper()).filled).toBe(0);
  expect(reader.troubles).toEqual([]);
});

test("a period is reported in six actions, with the figures and the receipt of the form", async () => {
  let actions = 0;
  const act = async <T>(work: Promise<T>): Promise<T> => {
    actions += 1;
    return work;
  };
  await act(page.getByRole("link", { name: "填报", exact: true }).click());
  await page.locator(".paper-table").waitFor();
  const wanted = wantedFigures(await readPaper());
  const filled = await fillIn(await act(download()), wanted);
  await act(choose("填报表_市能源局_2025-09.xlsx", filled));
  await page.getByText("《填报表_市能源局_2025-09.xlsx》填了12/12项。").waitFor();
  await act(page.getByRole("button", { name: "采用为草稿" }).click());
  await page.getByText("已按《填报表_市能源局_2025-09.xlsx》改动草稿12行。").waitFor();
  expect(figuresOf(await readPaper(), wanted)).toEqual(wanted.map(({ cumulative }) => cumulative));
  await act(page.getByRole("button", { name: "提交", exact: true }).click());
  await act(page.getByRole("button", { name: "确认提交" }).click());
  await page.getByRole("heading", { name: "回执" }).waitFor();
  expect(actions).toBeLessThanOrEqual(6);
  const paper = await readPaper();
  expect(paper).toMatchObject({ state: "submitted", receipt: { round: 1, lines: 12, by: clerk } });
  expect(paper.receipt?.number).toBe("lvliang-2022/2025-09/lvliang-energy-bureau/1-1");
  expect(figuresOf(paper, wanted)).toEqual(wanted.map(({ cumulative }) => cumulative));
  expect(reader.troubles).toEqual([]);
});

test("the office brings a past period in as a draft, which the unit sees as the office's and hands in itself", async () => {
  const unit = "lvliang-linxian-government";
  await signInAs(page, "吕梁市工业产业市场主体倍增工作专班审核员", "lvliang-2022");
  await page.goto("/reporting?plan=lvliang-2022&month=2025-09&horizon=2025-12");
  await page.getByRole("link", { name: "历史数据导入" }).click();
  await page.getByRole("combobox", { name: "填报单位", exact: true }).selectOption(unit);
  await page.getByRole("combobox", { name: "自", exact: true }).selectOption("2025-08");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载（2期）" }).click(),
  ]);
  const bytes = new Uint8Array(readFileSync(await file.path()));
  const read = await openWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault);
  const last = read.sheets[0]?.cells.find(({ at }) => at === "F6")?.text ?? "";
  const upload = (cells: Record<string, string | number>) =>
    page.locator(".history-steps input[type=file]").setInputFiles({
      ...{ name: "旧表.xlsx", mimeType: "application/octet-stream" },
      buffer: Buffer.from(filledWorkbook(bytes, cells)),
    });
  await upload({ G6: "若干" });
  await page.getByText("G6：只能填数字").waitFor();
  await page.getByText("跳过：已填报").waitFor();
  expect(await page.getByRole("button", { name: /^存为/ }).count()).toBe(0);
  for (const size of ["desk", "phone"] as const) {
    await page.setViewportSize(sizes[size]);
    await settle(page);
    expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  }
  await upload({ G6: Number(last.replaceAll(",", "")) });
  await page.getByRole("button", { name: "存为1期草稿" }).click();
  await page.getByText("已存为1期草稿。").waitFor();

  await signInAs(page, "临县人民政府填报员", "lvliang-2022");
  const task = page.getByRole("row").filter({ hasText: "由办公室导入，待本单位核对" });
  await task.getByRole("link", { name: "填报", exact: true }).click();
  await page.getByText(/^这份草稿由办公室（演示·吕梁市·.*审核员）于.*导入，不是本单位填报。/).waitFor();
  await settle(page);
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  expect(reader.troubles).toEqual([]);
});

test("the clerks' guide is a page of the product, with its pictures and without barriers", async () => {
  const [guide] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "填报指南" }).click(),
  ]);
  await guide.getByRole("heading", { level: 1, name: "填报指南" }).waitFor();
  const lacking = await guide.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    const loaded = await Promise.all(
      pictures.map((picture) =>
        picture.decode().then(
          () => "",
          () => picture.src,
        ),
      ),
    );
    return [pictures.length, loaded.filter((source) => source !== "")];
  });
  expect(lacking).toEqual([10, []]);
  expect(await barriers(guide)).toEqual([]);
});
