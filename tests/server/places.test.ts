/** All places side by side: which targets can be asked for, their lights month by month, their tables. */
import type { HeadlineKinds, HeadlineLights, Headlines } from "@beizeng/server/contract/headlines.ts";
import type { PlanList } from "@beizeng/server/contract/plans.ts";
import { readSheets } from "@beizeng/server/imports/read-sheets.ts";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { reportAndAccept, reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp([samplePlan(), samplePlan("other-2022", "140501")]);
  await reportSampleYear(opened.store);
});
afterAll(() => opened.dispose());

const asked = "indicator=above-scale-enterprises&reading=new&horizon=2022-12";
const get = async <A>(path: string): Promise<A> => (await opened.app.inject(path)).json<A>();
const headlines = (month: string) => get<Headlines>(`/api/headlines?${asked}&month=${month}`);

describe("what can be asked of all places", () => {
  test("the kinds with how many plans have them, and a place with the one that it lies in", async () => {
    const { kinds } = await get<HeadlineKinds>("/api/headlines/kinds");
    expect(kinds).toEqual([
      {
        indicator: "above-scale-enterprises",
        indicatorName: { zh: "规上企业", en: "Above-scale enterprises" },
        unit: { zh: "户", en: "firms" },
        definition: null,
        reading: "new",
        horizon: "2022-12",
        plans: 2,
        // Counted from the end of 2021; the clock stands in October.
        firstMonth: "2022-01",
        lastMonth: "2022-10",
      },
    ]);
    const { plans } = await get<PlanList>("/api/plans");
    expect(plans.map(({ jurisdiction }) => jurisdiction.parent?.code)).toEqual(["100000", "100000"]);
  });

  test("the gap, and the month that the figures are of where it is an earlier one", async () => {
    const [sample, other] = (await headlines("2022-06")).rows;
    // 4 of 10 where half of the year asks for 5.
    expect([sample?.gap.text, sample?.carriedFrom, sample?.isCorrected]).toEqual(["1", undefined, undefined]);
    expect([other?.gap.text, other?.carriedFrom]).toEqual(["—", undefined]);
    // May has no report of its own: what March said stands.
    const [may] = (await headlines("2022-05")).rows;
    expect([may?.achieved.text, may?.carriedFrom]).toEqual(["1", "2022-03"]);
  });
});

describe("the lights of all places", () => {
  const lights = () => get<HeadlineLights>(`/api/headlines/lights?${asked}`);

  test("are those of the months asked one by one, to the deadline", async () => {
    const { months, rows, revision } = await lights();
    expect([months[0], months.at(-1), months.length]).toEqual(["2022-01", "2022-12", 12]);
    expect(rows.map(({ plan, place, scopeName }) => [plan, place.zh, scopeName])).toEqual([
      ["sample-2022", "市140581", null],
      ["other-2022", "市140501", null],
    ]);
    for (const [place, month] of months.slice(0, 10).entries()) {
      const answer = await headlines(month);
      expect([month, rows.map((row) => row.lights[place])]).toEqual([month, answer.rows.map(({ light }) => light)]);
      expect(answer.revision).toBe(revision);
    }
    expect(rows.map((row) => row.lights.length)).toEqual([10, 10]);
    expect(rows.map((row) => row.lights[5])).toEqual(["behind", null]);
  });

  test("follow what is accepted", async () => {
    const own = await openTestApp([samplePlan(), samplePlan("other-2022", "140501")]);
    const before = (await own.app.inject(`/api/headlines/lights?${asked}`)).json<HeadlineLights>();
    expect(before.rows[1]?.lights).not.toContain("on-schedule");
    const paper = { plan: "other-2022", period: "2022-03", now: "2022-04-08T02:00:00.000Z" };
    const of = (chain: string, entries: string) => ({
      measure: `${chain}.above-scale-enterprises`,
      entries,
      exits: "0",
    });
    const others = [
      { measure: "steel.output", amount: "10.5" },
      { measure: "steel.plant", amount: "0" },
    ];
    const lines = [of("steel", "2"), ...others];
    await reportAndAccept(own.store, { ...paper, department: "other-2022-industry", lines });
    await reportAndAccept(own.store, { ...paper, department: "other-2022-commerce", lines: [of("food", "1")] });
    const after = (await own.app.inject(`/api/headlines/lights?${asked}`)).json<HeadlineLights>();
    // 3 of 10 in March, where a quarter of the year asks for 2.5.
    expect(after.rows[1]?.lights[2]).toBe("on-schedule");
    await own.dispose();
  });

  test("refuse a kind that no plan has, and say which there are", async () => {
    const response = await opened.app.inject("/api/headlines/lights?indicator=tea&reading=new&horizon=2022-12");
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({
      code: "unknown-headline",
    });
  });
});

