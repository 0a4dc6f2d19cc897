/** 本月研判 by its seven questions: each answer stands on the page, and is the API's. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Changes, LightMap, Outlook, Progress, Shortfalls } from "../../web/src/api/types.ts";
import { words } from "../../web/src/words/zh-CN/words.ts";
import { launchBrowser, openReader, type Reader, settle, sizes } from "../helpers/browser.ts";
import { barriers, faultsSeen } from "./faults-seen.ts";
import { ask, productAddress } from "./product.ts";
import { cellsOf } from "./shown.ts";

let browser: Browser;
let origin: string;
let reader: Reader;
let page: Page;
beforeAll(async () => {
  [browser, origin] = await Promise.all([launchBrowser(), productAddress()]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  reader = await openReader(browser, origin);
  page = reader.page;
});
afterEach(async () => {
  expect(reader.troubles).toEqual([]);
  await reader.close();
});

const question = "month=2024-06&horizon=2025-12";

test.each(["gaoping-2022", "lvliang-2022"])("%s in June 2024: the seven answers", async (plan) => {
  const of = <Answer>(resource: string) => ask<Answer>(origin, `/api/plans/${plan}/${resource}`);
  const [progress, changes, shortfalls, outlook, lights] = await Promise.all([
    of<Progress>(`progress?${question}`),
    of<Changes>(`changes?since=2024-05&${question}`),
    of<Shortfalls>(`shortfalls?${question}`),
    of<Outlook>(`outlook?${question}`),
    of<LightMap>("lights?horizon=2025-12"),
  ]);
  await page.goto(`/overview?plan=${plan}&${question}`);
  // Are we on schedule?
  await page.locator("h1", { hasText: progress.summary.zh }).waitFor();
  // What changed since last month?
  const changed = page.locator(".block-changes");
  await changed.getByText(changes.sentence.zh, { exact: true }).waitFor();
  const moved = changes.changes.filter(({ move }) => move !== null);
  expect(await changed.locator(":scope ul.rail-list").first().locator("li").count()).toBe(moved.length);
  // Which chain holds us back, by how many firms, and since when?
  const ranking = page.locator(".block-shortfalls figure");
  const [worst] = shortfalls.groups;
  if (!worst) throw new Error("nothing is behind in the demonstration");
  await ranking.getByRole("heading", { name: worst.sentence.zh }).waitFor();
  await ranking.locator("svg.row-chart").waitFor();
  await ranking.getByRole("button", { name: "改看表格" }).click();
  const cells = await cellsOf(ranking.locator("table.figures"));
  expect(cells.map((row) => row.slice(2, 5))).toEqual(
    worst.rows.map(({ shortfall, share, cumulative }) => [shortfall.text, share.text, cumulative.text]),
  );
  await page.getByRole("heading", { name: shortfalls.longest.zh }).waitFor();
  // Which unit?
  await ranking.getByRole("button", { name: "改看图" }).click();
  const units = await ranking.locator(".by-unit dd").allTextContents();
  expect(units).toEqual(
    worst.units.slice(0, 6).map(({ name, shortfall }) => `${name.zh} 差${shortfall.text}${worst.unit.zh}`),
  );
  // Will we make it?
  await page.getByRole("heading", { name: outlook.sentence.zh }).waitFor();
  const chances = await page.locator(".block-outlook .row-figure").allTextContents();
  for (const { forecast } of outlook.prospects) {
    if (forecast) expect(chances).toContain(forecast.probability.text);
  }
  // Who has not reported? Do the targets add up?
  expect(await page.locator(".block-unreported .owing").count()).toBe(0);
  expect(progress.unreported).toEqual([]);
  await page.getByRole("heading", { name: "目标分解" }).waitFor();

  // The map has a path of cells for each light that occurs, and as many cells as the API has lights.
  const map = page.locator("svg.light-map");
  const shown = lights.rows.filter(({ target }) => target === null);
  const counted = await map
    .locator(".map-cells > path")
    .evaluateAll((paths) =>
      Object.fromEntries(
        paths.map((path) => [path.getAttribute("data-mark"), path.getAttribute("d")?.split("Z").length]),
      ),
    );
  for (const light of ["met", "on-schedule", "behind", "far-behind", "unreported"] as const) {
    const cellsOfLight = shown.flatMap((row) => row.lights).filter((each) => each === light).length;
    expect([light, (counted[light] ?? 1) - 1]).toEqual([light, cellsOfLight]);
  }
});

test("the map is gone through by keyboard, tells each cell, and leads to its month", async () => {
  await page.goto(`/overview?plan=gaoping-2022&${question}`);
  const map = page.locator(".light-map-frame > [role=group]");
  await page.locator("svg.light-map").waitFor();
  const { rows, months } = await ask<LightMap>(origin, "/api/plans/gaoping-2022/lights?horizon=2025-12");
  const [first] = rows.filter(({ subject, target }) => subject.kind === "chain" && target === null);
  await map.focus();
  await page.keyboard.press("ArrowLeft");
  const light = first?.lights[months.indexOf("2024-05")];
  const word = light ? words.light[light] : "";
  await page.getByText(`${first?.subject.name.zh} · 2024年5月：${word}`, { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("month")).toBe("2024-05");
  await page.getByText("截至 2024年5月", { exact: false }).first().waitFor();

  // By pointer: in the last row, one cell to the left of the framed one, whose frame is a pixel wider than a cell.
  await settle(page);
  const picture = page.locator("svg.light-map");
  const box = await picture.boundingBox();
  const frame = await page.locator(".map-chosen").boundingBox();
  if (!box || !frame) throw new Error("the map has no place");
  const x = frame.x - box.x + frame.width / 2 - (frame.width - 1);
  await picture.click({ position: { x, y: box.height - 14 } });
  await expect.poll(() => new URL(page.url()).searchParams.get("month")).toBe("2024-04");
});

test("one choice of an indicator is that of every chart, and stands on the address", async () => {
  await page.goto(`/overview?plan=gaoping-2022&${question}`);
  const choices = page.getByRole("combobox", { name: "指标", exact: true });
  await page.locator(".block-shortfalls svg.row-chart").waitFor();
  await choices.first().selectOption({ label: "新增规上企业（差3.6户）" });
  await expect.poll(() => new URL(page.url()).searchParams.get("indicator")).toBe("above-scale-enterprises.new");
  await page
    .locator(".block-shortfalls")
    .getByRole("heading", { name: /^新增规上企业：2条产业链共差3.6户/ })
    .waitFor();
  expect(await page.getByRole("combobox", { name: "行", exact: true }).inputValue()).toBe(
    "above-scale-enterprises.new",
  );
  expect(await choices.nth(1).inputValue()).toBe("above-scale-enterprises.new");
});

test.each([
  ["no chains, nothing due", "sanmenxia-2022", "month=2022-02&horizon=2022-12"],
  ["no chains, later", "sanmenxia-2022", "month=2024-06&horizon=2025-12"],
  ["a horizon that is over", "gaoping-2022", "month=2024-06&horizon=2022-12"],
  ["standing targets", "lvliang-2022", "month=2024-06&horizon=standing"],
  ["the first month of all", "wenshang-2022", "month=2022-01&horizon=2026-12"],
  ["the statistics basis", "gaoping-2022", `${question}&basis=statistics`],
])("%s: each block says what stands there", async (_, plan, asked) => {
  await page.goto(`/overview?plan=${plan}&${asked}`);
  await page.locator(".overview-main .block").first().waitFor();
  await settle(page);
  expect([...(await faultsSeen(page, "zh-CN")), ...(await barriers(page))]).toEqual([]);
  await page.setViewportSize(sizes.phone);
  await settle(page);
  expect(await faultsSeen(page, "zh-CN")).toEqual([]);
});
