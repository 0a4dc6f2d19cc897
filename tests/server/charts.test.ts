/** The charts as pictures by address: drawn on the server as the page draws them, the same bytes for the same question. */
import { readFileSync } from "node:fs";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
import { chartKeys } from "@beizeng/server/contract/charts.ts";
import type { Shortfalls } from "@beizeng/server/contract/shortfalls.ts";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reportSampleYear, reviewer } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const question = "month=2022-06&horizon=2022-12";
const get = (path: string) => opened.app.inject(`/api/plans/sample-2022/${path}`);
const svgOf = async (more = "", chart = "shortfalls") =>
  (await get(`charts/${chart}?${question}&format=svg${more}`)).body;
const pngOf = async (more = "") =>
  PNG.sync.read((await get(`charts/shortfalls?${question}&format=png${more}`)).rawPayload);
const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);

/** What some charts are asked for besides month and horizon. */
const asked: Partial<Record<(typeof chartKeys)[number], string>> = {
  history: "&subject=steel&measure=steel.above-scale-enterprises.new",
  steps: "&subject=headline",
  comparison: "&subject=steel&indicator=above-scale-enterprises.new",
  "department-histories": "&department=industry",
};

/** What each chart says of 钢铁 with 3 of 6 firms and 食品 with 1 of 4, where 10 are asked of both and half of them are due. */
const saidBy: Readonly<Record<(typeof chartKeys)[number], readonly string[]>> = {
  headline: ["总体目标：1项滞后", "新增规上企业", "4 / 10", "40.0%", "滞后"],
  chains: [
    "新增规上企业：1条达序时，1条严重滞后",
    "单位：户",
    "食品",
    "1 / 4",
    "25.0%",
    "钢铁",
    "3 / 6",
    "50.0%",
    "达序时",
  ],
  shortfalls: ["食品", "差1户", "100.0%", "单位：户"],
  lights: ["钢铁", "食品", "2022年", "每格一月，2022-01 至 2022-10"],
  // A year that reports this seldom has no forecast, which is said in the page's words.
  outlook: ["总体目标中没有可预测的。"],
  history: ["钢铁：新增规上企业 3户，达序时", "单位：户", "3", "6", "20"],
  steps: ["新增规上企业：各季度共4户；2022年二季度最多，3户", "2季", "钢铁（工信局）3", "食品（商务局）1", "本季序时"],
  comparison: ["新增规上企业", "2022年底", "食品", "25.0%", "钢铁", "50.0%"],
  "department-histories": ["工信局", "综合完成率", "各项亮灯（项）", "2022", "按时"],
};

const tokens = readFileSync(new URL("../../web/src/styles/tokens.css", import.meta.url), "utf8");
const byDay = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];

test("the ranking is drawn with its sentence, figures, unit, month, basis and lights, in the colours of the pages", async () => {
  const { groups } = (await get(`shortfalls?${question}`)).json<Shortfalls>();
  const [group] = groups;
  if (group === undefined) throw new Error("nothing is behind in the sample");
  const svg = await svgOf();
  const words = wordsIn(svg).join(" ");
  expect(words.replaceAll(" ", "")).toContain(group.sentence.zh.replaceAll(" ", ""));
  for (const { subject, shortfall, cumulative, since, light } of group.rows) {
    for (const said of [subject.name.zh, `差${shortfall.text}`, cumulative.text, since]) expect(words).toContain(said);
    expect(svg).toContain(`fill="${byDay(`light-${light}`)}"`);
  }
  for (const said of ["单位：户", "截至 2022年6月", "部门填报", "部门填报数据，非统计部门发布数据。", "演示数据"])
    expect(words).toContain(said);
  expect(svg).not.toMatch(/class=|style=|currentColor|var\(/);
});

test.each(chartKeys)(
  "%s is drawn with its figures, its month, its basis and its legend, in both languages",
  async (chart) => {
    const svg = await svgOf(asked[chart], chart);
    // A long title stands in several lines.
    const words = wordsIn(svg).join("").replaceAll(" ", "");
    const ofAll = ["市140581", "倍增方案", "截至 2022年6月", "部门填报", "演示数据"];
    for (const said of [...saidBy[chart], ...ofAll]) expect(words).toContain(said.replaceAll(" ", ""));
    expect(svg).not.toMatch(/class=|style=|currentColor|var\(|NaN|undefined/);
    const english = wordsIn(await svgOf(`&lang=en${asked[chart] ?? ""}`, chart)).join(" ");
    expect(english).toContain("as of 2022-06");
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  },
);

test.each(chartKeys)("%s is a PNG as large as its drawing at each density", async (chart) => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await svgOf(asked[chart], chart)) ?? [];
  for (const scale of [2, 3]) {
    const { rawPayload } = await get(`charts/${chart}?${question}&format=png&scale=${scale}${asked[chart] ?? ""}`);
    const png = PNG.sync.read(rawPayload);
    expect([png.width, png.height]).toEqual([Number(width) * scale, Number(height) * scale]);
  }
});