describe("the picture of all places", () => {
  const picture = (more: string, month = "2022-06") =>
    opened.app.inject(`/api/headlines/charts/lights?${asked}&month=${month}&format=svg${more}`);
  const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);

  test("says which target, which months and whose figures, the largest gap first", async () => {
    const svg = (await picture("")).body;
    const words = wordsIn(svg);
    const said = words.join("").replaceAll(" ", "");
    const all = ["新增规上企业（2022年底）", "各地", "2022-01至2022-10", "部门填报", "演示数据", "滞后", "2022年"];
    for (const each of all) expect(said).toContain(each);
    // One is 1 short in June; the other never reported, so that nobody knows its gap.
    const [first, second] = ["市140581", "市140501"].map((place) => words.indexOf(place));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(second).toBeGreaterThan(first ?? 0);
    expect(svg).not.toMatch(/class=|style=|currentColor|var\(|NaN|undefined/);
    const english = wordsIn((await picture("&lang=en")).body).join(" ");
    expect(english).toContain("Lights of all places");
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test("is a PNG as dense as it is wanted, and refused for a month or a target that there is not", async () => {
    const [, width] = /width="(\d+)"/.exec((await picture("")).body) ?? [];
    const png = await opened.app.inject(`/api/headlines/charts/lights?${asked}&month=2022-06&format=png&scale=3`);
    expect(png.headers["content-type"]).toBe("image/png");
    expect(PNG.sync.read(png.rawPayload).width).toBe(Number(width) * 3);
    expect((await picture("", "2031-01")).json()).toMatchObject({ code: "month-out-of-range" });
    const unknown = await opened.app.inject(
      "/api/headlines/charts/lights?indicator=tea&reading=new&horizon=2022-12&month=2022-06&format=svg",
    );
    expect(unknown.json()).toMatchObject({ code: "unknown-headline" });
  });

  test("of more than 300 places is a drawing alone: a PNG of it would not be legible or would take all memory", async () => {
    const plans = Array.from({ length: 301 }, (_, index) => samplePlan(`place-${index}`, String(140501 + index)));
    const many = await openTestApp(plans);
    const address = `/api/headlines/charts/lights?${asked}&month=2022-06`;
    const png = await many.app.inject(`${address}&format=png`);
    expect([png.statusCode, png.json()]).toMatchObject([422, { code: "picture-too-long" }]);
    expect((await many.app.inject(`${address}&format=svg`)).statusCode).toBe(200);
    await many.dispose();
  });
});

describe("the tables of all places", () => {
  const table = (name: string, more: string) =>
    opened.app.inject(`/api/headlines/tables/${name}?${asked}&month=2022-06&${more}`);

  test("the figures of the answer, the largest gap first, with the note that definitions differ", async () => {
    const response = await table("places", "format=csv");
    expect(response.headers["content-disposition"]).toContain('filename="all-places-2022-06.csv"');
    const rows = readCsv(response.body);
    expect(rows.slice(0, 3)).toEqual([
      [
        ...["地方", "上级地方", "方案", "实际", "目标", "序时", "差序时"],
        ...["完成率（%）", "亮灯", "数据截至", "已报"],
      ],
      ["市140581", "中国", rows[1]?.[2], "4", "10", "5", "1", "40", "滞后", "2022-06", "2 / 2"],
      ["市140501", "中国", rows[2]?.[2], "—", "10", "5", "—", "—", "—", "—", "0 / 2"],
    ]);
    expect(response.body).toContain("单位：户");
    expect(response.body).toContain("各方案的口径、计数起点和分解办法不尽相同，只供对照，不相加");
  });

  test.each(["zh", "en"])("both are had as workbooks in %s", async (lang) => {
    for (const name of ["places", "lights"]) {
      const response = await table(name, `format=xlsx&lang=${lang}`);
      expect(response.headers["content-type"]).toContain("spreadsheetml");
      expect(readSheets(new Uint8Array(response.rawPayload))[0]?.cells.length).toBeGreaterThan(5);
    }
  });
});
