/** The other pages as people reach them, by clicks from 本月研判, each held to what the API answers. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Departments, Plan, Reporting, Subject } from "../../web/src/api/types.ts";
import { launchBrowser, openReader, type Reader, settle } from "../helpers/browser.ts";
import { ask, productAddress } from "./product.ts";
import { cellsOf, lightShown } from "./shown.ts";

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

async function openOverview(plan: string, month: string, horizon: string) {
  await page.goto(`/overview?plan=${plan}&month=${month}&horizon=${horizon}`);
  await page.locator(".block-chains svg.row-chart").waitFor();
}
/** Goes to a main page and waits for what only it has. */
const goTo = async (name: string, landmark: string) => {
  await page.getByRole("navigation", { name: "主要页面" }).getByRole("link", { name, exact: true }).click();
  await page.locator(landmark).waitFor();
  await settle(page);
};
const word = (name: string) => new URL(page.url()).searchParams.get(name);

test("a chain: its targets, its months as a table and who reported them", async () => {
  await openOverview("gaoping-2022", "2022-09", "2022-12");
  await page.locator(".block-chains svg.row-chart").getByRole("link", { name: "装备制造产业" }).click();
  await page.getByRole("heading", { level: 1, name: "装备制造产业" }).waitFor();
  await settle(page);
  expect([word("subject"), word("month")]).toEqual(["equipment-manufacturing", "2022-09"]);

  const { subject, measures } = await ask<Subject>(
    origin,
    "/api/plans/gaoping-2022/subjects/equipment-manufacturing?month=2022-09",
  );
  const targets = measures.flatMap((measure) => measure.targets);
  const states = await page.locator(".chain-states li").allTextContents();
  expect(states).toHaveLength(targets.length);
  for (const [place, { assessment }] of targets.entries()) {
    expect(states[place]).toContain(assessment.achievedText.zh);
    expect(states[place]).toContain(assessment.completion.text);
  }
  await page.getByRole("link", { name: "目标与依据" }).click();
  await page.locator(".chain-targets table").waitFor();
  expect(word("view")).toBe("targets");
  expect(await cellsOf(page.locator(".chain-targets table"))).toEqual(
    targets.map(({ target, assessment }) => [
      expect.stringContaining(assessment.indicatorName.zh),
      target.text.zh,
      assessment.achievedText.zh,
      assessment.expected.text,
      assessment.completion.text,
      lightShown(assessment),
      assessment.explanation.zh,
      target.clause,
    ]),
  );
  const facts = await page.locator(".chain-head").textContent();
  for (const fact of [subject.park?.zh, subject.leadEnterprise?.zh, subject.clause]) expect(facts).toContain(fact);

  await page.getByRole("link", { name: "历程", exact: true }).click();
  const [measure] = measures;
  const panel = page.locator("figure").first();
  await panel.locator("svg").first().waitFor();
  await panel.getByRole("button", { name: "改看表格" }).click();
  const months = await cellsOf(panel.locator("table.figures"));
  const history = measure?.targets[0]?.history ?? [];
  const september = history.find(({ month }) => month === "2022-09");
  const shown = months.find(([month]) => month === "2022年9月");
  expect(shown?.slice(1, 5)).toEqual([
    september?.achieved.text,
    september?.expected.text,
    september?.completion.text,
    september && lightShown({ light: september.light, metLateAt: null }),
  ]);
  await page.getByRole("link", { name: "填报值", exact: true }).click();
  await page.locator("details.chain-values").first().waitFor();
  const values = await cellsOf(page.locator("details.chain-values").first().locator("table.figures"));
  expect(values.map((row) => row[1])).toEqual(measure?.values.map(({ entries }) => entries.text));
});

const attributions = { full: "全额", shared: "均摊", lead: "牵头" } as const;
type Attribution = keyof typeof attributions;

/** The board as the API has it, a unit with rank, composite and reports a row, and the subjects without a lead. */
async function boardOf(plan: string, horizon: string, attribution: Attribution) {
  const query = `month=2025-09&horizon=${horizon}&attribution=${attribution}`;
  const data = await ask<Departments>(origin, `/api/plans/${plan}/departments?${query}`);
  const units = data.departments
    .filter(({ assessments }) => assessments.length > 0)
    .map(({ department, rank, composite, reported, targets }) =>
      [department.name.zh, rank ?? "", composite.text, `${reported}/${targets}`].join(" "),
    );
  return { units, withoutLead: data.withoutLead.map(({ name }) => name.zh) };
}

/** Waits until the page shows just these units, and looks at their order: by rank, and last who has none. */
async function expectBoard(units: readonly string[]) {
  const shown = async () => (await cellsOf(page.locator(".departments-board table"))).map((row) => row.slice(0, 4));
  await expect.poll(async () => (await shown()).map((row) => row.join(" ")).toSorted()).toEqual(units.toSorted());
  const places = (await shown()).map(([, rank]) => (rank ? Number(rank) : Number.POSITIVE_INFINITY));
  expect(places).toEqual(places.toSorted((one, other) => (one === other ? 0 : one - other)));
}

