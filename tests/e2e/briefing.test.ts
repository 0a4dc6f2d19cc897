/** The office takes a closed month's 通报 from its preview to its issue: each file as it is and again as it was, and the number. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { BriefingPaper, Briefings } from "../../web/src/api/types.ts";
import { openedPackage } from "../helpers/office/opened-package.ts";
import { packageFaults } from "../helpers/office/package-faults.ts";
import { allNamed } from "../helpers/office/xml-tree.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ownDesks } from "./own-desks.ts";
import { ask } from "./product.ts";

const plan = "sanmenxia-2022";
const asked = "month=2022-09&horizon=2022-12";
const desks = ownDesks(plan);

async function fetched(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await download.path());
}

/** The words of a Word document, paragraph by paragraph. */
function paragraphsOf(file: Buffer): readonly string[] {
  const document = openedPackage(file).trees.get("word/document.xml");
  if (document === undefined) throw new Error("no document");
  return allNamed(document, "w:p").map((each) =>
    allNamed(each, "w:t")
      .map(({ text }) => text)
      .join(""),
  );
}

test("a closed month is read, taken away, issued under its number and fetched again unchanged", async () => {
  const { page } = await desks.enter("市发展改革委审核员");
  await page.goto(`/briefing?plan=${plan}&${asked}`);
  const paper = await ask<BriefingPaper>(desks.origin(), `/api/plans/${plan}/briefing/paper?${asked}&edition=2`);
  const textOf = (style: string) => paper.blocks.filter((block) => block.style === style).map(({ text }) => text);
  const preview = page.getByRole("article", { name: "通报预览" });
  await preview.getByText(textOf("BodyText").find((text) => text !== "") ?? "", { exact: true }).waitFor();
  expect(await preview.locator(".paper-heading").allTextContents()).toEqual(textOf("Heading1"));

  // Each file of the edition: sound, and the Word document says what the preview says.
  const files = page.getByRole("region", { name: "下载" });
  const bytes = new Map<string, Buffer>();
  const archives = ["图表", "材料包"];
  for (const kind of ["Word", "PowerPoint", "Excel", ...archives]) {
    bytes.set(kind, await fetched(page, files.getByRole("link", { name: kind })));
    if (!archives.includes(kind)) expect([kind, packageFaults(bytes.get(kind) ?? Buffer.of())]).toEqual([kind, []]);
  }
  const words = paragraphsOf(bytes.get("Word") ?? Buffer.of());
  for (const style of ["Heading1", "BodyText", "AttachmentList"]) {
    expect(words).toEqual(expect.arrayContaining(textOf(style)));
  }
  for (const kind of archives) expect([kind, bytes.get(kind)?.subarray(0, 2).toString()]).toEqual([kind, "PK"]);

  // It goes out once, however often it is confirmed.
  await page.getByRole("button", { name: "印发本期通报…" }).click();
  const dialog = page.getByRole("dialog", { name: "印发2025年第1期" });
  await dialog.getByText("第2版", { exact: false }).waitFor();
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  await dialog.getByRole("button", { name: "确认印发第1期" }).dblclick();
  await page.getByText("已印发为2025年第1期，各文件已原样留存。").waitFor();

  // What is kept is what was listed with its hash, and says its number.
  await page.getByRole("link", { name: "已印发（1期）" }).click();
  const { briefings } = await ask<Briefings>(desks.origin(), `/api/plans/${plan}/briefings`);
  expect(briefings.map(({ year, number, edition }) => [year, number, edition])).toEqual([[2025, 1, 2]]);
  const row = page.locator("[data-issued='2025-1']");
  await row.getByText("与现行数据一致").waitFor();
  const kept = await fetched(page, row.getByRole("link", { name: "通报.docx" }));
  expect(createHash("sha256").update(kept).digest("hex")).toBe(
    briefings[0]?.files.find(({ name }) => name === "通报.docx")?.sha256,
  );
  expect(paragraphsOf(kept)).toContain("（2025年第1期）");
  expect(desks.troubles()).toEqual([]);
});
