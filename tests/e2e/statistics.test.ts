/** The statistics bureau confirms a unit's period with one difference; the office accepts it; a leader looks at either basis. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Paper } from "../../web/src/api/types.ts";
import { type Reader, settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks, signInAs } from "./own-desks.ts";

const measure = "agricultural-food-processing.small-and-medium-enterprises";
const place = "plan=gaoping-2022&month=2025-09&horizon=2025-12";
const paperAddress = "/api/plans/gaoping-2022/papers/gaoping-market-regulation-bureau/2025-09?kind=confirmation";

const { enter } = ownDesks("gaoping-2022");
let reader: Reader;
let page: Page;
beforeAll(async () => {
  reader = await enter("统计局核定员");
  page = reader.page;
});
const become = (name: string) => signInAs(page, name, "gaoping-2022");

/** Nothing is cut or foreign, and axe finds no barrier, on a desk and on a phone. */
async function readsWell() {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await settle(page);
    expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  }
}
const lineOf = (key: string) => page.locator(`[data-measure="${key}"]`);

test("one difference is confirmed with its reason, the rest as reported", async () => {
  await page.getByRole("heading", { level: 1, name: "没有在办的核定" }).waitFor();
  await page.getByRole("combobox", { name: "报告期", exact: true }).selectOption("2025-09");
  const unit = page.locator(".confirmation-choice tbody tr").filter({ hasText: "市场监管局" });
  await unit.getByRole("link", { name: "核定" }).waitFor();
  await settle(page);
  await readsWell();
  await unit.getByRole("link", { name: "核定" }).click();
  await page.locator(".paper-table").waitFor();
  await settle(page);
  expect(await page.locator("[data-measure]").count()).toBeGreaterThan(1);

  await page.getByRole("button", { name: "其余与部门填报一致" }).click();
  await page.getByText("已填 2/2").waitFor();
  const cumulative = lineOf(measure).locator("[data-way=cumulative]").first();
  const reported = Number(await cumulative.inputValue());
  await cumulative.fill(String(reported - 1));
  await lineOf(measure).getByText(`部门填报 ${reported}，相差 −1，请说明`).waitFor();
  await lineOf(measure).locator("[data-way=word]").fill("一户未达规模以上标准");
  for (const word of await page.locator("[data-way=word]:placeholder-shown").all()) await word.fill("已核实");
  await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  await readsWell();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("button", { name: "确认提交" }).click();
  await page.getByRole("heading", { name: "回执" }).waitFor();

  const { receipt } = await page.evaluate<Paper, string>(
    async (address) => (await fetch(address)).json(),
    paperAddress,
  );
  await become("市工信局审核员");
  const status = await page.evaluate(
    async ([submission, seen]) => {
      const answer = await fetch(`/api/submissions/${submission}/acceptance`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "accept-one-difference" },
        body: JSON.stringify({ seen }),
      });
      return answer.status;
    },
    [String(receipt?.submission), receipt?.at ?? ""],
  );
  expect(status).toBe(200);
});

test("a leader sees either figure, each page says whose it is, and 口径差异 says why they differ", async () => {
  await become("领导");
  await page.goto(`/overview?${place}&indicator=small-and-medium-enterprises.new`);
  await settle(page);
  const food = () => page.locator(".block-chains g[data-row]").filter({ hasText: "农副食品" }).first().textContent();
  const reported = Number(/(\d+) \//.exec((await food()) ?? "")?.[1]);
  expect(reported).toBeGreaterThan(0);
  await page.getByRole("link", { name: "统计核定" }).click();
  await page.getByText("只计统计部门核定并已审核的数").waitFor();
  await settle(page);
  expect(await food()).toContain(`${reported - 1} /`);
  expect(await page.locator(".overview-sub .subtitle").textContent()).toContain("统计核定");
  expect(await page.locator("main").textContent()).not.toMatch(/\d项未报|本期未报/);
  for (const name of ["chain", "departments", "department"]) {
    await page.goto(`/${name}?${place}&basis=statistics`);
    await settle(page);
    expect(await page.locator("main .subtitle").allTextContents()).toContainEqual(expect.stringContaining("统计核定"));
  }

  await page.getByRole("link", { name: "口径差异" }).click();
  await page.getByRole("heading", { level: 1, name: /不一致$/ }).waitFor();
  await settle(page);
  const row = page.locator(".differences tbody tr").filter({ hasText: "农副食品" });
  const cells = await row.locator("td").allTextContents();
  expect(cells.slice(0, 3)).toEqual([String(reported), String(reported - 1), "−1"]);
  expect(cells.at(-1)).toContain("一户未达规模以上标准");
  await readsWell();
  expect(reader.troubles).toEqual([]);
});