test("units: the same board in three attributions, and what has no lead", async () => {
  await openOverview("lvliang-2022", "2025-09", "2025-12");
  await goTo("责任单位", ".departments-board");
  for (const key of ["full", "shared"] as const) {
    await page.getByRole("link", { name: attributions[key], exact: true }).click();
    const { units } = await boardOf("lvliang-2022", "2025-12", key);
    expect(units.length).toBeGreaterThan(10);
    await expectBoard(units);
    expect(word("attribution")).toBe(key);
  }

  // 吕梁 names no lead at all; 汶上 names one, but not for its headline.
  await page.getByRole("link", { name: attributions.lead, exact: true }).click();
  await page.locator(".empty", { hasText: "方案没有写明牵头单位" }).waitFor();
  const { units: none, withoutLead } = await boardOf("lvliang-2022", "2025-12", "lead");
  expect(none).toEqual([]);
  expect(await page.locator(".departments-open").textContent()).toBe(`未明确牵头：${withoutLead.join("、")}`);

  await page.getByRole("combobox", { name: "方案", exact: true }).selectOption("wenshang-2022");
  await page.getByRole("combobox", { name: "目标期", exact: true }).selectOption("2026-12");
  await page.getByRole("link", { name: attributions.lead, exact: true }).click();
  const led = await boardOf("wenshang-2022", "2026-12", "lead");
  expect(led.units.length).toBe(1);
  await expectBoard(led.units);
  expect(await page.locator(".departments-open").textContent()).toBe("未明确牵头：发展目标");
});

test("one unit: sums, targets and lights; the board of reports beside it", async () => {
  await openOverview("gaoping-2022", "2022-09", "2022-12");
  await goTo("责任单位", ".departments-board");
  await page.locator(".departments-board").getByRole("link", { name: "开发区管委会" }).click();
  await page.getByRole("heading", { level: 1, name: /^开发区管委会/ }).waitFor();
  await settle(page);
  const query = "month=2022-09&horizon=2022-12&attribution=full";
  const { departments, assessments } = await ask<Departments>(origin, `/api/plans/gaoping-2022/departments?${query}`);
  const own = departments.find(({ department }) => department.name.zh === "开发区管委会");
  expect(word("department")).toBe(own?.department.key);
  expect(
    (await cellsOf(page.locator("section", { has: page.locator("#sums-title") }).locator("table"))).map((row) =>
      row.slice(1),
    ),
  ).toEqual(
    own?.sums.map(({ unit, achieved, target, completion, reported, targets }) => [
      unit.zh,
      achieved.text,
      target.text,
      completion.text,
      `${reported}/${targets}`,
    ]),
  );
  const judged = new Map(assessments.map((each) => [each.target, each]));
  const lights = own?.assessments
    .map((target) => judged.get(target))
    .flatMap((each) => (each ? [lightShown(each)] : []));
  const shown = await page.locator(".department-targets .light").allTextContents();
  expect(shown.toSorted()).toEqual(lights?.toSorted());

  await page.getByRole("link", { name: "填报情况" }).click();
  await page.getByRole("heading", { level: 2, name: "逐期填报" }).waitFor();
  await settle(page);
  const reporting = await ask<Reporting>(origin, "/api/plans/gaoping-2022/reporting?month=2022-09");
  const heading = `2022年9月期：${reporting.total}个填报单位，${reporting.reported}个已报`;
  expect(await page.locator("h1").textContent()).toBe(heading);
  const marks = await page
    .locator(".reporting-table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("svg.punctuality")].map((mark) => mark.getAttribute("class"))),
    );
  expect(marks).toEqual(
    reporting.units.map(({ cells }) => cells.map(({ punctuality }) => `punctuality punctuality-${punctuality}`)),
  );
});

test("the plan: every target of the document, narrowed on the address, and what adds up", async () => {
  await openOverview("gaoping-2022", "2022-09", "2022-12");
  await goTo("方案", "table.targets");
  const plan = await ask<Plan>(origin, "/api/plans/gaoping-2022");
  expect(await page.locator("h1").textContent()).toBe(plan.plan.title.zh);
  const table = page.locator("table.targets");
  expect(await table.locator("tbody tr:not(.group)").count()).toBe(plan.targets.length);
  await page.getByRole("combobox", { name: "事项", exact: true }).selectOption("stainless-steel");
  const own = plan.targets.filter(({ subject }) => subject === "stainless-steel");
  await expect.poll(() => table.locator("tbody tr:not(.group)").count()).toBe(own.length);
  expect(await table.locator("td.target-target").allTextContents()).toEqual(own.map(({ text }) => text.zh));
  expect(word("subject")).toBe("stainless-steel");

  // 高平's two headline targets of two horizons are divided among its chains without a rest.
  const sums = (await cellsOf(page.locator("#sums table"))).map((row) => row.slice(2, 6));
  expect(sums).toEqual([
    ["户", "15", "15", "相符"],
    ["户", "50", "50", "相符"],
    ["户", "100", "100", "相符"],
    ["户", "400", "400", "相符"],
  ]);
});
