/** 批示: a leader leaves one on a chain, the unit answers, the leader settles it, and 新动态 tells the unit. */
import { expect, test } from "vitest";
import { settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks, signInAs } from "./own-desks.ts";

const { enter } = ownDesks("gaoping-2022");

const chain = "/chain?plan=gaoping-2022&month=2025-09&horizon=2025-12&subject=green-casting";
const asked = "请市工信局说明绿色铸造产业的入库安排。";
const told = "名单已报专班，10月申报两户。";

test("a note goes from the leader to the unit and back, and is news to who was not there", async () => {
  const leader = await enter("领导");
  await leader.page.goto(chain);
  await leader.page.getByLabel("对2025年9月的批示").fill(asked);
  await leader.page.getByRole("button", { name: "留下批示" }).click();
  const note = leader.page.locator(".note-one").filter({ hasText: asked });
  await note.getByText("待回复", { exact: true }).waitFor();

  const unit = await enter("市工信局填报员");
  await unit.page.goto(chain);
  const seen = unit.page.locator(".note-one").filter({ hasText: asked });
  await seen.getByRole("button", { name: "回复", exact: true }).click();
  await seen.getByLabel("回复（落实情况）").fill(told);
  await settle(unit.page);
  expect([...(await faultsSeen(unit.page, "zh-CN")), ...(await barriers(unit.page))]).toEqual([]);
  await seen.getByRole("button", { name: "提交回复" }).click();
  await seen.getByText("已回复", { exact: true }).waitFor();
  expect(await seen.getByRole("button", { name: "标记已落实" }).count()).toBe(0);

  await leader.page.reload();
  await note.getByText(told).waitFor();
  await note.getByRole("button", { name: "标记已落实" }).click();
  await note.getByRole("button", { name: "确认已落实" }).click();
  await note.locator(".note-state").getByText("已落实", { exact: true }).waitFor();

  await signInAs(unit.page, "市工信局填报员", "gaoping-2022");
  await unit.page.goto("/news");
  const news = unit.page.locator(".news-list li").filter({ hasText: "绿色铸造产业" });
  await news
    .filter({ has: unit.page.locator(".news-kind", { hasText: "已落实" }) })
    .getByRole("link")
    .click();
  await unit.page.waitForURL(/\/chain\?.*subject=green-casting.*#notes/);
  await seen.getByText(told).waitFor();
  expect([...leader.troubles, ...unit.troubles]).toEqual([]);
});