test("all histories of a subject stand beside each other, each under what it shows", async () => {
  const words = wordsIn(await svgOf("&subject=steel", "history"));
  expect(words).toContain("钢铁");
  expect(words.filter((word) => word.includes("单位："))).toHaveLength(2);
});

test("a picture shows what it is asked for or that there is none, never another", async () => {
  for (const chart of ["chains", "shortfalls", "lights"]) {
    const words = wordsIn(await svgOf("&indicator=tea.new", chart)).join(" ");
    expect(words, chart).toContain("没有可画的数");
    expect(words, chart).not.toContain("钢铁");
  }
  const none = wordsIn(await svgOf("&subject=steel&measure=tea.new", "history")).join(" ");
  expect(none).toContain("没有可画的数");
  const units = await get(`charts/department-histories?${question}&format=svg`);
  expect(units.statusCode).toBe(200);
});

test("a picture needs no second packing, a drawing is packed", async () => {
  const encoding = async (format: string) =>
    (
      await opened.app.inject({
        url: `/api/plans/sample-2022/charts/shortfalls?${question}&format=${format}&scale=3`,
        headers: { "accept-encoding": "br" },
      })
    ).headers["content-encoding"];
  expect([await encoding("png"), await encoding("svg")]).toEqual([undefined, "br"]);
});

test("a PNG has as many dots as asked for, paper or none, and is the same file each time", async () => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await svgOf()) ?? [];
  const white = await pngOf("&scale=3");
  expect([white.width, white.height]).toEqual([Number(width) * 3, Number(height) * 3]);
  expect([...white.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  const clear = await pngOf("&ground=transparent");
  expect(clear.width).toBe(Number(width) * 2);
  expect(clear.data[3]).toBe(0);

  const address = `charts/shortfalls?${question}&format=png&scale=1`;
  const first = await get(address);
  expect(first.headers).toMatchObject({ "content-type": "image/png" });
  // In another order the question is one that was never answered.
  const again = await get(`charts/shortfalls?scale=1&format=png&${question}`);
  expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
});

test("an edition is drawn as it was closed and says so; one that there is not is refused", async () => {
  const address = `charts/shortfalls?${question}&format=svg&edition=1`;
  const refused = await get(address);
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([404, "unknown-edition"]);
  const at = { now: "2022-10-11T02:00:00.000Z", plan: "sample-2022", month: "2022-06", reason: null };
  expect(await closeMonth(opened.store, { actor: reviewer, ...at })).toMatchObject({ ok: true });
  const drawn = (await get(address)).body;
  expect(wordsIn(drawn).join(" ")).toContain("数据版本第1版");
  // Nothing was corrected since: but for its name the picture is that of the figures as they stand.
  expect(wordsIn(drawn).filter((word) => !word.includes("截至"))).toEqual(
    wordsIn(await svgOf()).filter((word) => !word.includes("截至")),
  );
});

test("what there is not is refused", async () => {
  expect((await get(`charts/pie?${question}&format=svg`)).statusCode).toBe(400);
  expect((await get(`charts/shortfalls?${question}&format=gif`)).statusCode).toBe(400);
  const unnamed = await get(`charts/steps?${question}&format=svg`);
  expect([unnamed.statusCode, unnamed.json<{ code: string }>().code]).toEqual([404, "unknown-subject"]);
  expect((await opened.app.inject(`/api/plans/none/charts/shortfalls?${question}&format=svg`)).statusCode).toBe(404);
});
