/** The office tries another rule of lights, sees which months would change, and applies it; readers see the rule that holds. */
import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import type { LightMap } from "../../web/src/api/types.ts";
import { settle } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks } from "./own-desks.ts";
import { ask } from "./product.ts";

const { enter, origin } = ownDesks("gaoping-2022");

const lightsNow = async () => {
  const { months, rows } = await ask<LightMap>(origin(), "/api/plans/gaoping-2022/lights?horizon=2025-12");
  return rows.flatMap(({ target, lights }) =>
    target === null ? [] : lights.map((light, place) => [`${target} ${months[place]}`, light] as const),
  );
};

test("the office of 高平 tightens the rule from an open month; closed months refuse, and a reader is led to the rule", async () => {
  const before = new Map(await lightsNow());
  const { page, troubles, close } = await enter("市工信局审核员");
  await page.goto("/plan?plan=gaoping-2022&horizon=2025-12");
  await page.getByRole("link", { name: "亮灯规则与入库日历" }).click();
  await page.getByRole("heading", { level: 1, name: "亮灯规则与入库日历" }).waitFor();
  await page.getByText("没有亮灯改变").waitFor();
  await page.getByLabel("容许差距（百分点）").fill("5");
  await page.getByLabel("自何月起").fill("2022-01");
  await page.getByRole("alert").filter({ hasText: "已结账，不能自2022年1月起执行" }).waitFor();
  await page.locator("[data-mark=moved]").first().waitFor();
  expect(await page.getByRole("button", { name: "按此执行" }).isDisabled()).toBe(true);
  await settle(page);
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);

  await page.getByLabel("自何月起").fill("2025-07");
  await page.getByText(/^2025年7月至2025年10月，\d+项目标的\d+个月度亮灯改变：滞后变为严重滞后/).waitFor();
  // What is tried is taken away as a file and as a picture, and stands on the address.
  await expect.poll(() => new URL(page.url()).searchParams.get("trial")).toBe("2025-07_points_5_in");
  const files = page.getByRole("button", { name: "各事项逐月亮灯：现行与试算：下载" });
  await files.click();
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "表格 CSV" }).click(),
  ]);
  expect(await readFile(await csv.path(), "utf8")).toContain("2025年7月至2025年10月，");
  await files.click();
  const [png] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "图片 PNG（白底）", exact: true }).click(),
  ]);
  const { width, height } = PNG.sync.read(await readFile(await png.path()));
  expect([width > 1000, height > 500]).toEqual([true, true]);
  await page.goto(page.url());
  await page.getByText(/^2025年7月至2025年10月，\d+项目标的\d+个月度亮灯改变：滞后变为严重滞后/).waitFor();

  await page.getByLabel("原因").fill("省考核口径收紧");
  await page.getByRole("button", { name: "按此执行" }).click();
  const held = page.getByRole("region", { name: "现行和历次亮灯规则" });
  await held.getByRole("cell", { name: /不超过5个百分点为滞后/ }).waitFor();
  await held.getByRole("rowheader", { name: "2025年7月 现行" }).waitFor();

  const changed = (await lightsNow()).filter(([cell, light]) => before.get(cell) !== light);
  expect(changed.length).toBeGreaterThan(0);
  for (const [cell, light] of changed) expect([cell.slice(-7) >= "2025-07", light]).toEqual([true, "far-behind"]);
  expect(troubles).toEqual([]);
  await close();

  const reader = await enter("领导");
  await reader.page.goto("/overview?plan=gaoping-2022&month=2025-09&horizon=2025-12");
  await reader.page.locator(".why-mark").first().hover();
  await reader.page.getByRole("link", { name: "亮灯规则与入库日历" }).click();
  await reader.page.getByRole("rowheader", { name: "2025年7月 现行" }).waitFor();
  await reader.page.getByText("由专班审核设定。").waitFor();
  expect(reader.troubles).toEqual([]);
}, 120_000);
