/** The office reviews: sends one back with a reason on a line, accepts it mended, and everybody sees what happened to the figure. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Paper, PaperRow, ReviewQueue } from "../../web/src/api/types.ts";
import { settle } from "../helpers/browser.ts";
import { ownDesks } from "./own-desks.ts";

const paper = "/api/plans/lvliang-2022/papers/lvliang-energy-bureau/2025-09";
const firms = "energy.above-scale-enterprises";
const office = "吕梁市工业产业市场主体倍增工作专班审核员";
const clerk = "市能源局填报员";

const { enter } = ownDesks("lvliang-2022");

/** Hands in far more firms than ever came before, with the word that the check asks for, as the form does. */
async function handIn(page: Page): Promise<PaperRow> {
  return page.evaluate(
    async ([address, measure]) => {
      const send = async (method: string, url: string, body: object) =>
        (
          await fetch(url, {
            method,
            headers: { "content-type": "application/json", "idempotency-key": "the-first-round" },
            body: JSON.stringify(body),
          })
        ).json();
      const typed = { entries: { text: "200", as: "added" }, reason: "园区集中投产" };
      const row = await send("PUT", `${address}/lines/${measure}`, { typed, version: 0 });
      await send("POST", `${address}/submission`, { seen: [{ measure, version: row.version }] });
      return row;
    },
    [paper, firms],
  );
}

const readQueue = (page: Page): Promise<ReviewQueue> => page.evaluate(async () => (await fetch("/api/reviews")).json());
const openPaper = (page: Page) => page.getByRole("link", { name: /^市能源局 2025年9月填报表/ }).click();

test("one is returned with a reason on a line, mended, accepted; the figure stands and its life is told", async () => {
  const [desk, unit] = [await enter(office), await enter(clerk)];
  const { entries } = await handIn(unit.page).then(({ cells }) => ({
    entries: cells.find(({ field }) => field === "entries"),
  }));
  const before = Number(entries?.before.figure.value);
  expect(entries?.cumulative.value).toBe(before + 200);

  // The office begins at the queue.
  expect(new URL(desk.page.url()).pathname).toBe("/reviews");
  await desk.page.reload();
  await openPaper(desk.page);
  await desk.page.getByRole("button", { name: "退回", exact: true }).click();
  expect(await desk.page.getByRole("button", { name: "确认退回" }).isDisabled()).toBe(true);
  // No field takes a figure: what can be typed are reasons.
  expect(await desk.page.locator("main input, main textarea, main select").count()).toBe(2);
  await desk.page.getByLabel("规上企业：退回原因").fill("有一户尚未入库");
  await desk.page.getByRole("button", { name: "确认退回" }).click();
  await desk.page.getByText("已退回，原因已告知填报单位。").waitFor();
  // The next one has the focus: one key away.
  expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^下一张：/);

  // The clerk reads why in the list and beside the line, mends, and hands in again.
  await unit.page.goto("/tasks");
  await unit.page.getByText(/退回：规上企业：有一户尚未入库/).waitFor();
  await unit.page.getByRole("link", { name: "修改重报" }).click();
  const line = unit.page.locator(`[data-measure="${firms}"]`);
  await line.getByText("退回原因：有一户尚未入库").waitFor();
  await line.locator("[data-way=added]").first().fill("1");
  await line.locator("[data-way=added]").first().press("Enter");
  await unit.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  await unit.page.getByRole("button", { name: "提交", exact: true }).click();
  await unit.page.getByRole("button", { name: "确认提交" }).click();
  await unit.page.getByRole("heading", { name: "回执" }).waitFor();

  await desk.page.getByRole("link", { name: "返回审核" }).first().click();
  await desk.page.waitForURL(({ pathname }) => pathname === "/reviews");
  await settle(desk.page);
  await openPaper(desk.page);
  await desk.page.getByText("第2次提交").waitFor();
  await desk.page.getByText("上次退回原因：有一户尚未入库").waitFor();
  await desk.page.getByRole("button", { name: "审核通过" }).dblclick();
  await desk.page.getByText("已审核通过，数据已进入台账。").waitFor();
  await settle(desk.page);
  expect(await desk.page.getByRole("button", { name: "审核通过" }).count()).toBe(0);

  // 本月研判 shows the figure; one click tells its life.
  await desk.page.goto("/overview?plan=lvliang-2022&month=2025-09&horizon=2025-12");
  await settle(desk.page);
  const figure = desk.page.locator(`svg.row-chart a[title="查看数据来历"][href*="measure=${firms}&"]`).first();
  expect((await figure.textContent())?.split(" / ")[0]).toBe(String(before + 1));
  await figure.click();
  // Until the new page's script is there the former one stays, and it too is settled.
  await desk.page.locator(".life-event").first().waitFor();
  await settle(desk.page);
  const told = await desk.page.locator(".life-event").allTextContents();
  const marks = [
    [`填报累计新增 ${before + 200}`, "演示·吕梁市·市能源局填报员（填报员）", "校核：", "填报单位说明：园区集中投产"],
    ["退回", `演示·吕梁市·${office}（专班审核）`, "本项原因：有一户尚未入库"],
    [`填报累计新增 ${before + 1}`, "第2次提交", "口径：部门填报"],
    [`审核通过累计新增 ${before + 1}`, `演示·吕梁市·${office}（专班审核）`],
  ];
  expect(told).toHaveLength(marks.length);
  for (const [place, event] of told.entries()) for (const mark of marks[place] ?? []) expect(event).toContain(mark);
  // The way back keeps the month that was looked at.
  expect(new URL(desk.page.url()).searchParams.get("month")).toBe("2025-09");
  expect([...desk.troubles, ...unit.troubles]).toEqual([]);
  await Promise.all([desk.close(), unit.close()]);
});

