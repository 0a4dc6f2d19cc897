/**
 * A month's way: the office closes it, a clerk finds a wrong figure, it is reopened by a second person, corrected and
 * accepted; the leader sees light and figure change with the old value beside them, and the edition still quotes the old.
 */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { EditionFigures, Months, Paper, Subject } from "../../web/src/api/types.ts";
import { settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks } from "./own-desks.ts";

const plan = "lvliang-2022";
const month = "2025-08";
const unit = "lvliang-industry-bureau";
const measure = "new-materials.above-scale-enterprises";
const target = `${measure}.new.2025-12`;
const api = `/api/plans/${plan}`;

const { enter, troubles } = ownDesks(plan);
const person = async (name: string): Promise<Page> => (await enter(name)).page;

/** What the API answers to whoever is at the desk. */
const ask = <T>(page: Page, address: string): Promise<T> =>
  page.evaluate(async (asked) => (await fetch(asked)).json(), address);

const row = (page: Page) => page.locator(`tr[data-month="${month}"]`);
const stateIs = (page: Page, state: string) => row(page).getByText(state, { exact: true }).waitFor();

async function openMonths(page: Page) {
  await page.goto(`/months?plan=${plan}`);
  await row(page).waitFor();
  await settle(page);
}

/** Takes a step of the month by its key and its dialog; the confirming key is clicked twice, as people do. */
async function take(page: Page, key: string, reason: string, confirm: string) {
  await row(page).getByRole("button", { name: key }).click();
  const dialog = page.getByRole("dialog");
  if (reason !== "") await dialog.locator("textarea").fill(reason);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: confirm }).dblclick();
  await dialog.waitFor({ state: "detached" });
}

const standing = async (page: Page) => {
  const { months } = await ask<Months>(page, `${api}/months`);
  const found = months.find((each) => each.month === month);
  if (found === undefined) throw new Error(`no ${month}`);
  return found;
};

/** The target as a page of today judges it. */
async function judged(page: Page) {
  const { measures } = await ask<Subject>(page, `${api}/subjects/new-materials?month=${month}`);
  const found = measures.flatMap(({ targets }) => targets).find((each) => each.target.key === target);
  if (found === undefined) throw new Error(`no ${target}`);
  return found.assessment;
}

// Four people at four desks: on a busy machine this takes longer than what one does.
test("a month is closed, reopened by a second person, corrected; its edition stays as it was", async () => {
  const office = await person("吕梁市工业产业市场主体倍增工作专班审核员");
  await office.getByRole("link", { name: "月份与结账", exact: true }).first().click();
  await openMonths(office);
  const before = await judged(office);
  await take(office, "结账", "按期结账，未报单位另行通报", "确认结账");
  await stateIs(office, "已结账");
  expect((await standing(office)).editions).toMatchObject([{ edition: 1 }]);

  const clerk = await person("市工信局填报员");
  const correction = clerk.getByRole("link", { name: "2025年8月填报表 更正" });
  await correction.click();
  await clerk.getByText("本月已结账（数据第1版）").waitFor();
  await settle(clerk);
  expect(await clerk.locator("[data-way]:not(:disabled)").count()).toBe(0);
  expect([...(await faultsSeen(clerk, "zh-CN")), ...(await barriers(clerk))]).toEqual([]);

  await take(office, "申请重新打开", "市工信局新增企业多计一户", "提交申请");
  await office.getByText("由您申请，须由另一位审核人员同意。").waitFor();
  expect(await row(office).getByRole("button").filter({ hasText: "同意" }).count()).toBe(0);
  const second = await person("吕梁市工业产业市场主体倍增工作专班复核员");
  await openMonths(second);
  await take(second, "同意重新打开", "", "同意打开");
  await stateIs(second, "已重新打开");

  await clerk.goto("/tasks");
  await correction.click();
  const line = clerk.locator(`[data-measure="${measure}"]`).first();
  const former = Number(before.achieved.text);
  await line
    .locator("[data-way=cumulative]")
    .first()
    .fill(String(former - 1));
  await clerk.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  await settle(clerk);
  for (const word of await clerk.locator("[data-way=word]").all()) await word.fill("一户重复计入，予以核减");
  await clerk.getByRole("button", { name: "提交", exact: true }).click();
  await clerk.getByLabel("更正原因").fill("一户重复计入，予以核减");
  await clerk.getByRole("button", { name: "确认提交" }).dblclick();
  await clerk.getByRole("heading", { name: "回执" }).waitFor();
  const paper = await ask<Paper>(clerk, `${api}/papers/${unit}/${month}?kind=correction`);
  expect(paper.state).toBe("submitted");

  await office.goto(`/submission?submission=${paper.receipt?.submission}`);
  await office.getByRole("button", { name: "审核通过", exact: true }).click();
  await office.getByText("已审核通过，数据已进入台账。").waitFor();

  const leader = await person("领导");
  const after = await judged(leader);
  expect([after.achieved.text, after.correctedFrom?.text]).toEqual([String(former - 1), String(former)]);
  expect(after.light).not.toBe(before.light);
  await leader.goto(`/chain?plan=${plan}&month=${month}&horizon=2025-12&subject=new-materials`);
  await leader.getByText(`更正，原为 ${former}`).first().waitFor();

  await leader.goto(`/reporting?plan=${plan}&month=${month}`);
  await leader.getByRole("link", { name: "月份与结账", exact: true }).click();
  await row(leader).getByRole("link", { name: "第1版" }).click();
  await leader.getByText("校验一致").waitFor();
  await settle(leader);
  const edition = await ask<EditionFigures>(leader, `${api}/months/${month}/editions/1`);
  expect(edition.assessments.find((each) => each.target === target)).toMatchObject({
    achieved: { text: before.achieved.text },
    light: before.light,
  });
  const corrections = leader.locator(".edition-corrections tbody tr");
  expect(await corrections.count()).toBe(1);
  expect(await corrections.locator("del").textContent()).toBe(String(former));
  expect(await corrections.locator("strong").textContent()).toBe(String(former - 1));
  expect(troubles()).toEqual([]);
}, 240_000);

test("the office copies a reminder, and gives a unit a later day; a refusal keeps what was typed", async () => {
  const page = await person("吕梁市工业产业市场主体倍增工作专班审核员");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/reporting?plan=${plan}&month=2025-09`);
  const reminder = page.locator(".reminder-group");
  await reminder.getByText("【催报】").waitFor();
  await reminder.getByRole("button").click();
  await reminder.getByText("已复制").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await reminder.locator(".reminder-text").textContent());
  expect(copied).toContain("市能源局（12项）");

  await page.goto(`/months?plan=${plan}`);
  await page.getByRole("button", { name: "2025年9月 延期" }).click();
  const dialog = page.getByRole("dialog");
  const reason = dialog.getByLabel("原因（必填）");
  await dialog.getByRole("combobox", { name: "延期单位", exact: true }).selectOption({ label: "市能源局" });
  await dialog.getByLabel("延期至").fill("2025-10-09");
  await reason.fill("机构改革，数据移交");
  await dialog.getByRole("button", { name: "确认延期" }).click();
  await dialog.getByRole("alert").waitFor();
  expect(await reason.inputValue()).toBe("机构改革，数据移交");
  await dialog.getByLabel("延期至").fill("2025-10-20");
  await dialog.getByRole("button", { name: "确认延期" }).click();
  await page.getByText("市能源局延期至 2025-10-20：机构改革，数据移交").waitFor();
}, 240_000);
