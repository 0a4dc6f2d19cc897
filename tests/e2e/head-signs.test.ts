/** A unit's clerk fills in what its head signs; the head finds it waiting, signs, and stands on the receipt. */
import { expect, test } from "vitest";
import { type Reader, settle, sizes } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks } from "./own-desks.ts";

const head = "演示·吕梁市·市大数据局负责人";

const { enter } = ownDesks("lvliang-2022");

test("the clerk prepares and cannot hand in; the head signs on the phone", async () => {
  const clerk = await enter("市大数据局填报员");
  const ofPeriod = (reader: Reader) => reader.page.locator("tbody tr").filter({ hasText: "2025年9月填报表" });
  await ofPeriod(clerk).getByRole("link").click();
  await clerk.page.getByRole("button", { name: "其余无变化" }).click();
  await clerk.page.getByText("已填 5/5").waitFor();
  for (const word of await clerk.page.locator("[data-way=word]").all()) await word.fill("已核实");
  await clerk.page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
  await clerk.page.getByText(`填好后由单位负责人（${head}）签发提交`).waitFor();
  expect(await clerk.page.getByRole("button", { name: /提交/ }).count()).toBe(0);
  await clerk.page.goto("/tasks");
  await ofPeriod(clerk).getByText("已填全，待单位负责人签发").waitFor();

  // Nothing is left for the clerk to do, and everything for the head.
  expect(await ofPeriod(clerk).getByRole("link").textContent()).toBe("查看");

  const signer = await enter("市大数据局负责人");
  await signer.page.setViewportSize(sizes.phone);
  await settle(signer.page);
  await ofPeriod(signer).getByText("已填全，待单位负责人签发").waitFor();
  await ofPeriod(signer).getByRole("link", { name: "签发" }).click();
  await signer.page.getByRole("button", { name: "签发提交" }).waitFor();
  await settle(signer.page);
  expect([...(await faultsSeen(signer.page, "zh-CN")), ...(await barriers(signer.page))]).toEqual([]);
  await signer.page.getByRole("button", { name: "签发提交" }).click();
  await signer.page.getByRole("button", { name: "确认提交" }).click();
  await signer.page.getByRole("heading", { name: "回执" }).waitFor();
  await signer.page.getByText(head).first().waitFor();
  expect([...clerk.troubles, ...signer.troubles]).toEqual([]);
  await Promise.all([clerk.close(), signer.close()]);
});