test("of two reviewers the second is told who decided, and sees what stands", async () => {
  const [first, second] = [await enter(office), await enter("市工信局审核员", "gaoping-2022")];
  const { items } = await readQueue(first.page);
  const marked = items.find(({ findings }) => findings.length > 0);
  for (const { page } of [first, second]) {
    await page.goto(`/submission?submission=${marked?.submission}`);
    await settle(page);
  }
  await first.page.getByRole("button", { name: "审核通过" }).click();
  await first.page.getByText("已审核通过，数据已进入台账。").waitFor();
  await second.page.getByRole("button", { name: "审核通过" }).click();
  await second.page.getByText(/^这份填报表已由演示·吕梁市.*审核通过。您的决定没有执行。$/).waitFor();
  await settle(second.page);
  expect(await second.page.getByRole("button", { name: "审核通过" }).count()).toBe(0);
  await second.page.getByText(new RegExp(`^演示·吕梁市·${office}于 .* 审核通过。$`)).waitFor();
  expect(await second.page.getByRole("link", { name: /^下一张：/ }).count()).toBe(1);
  expect(first.troubles).toEqual([]);
  // The refusal is the only trouble; the browser notes it twice.
  for (const trouble of second.troubles) expect(trouble).toMatch(/409/);
  await Promise.all([first.close(), second.close()]);
});

test("the clerk and the leader read it, and have nothing to decide by", async () => {
  const [unit, leader] = [await enter(clerk), await enter("领导")];
  const { receipt }: Paper = await unit.page.evaluate(async (address) => (await fetch(address)).json(), paper);
  for (const { page, troubles } of [unit, leader]) {
    await page.goto(`/submission?submission=${receipt?.submission}`);
    await settle(page);
    await page.getByText("您可以查看这张报表，审核由专班办理。").waitFor();
    expect(await page.locator("main button, main input, main textarea").count()).toBe(0);
    expect(troubles).toEqual([]);
  }
  await Promise.all([unit.close(), leader.close()]);
});

test("a queue of hundreds is shown by fifties, found by unit, and its finding is kept on the way back", async () => {
  const { page, troubles, close } = await enter(office);
  const { items } = await readQueue(page);
  const plain = items.find(({ isPlain }) => isPlain);
  if (plain === undefined) throw new Error("nothing plain waits");
  // As many as a province would have in a month's first days: the waiting one under the names of invented towns.
  const many = Array.from({ length: 420 }, (_, place) => ({
    ...plain,
    submission: place === 7 ? plain.submission : String(900_000 + place),
    departmentName: { zh: `${place}号镇`, en: `Town ${place}` },
  }));
  await page.route("**/api/reviews", (route) => route.fulfill({ json: { items: many } }));
  await page.reload();
  const rows = page.locator(".review-table tbody tr");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(50);
  await page.getByRole("button", { name: "再显示50张（还有370张）" }).click();
  expect(await rows.count()).toBe(100);
  // The server takes two hundred together.
  await page.getByRole("button", { name: "选无标记的前200张" }).click();
  await page.getByText("已选200张，共420张无标记").waitFor();
  await page.getByLabel("按单位、县市、方案或月份").fill("7号镇 2025");
  // 7, 17 … 417.
  await page.getByText("找到42张，共420张待审").waitFor();
  expect(await rows.count()).toBe(42);
  await rows.first().getByRole("link").click();
  await page.getByRole("link", { name: /^下一张：17号镇/ }).waitFor();
  await page.getByRole("link", { name: "返回审核" }).first().click();
  await page.getByText("找到42张，共420张待审").waitFor();
  expect(await page.getByLabel("按单位、县市、方案或月份").inputValue()).toBe("7号镇 2025");
  expect(troubles).toEqual([]);
  await close();
});

test("what nothing marks is accepted together, named before and after", async () => {
  const { page, troubles, close } = await enter(office);
  const { items } = await readQueue(page);
  const plain = items.filter(({ isPlain }) => isPlain);
  expect(plain.length).toBeGreaterThan(0);
  expect(await page.locator(".review-table input[type=checkbox]").count()).toBe(plain.length);
  await page.getByRole("button", { name: "全选无标记的" }).click();
  await page.getByRole("button", { name: "通过所选" }).click();
  const dialog = page.getByRole("dialog", { name: "核对后通过" });
  expect(await dialog.locator("li").count()).toBe(plain.length);
  for (const { departmentName } of plain) expect(await dialog.textContent()).toContain(departmentName.zh);
  await dialog.getByRole("button", { name: "确认通过" }).dblclick();
  await page.getByRole("heading", { name: `已通过${plain.length}张` }).waitFor();
  await settle(page);
  expect((await readQueue(page)).items).toHaveLength(items.length - plain.length);
  expect(troubles).toEqual([]);
  await close();
});
