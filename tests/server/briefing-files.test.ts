/** The files of a briefing hold the figures of its answer, and a spreadsheet that reckons them anew comes to the same. */
import { type Briefing, briefingFileKeys } from "@beizeng/server/contract/briefing.ts";
import { numberShown } from "@beizeng/server/exports/tables/shown-number.ts";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../helpers/app.ts";
import { reckoned } from "../helpers/briefing/reckoned.ts";
import { openedPackage } from "../helpers/office/opened-package.ts";
import { packageFaults } from "../helpers/office/package-faults.ts";
import { allNamed, childNamed, readXml } from "../helpers/office/xml-tree.ts";
import { readCsv } from "../helpers/read-csv.ts";
import { reportSampleYear } from "./reports.ts";
import { samplePlan } from "./sample-plan.ts";

let opened: TestApp;
let briefing: Briefing;
beforeAll(async () => {
  opened = await openTestApp([samplePlan()]);
  await reportSampleYear(opened.store);
  briefing = (await get("briefing")).json();
});
afterAll(() => opened.dispose());

const question = "month=2022-06&horizon=2022-12";
const get = (path: string) => opened.app.inject(`/api/plans/sample-2022/${path}?${question}`);
const fileOf = async (file: string) => (await get(`briefing/files/${file}`)).rawPayload;

/** A cell as the sheet holds it: its number or text, and the formula it comes from. */
interface HeldCell {
  readonly value: number | string;
  readonly formula: string | null;
}

/** Each sheet's cells by their place, by the sheet's name. */
async function heldSheets(): Promise<ReadonlyMap<string, ReadonlyMap<string, HeldCell>>> {
  const { bytes } = openedPackage(await fileOf("tables"));
  const xmlOf = (name: string) => readXml(new TextDecoder().decode(bytes(name)));
  const named = allNamed(xmlOf("xl/workbook.xml"), "sheet").map(({ attributes }) => attributes.get("name") ?? "");
  return new Map(
    named.map((name, index) => {
      const cells = allNamed(xmlOf(`xl/worksheets/sheet${index + 1}.xml`), "c").map((cell): [string, HeldCell] => {
        const text = allNamed(cell, "t")[0]?.text;
        const number = childNamed(cell, "v")?.text;
        const value = text ?? (number === undefined ? "" : Number(number));
        return [cell.attributes.get("r") ?? "", { value, formula: childNamed(cell, "f")?.text ?? null }];
      });
      return [name, new Map(cells)];
    }),
  );
}

test("every file is made, whole by its structure, and of the same bytes a second time", async () => {
  for (const file of briefingFileKeys) {
    const response = await get(`briefing/files/${file}`);
    expect(response.statusCode, file).toBe(200);
    expect(response.headers["content-disposition"], file).toContain(encodeURIComponent("未定稿_演示"));
    const isPackage = !file.startsWith("flat-") && file !== "pictures";
    if (isPackage) expect(packageFaults(response.rawPayload), file).toEqual([]);
  }
  const again = await openTestApp([samplePlan()]);
  try {
    await reportSampleYear(again.store);
    for (const file of briefingFileKeys) {
      const other = await again.app.inject(`/api/plans/sample-2022/briefing/files/${file}?${question}`);
      expect(other.rawPayload.equals(await fileOf(file)), file).toBe(true);
    }
  } finally {
    await again.dispose();
  }
});

test("all files come in one, each with the bytes that it has alone", async () => {
  const response = await get("briefing/files/pack");
  expect([response.statusCode, response.headers["content-type"]]).toEqual([200, "application/zip"]);
  expect(response.headers["content-disposition"]).toContain(encodeURIComponent("材料包_2022-06_未定稿_演示.zip"));
  const { names, bytes } = openedPackage(response.rawPayload);
  expect(names).toEqual(["通报.docx", "幻灯片.pptx", "数据表.xlsx", "平表.csv", "平表.json", "图表.zip"]);
  for (const [index, file] of briefingFileKeys.entries()) {
    expect(Buffer.from(bytes(names[index] ?? "")).equals(await fileOf(file)), file).toBe(true);
  }
});

