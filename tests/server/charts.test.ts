/** The charts as pictures by address: drawn on the server as the page draws them, the same bytes for the same question. */
import { readFileSync } from "node:fs";
import { closeMonth } from "@beizeng/server/actions/close-month.ts";
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
const svgOf = async (more = "") => (await get(`charts/shortfalls?${question}&format=svg${more}`)).body;
const pngOf = async (more = "") =>
  PNG.sync.read((await get(`charts/shortfalls?${question}&format=png${more}`)).rawPayload);
const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);

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

test("an English picture has English words alone", async () => {
  const words = wordsIn(await svgOf("&lang=en")).join(" ");
  expect(words).toContain("Behind since");
  expect(words).not.toMatch(/[\u4e00-\u9fff]/);
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
  expect((await opened.app.inject(`/api/plans/none/charts/shortfalls?${question}&format=svg`)).statusCode).toBe(404);
});
