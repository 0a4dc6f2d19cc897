/** The office revises a target: it sees what would move, confirms, and every reader sees old and new. */
import { expect, test } from "vitest";
import type { Subject } from "../../web/src/api/types.ts";
import { settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks } from "./own-desks.ts";
import { ask } from "./product.ts";

const key = "equipment-manufacturing.above-scale-enterprises.new.2025-12";
const chain = "plan=gaoping-2022&month=2025-09&horizon=2025-12&subject=equipment-manufacturing";

const { enter, origin } = ownDesks("gaoping-2022");

/** The way of the target, month by month, as the API tells it to any reader. */
async function wayOfTarget() {
  const { measures } = await ask<Subject>(
    origin(),
    "/api/plans/gaoping-2022/subjects/equipment-manufacturing?month=2025-09",
  );
  return measures.flatMap(({ targets }) => targets).find(({ target }) => target.key === key)?.history ?? [];
}

test("the office of 高平 revises a target; the chain shows old and new, and past months stand", async () => {
  const before = await wayOfTarget();
  const { page, troubles, close } = await enter("市工信局审核员");
  await page.goto("/plan?plan=gaoping-2022");
  const row = page.locator("tbody", { hasText: "装备制造产业" }).locator("tr", { hasText: "2025" }).first();
  await row.getByRole("link", { name: "调整目标" }).click();
  await page.getByRole("heading", { level: 1, name: "调整目标" }).waitFor();
  await page.getByLabel("自何月起").fill("2025-07");
  await page.getByLabel("目标值（户）").fill("40");
  await page.locator(".revision-lights").first().waitFor();
  await settle(page);
  const said = await page.locator(".revision-target").first().textContent();
  expect(said).toMatch(/个月的亮灯改变：2025年7月/);
  await page.getByLabel("依据文件").fill("高政发〔2025〕9号");
  await page.getByLabel("原因").fill("省下达任务增加");
  await page.getByRole("button", { name: "确认调整" }).click();
  await page.getByText(/^已登记：新增 .+ → 新增 .*40户，2025年7月起/).waitFor();

  const after = await wayOfTarget();
  expect(after.filter(({ month }) => month < "2025-07")).toEqual(before.filter(({ month }) => month < "2025-07"));
  const changed = after.filter(({ light }, place) => light !== before[place]?.light).map(({ month }) => month);
  expect(changed).toEqual(["2025-07", "2025-08", "2025-09"]);

  await page.goto(`/chain?${chain}`);
  await page.getByText(/目标调整：新增 .+ → 新增 .*40户，2025年7月起，依据 高政发〔2025〕9号/).waitFor();
  await page.locator("[data-mark=adjusted]").first().waitFor();
  await settle(page);
  expect(await faultsSeen(page, "zh-CN")).toEqual([]);
  await page.goto("/plan?plan=gaoping-2022");
  await page.getByText(/目标调整：.*40户，2025年7月起/).waitFor();

  await page.getByRole("link", { name: "编辑方案" }).click();
  const alias = page.getByRole("form", { name: "增加单位别称" });
  await alias.getByRole("textbox", { name: "别称" }).fill("工业和信息化局");
  await alias.getByLabel("原因").fill("文件写法不一");
  await alias.getByRole("button", { name: "增加" }).click();
  await page.getByRole("cell", { name: "单位别称" }).waitFor();

  const added = page.getByRole("form", { name: "增加事项" });
  await added.getByLabel("事项名称").fill("文旅康养产业");
  await added.getByLabel("代号").fill("Culture Tourism");
  await added.getByLabel("自何月起").fill("2025-08");
  await added.getByLabel("原因").fill("新增产业链");
  await added.getByRole("button", { name: "增加" }).click();
  await added.getByText(/^代号：只能用小写字母/).waitFor();
  await added.getByLabel("代号").fill("culture-tourism");
  await added.getByRole("button", { name: "增加" }).click();
  await page.getByRole("rowheader", { name: "文旅康养产业", exact: true }).waitFor();
  const measure = page.getByRole("form", { name: "增加考核指标" });
  await measure.getByRole("combobox", { name: "事项", exact: true }).selectOption({ label: "文旅康养产业" });
  await measure.getByRole("combobox", { name: "指标", exact: true }).selectOption({ label: "新指标……" });
  await measure.getByLabel("新指标名称").fill("重点项目");
  await measure.getByLabel("计量单位").fill("个");
  await measure.getByRole("combobox", { name: "数据和口径", exact: true }).selectOption({ label: "累计数 · 累计" });
  await measure.getByLabel("目标值").fill("6");
  await measure.getByLabel("期限", { exact: true }).fill("2025-12");
  await measure.getByLabel("从哪个月算起").fill("2024-12");
  await measure.getByLabel("条款").fill("一");
  await measure.getByLabel("自何月起").fill("2025-08");
  await measure.getByLabel("原因").fill("任务增加");
  await measure.getByRole("button", { name: "试算影响" }).click();
  await measure
    .getByText(/2025年9月.*未报/)
    .first()
    .waitFor();
  await measure.getByRole("button", { name: "增加", exact: true }).click();
  await page.getByRole("rowheader", { name: "文旅康养产业 · 重点项目" }).waitFor();
  await settle(page);
  for (const size of [
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  }
  await page.goto("/plan?plan=gaoping-2022&subject=culture-tourism");
  await page.getByText("增补：自2025年8月起计；任务增加").waitFor();
  await settle(page);
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  // The key that was no key was refused, and nothing else was.
  expect(troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
  expect(troubles.filter((trouble) => trouble.startsWith("answered"))).toEqual([
    `answered 422: ${origin()}/api/plans/gaoping-2022/subjects`,
  ]);
  await close();
}, 180_000);