test("the month's charts come as drawings and pictures, each the one of its address but for 未定稿", async () => {
  const { names, bytes } = openedPackage(await fileOf("pictures"));
  // The year has no forecast, and the plant of one chain alone is no comparison of chains.
  expect(names).toEqual(
    ["01_总体目标", "02_产业链_新增规上企业", "03_差距_新增规上企业", "04_亮灯"].flatMap((name) => [
      `${name}.svg`,
      `${name}.png`,
    ]),
  );
  const textIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  const addresses = ["headline", "chains", "shortfalls"];
  for (const [at, chart] of addresses.entries()) {
    const svg = new TextDecoder().decode(bytes(names[2 * at] ?? ""));
    const own = await opened.app.inject(`/api/plans/sample-2022/charts/${chart}?${question}&format=svg`);
    expect(textIn(svg).map((text) => text?.replace(" · 未定稿", ""))).toEqual(textIn(own.body));
    expect(svg).toContain("未定稿");
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const png = PNG.sync.read(Buffer.from(bytes(names[2 * at + 1] ?? "")));
    expect([png.width, png.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  }
  // The map ends with the month that the briefing is about.
  expect(textIn(new TextDecoder().decode(bytes("04_亮灯.svg"))).join("")).toContain("每格一月，2022-01 至 2022-06");
});

test("each formula of the workbook comes to the number that is shown beside it", async () => {
  const forms = new Set<string>();
  for (const [sheet, cells] of await heldSheets()) {
    const numberAt = (place: string) => {
      const value = cells.get(place)?.value;
      // SUM leaves words out, as spreadsheets do.
      return typeof value === "number" ? value : 0;
    };
    for (const [place, { value, formula }] of cells) {
      if (formula === null) continue;
      forms.add(formula.replaceAll(/[A-Z]+\d+/g, "x").replace(/,\d+\)$/, ")"));
      expect(reckoned(formula, numberAt), `${sheet} ${place} ${formula}`).toBeCloseTo(Number(value), 9);
    }
  }
  // Sums, what is left over, completion of the whole and since a start.
  expect([...forms].sort()).toEqual(["ROUND((x-x)/(x-x))", "ROUND(SUM(x:x))", "ROUND(x-x)", "ROUND(x/x)", "SUM(x:x)"]);
});

test("the sheet of chains has each target's figures as the answer shows them", async () => {
  const cells = (await heldSheets()).get("产业链");
  const targets = briefing.chains.flatMap(({ targets: rows }) => (rows.length === 0 ? [null] : rows));
  expect(targets.length).toBeGreaterThan(3);
  targets.forEach((target, index) => {
    if (target === null) return;
    const { assessment, rank, lightWord } = target;
    const { targetValue, achieved, achievedText, expected, completion } = assessment;
    const shown = [targetValue, achieved.value === null ? achievedText.zh : achieved, expected, completion];
    const wanted = shown.map((each) =>
      typeof each === "string" ? each : (numberShown(each.text)?.value ?? each.text),
    );
    const held = ["H", "I", "K", "M", "N", "O"].map((column) => cells?.get(`${column}${index + 5}`)?.value);
    expect(held).toEqual([...wanted, rank === null ? "—" : `（${rank}）`, lightWord.zh]);
  });
});

test("the slide of the headline has each judged target's completion and schedule as bullets on one scale", async () => {
  const { bytes } = openedPackage(await fileOf("slides"));
  const chart = readXml(new TextDecoder().decode(bytes("ppt/charts/chart1.xml")));
  const cached = allNamed(chart, "c:ser").map((series) => {
    const values = allNamed(series, "c:val").flatMap((each) => allNamed(each, "c:pt"));
    return values.map((point) => Number(childNamed(point, "c:v")?.text));
  });
  const judged = briefing.headline
    .flatMap(({ targets }) => targets)
    .filter(({ assessment: { light } }) => light !== null && light !== "not-due");
  expect(judged.length).toBeGreaterThan(0);
  const shares = (pick: (each: (typeof judged)[number]) => string) =>
    judged.map((each) => numberShown(pick(each))?.value);
  expect(cached).toEqual([
    judged.map(() => 1),
    shares(({ assessment }) => assessment.completion.text),
    shares(({ assessment }) => assessment.scheduleShare.text),
  ]);
});

test("the flat list is the same as sheet, CSV and JSON, a row for each target, month and horizon", async () => {
  const json: { rows: Record<string, string | number>[] } = JSON.parse((await fileOf("flat-json")).toString());
  const [heading = [], ...rows] = readCsv((await fileOf("flat-csv")).toString());
  expect(rows).toEqual(json.rows.map((row) => heading.map((name) => String(row[name]))));
  const cells = (await heldSheets()).get("平表");
  json.rows.forEach((row, index) => {
    const first = ["A", "B", "C", "D", "E"].map((column) => cells?.get(`${column}${index + 5}`)?.value);
    expect(first).toEqual(heading.slice(0, 5).map((name) => row[name]));
  });
  const keys = json.rows.map(({ target, month }) => `${target} ${month}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(json.rows.map(({ horizon }) => horizon)).size).toBeGreaterThan(1);
});

test("a file that is not there and an edition that was never made are refused in a sentence", async () => {
  expect((await get("briefing/files/picture")).statusCode).toBe(400);
  const response = await opened.app.inject(`/api/plans/sample-2022/briefing/files/tables?${question}&edition=1`);
  expect([response.statusCode, response.json().code]).toEqual([404, "unknown-edition"]);
});
