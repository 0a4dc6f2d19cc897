/** Tables to take away: what stands in them is what the page shows, and a spreadsheet can reckon with it. */
import { headings } from "@beizeng/server/exports/tables/headings.ts";
import { shortfallsTable } from "@beizeng/server/exports/tables/shortfalls.ts";
import { numberShown } from "@beizeng/server/exports/tables/shown-number.ts";
import { tableCsv } from "@beizeng/server/exports/tables/table-csv.ts";
import { factLines, fileName } from "@beizeng/server/exports/tables/table-facts.ts";
import { tableWorkbook } from "@beizeng/server/exports/tables/table-workbook.ts";
import { readSheets } from "@beizeng/server/imports/read-sheets.ts";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import { describe, expect, it, test } from "vitest";
import { words as english } from "../../../web/src/words/en/words.ts";
import { words as chinese } from "../../../web/src/words/zh-CN/words.ts";
import { readCsv } from "../../helpers/read-csv.ts";

test.each([
  ["1,234.5", { value: 1234.5, decimals: 1, isPercent: false, isSigned: false }],
  ["+3", { value: 3, decimals: 0, isPercent: false, isSigned: true }],
  ["−2.50", { value: -2.5, decimals: 2, isPercent: false, isSigned: false }],
  ["99.9%", { value: 0.999, decimals: 1, isPercent: true, isSigned: false }],
  ["−12.5%", { value: -0.125, decimals: 1, isPercent: true, isSigned: false }],
])("the number that %s shows", (text, expected) => {
  expect(numberShown(text)).toEqual(expected);
});

test.each(["—", "未报", "<0.1%", ">99.9%", "", "1234567890123456", "3—5", "1,23"])("no number is %s", (text) => {
  expect(numberShown(text)).toBeNull();
});

const text = (zh: string) => ({ zh, en: `${zh} (en)` });
const shown = (value: number | null, written: string) => ({ value, text: written });
const source = {
  plan: { title: text("某市倍增方案"), jurisdiction: { name: text("某市") } },
  quotation: { month: "2024-06", basis: "department", asKnownOn: null, isDemonstration: true },
  horizon: "2025-12",
} as const;
const row = {
  scopeName: null,
  light: "far-behind",
  since: "2023-03",
  units: [{ name: text("工信局") }, { name: text("商务局") }],
} as const;
const answer = {
  ...source,
  longest: text("滞后最久的是钢铁"),
  groups: [
    {
      key: "above-scale-enterprises.new",
      indicatorName: text("规上企业"),
      reading: "new",
      unit: text("户"),
      sentence: text("2条产业链共差1,203.5户"),
      rows: [
        {
          ...row,
          subject: { name: text("钢铁") },
          shortfall: shown(1200.0004, "1,200"),
          share: shown(0.99666, "99.6%"),
          cumulative: shown(0.99666, "99.6%"),
        },
        {
          ...row,
          subject: { name: text("=食品") },
          scopeName: text("北区"),
          shortfall: shown(3.5, "3.5"),
          share: shown(0.00333, "0.3%"),
          cumulative: shown(1, "100.0%"),
        },
      ],
    },
    {
      key: "output.level",
      indicatorName: text("产值"),
      reading: "level",
      unit: text("亿元"),
      sentence: text("没有滞后"),
      rows: [],
    },
  ],
} as const;
const table = shortfallsTable(answer, "above-scale-enterprises.new");
const facts = factLines(table, source, "zh");

describe("a ranking as CSV", () => {
  it("has headings, each figure as it is shown, and below them what it says of itself", () => {
    const csv = tableCsv(table, facts, "zh");
    expect(csv.startsWith("\uFEFF事项,指标,单位,亮灯,差,占比（%）,累计占比（%）,滞后自,责任单位\r\n")).toBe(true);
    expect(readCsv(csv).slice(1)).toEqual([
      ["钢铁", "新增规上企业", "户", "严重滞后", "1200", "99.6", "99.6", "2023-03", "工信局、商务局"],
      // What a spreadsheet would take for a formula stays a text.
      ["'=食品 · 北区", "新增规上企业", "户", "严重滞后", "3.5", "0.3", "100", "2023-03", "工信局、商务局"],
      [""],
      ["2条产业链共差1,203.5户"],
      ["某市　某市倍增方案　目标期：2025-12"],
      ["单位：户　数据截至 2024-06"],
      ["部门填报数据，非统计部门发布数据　演示数据，不得引用"],
    ]);
  });

  it("is English where that is asked for", () => {
    const [headed, first] = readCsv(tableCsv(table, factLines(table, source, "en"), "en"));
    expect(headed?.slice(4, 7)).toEqual(["Short", "Share (%)", "Together (%)"]);
    expect(first?.slice(0, 4)).toEqual(["钢铁 (en)", "规上企业 (en), new", "户 (en)", "far behind"]);
  });

  it("does not say that confirmed figures are unconfirmed, nor that real ones are invented", () => {
    const quotation = { ...source.quotation, basis: "statistics", isDemonstration: false } as const;
    expect(factLines(table, { ...source, quotation }, "zh").at(-1)).toBe("统计核定口径：只计统计部门核定并已审核的数");
    expect(fileName(table, { ...source, quotation }, "zh")).toBe("某市_差距排名_2024-06");
    expect(fileName(table, source, "zh")).toBe("某市_差距排名_2024-06_演示");
  });
});

describe("a ranking as a workbook", () => {
  const bytes = tableWorkbook(table, facts, "zh");
  const sheet = new TextDecoder().decode(
    zipDirectory(bytes)
      .filter(({ name }) => name === "xl/worksheets/sheet1.xml")
      .map((entry) => unpacked(bytes, entry))[0],
  );
  const [read] = readSheets(bytes);
  const cells = Object.fromEntries((read?.cells ?? []).map(({ at, text: written }) => [at, written]));

  it("says of itself what must be said, above headings that stay in sight", () => {
    expect(read?.name).toBe("差距排名");
    expect(cells).toMatchObject({
      A1: "2条产业链共差1,203.5户",
      A4: "部门填报数据，非统计部门发布数据　演示数据，不得引用",
      A5: "事项",
      F5: "占比",
      A7: "=食品 · 北区",
    });
    expect(sheet).toContain('ySplit="5"');
  });

  it("holds numbers, percents as shares, and may be sorted and changed", () => {
    expect(sheet).toMatch(/<c r="E6" s="\d+"><v>1200<\/v>/);
    expect(sheet).toMatch(/<c r="F6" s="\d+"><v>0.996<\/v>/);
    expect(sheet).toMatch(/<c r="E7" s="\d+"><v>3.5<\/v>/);
    expect(sheet).not.toContain("sheetProtection");
    expect(sheet).not.toContain("<f>");
  });
});

test("the headings are the words of the pages", () => {
  for (const [language, words] of [
    ["zh", chinese],
    ["en", english],
  ] as const) {
    const onPages: Readonly<Record<string, string>> = {
      ...words.column,
      ...words.overview.shortfalls,
      ...{ units: words.column.units },
      ...{ goal: words.overview.outlook.goal, projected: words.overview.outlook.projected },
      ...{ probability: words.overview.outlook.probability, pace: words.overview.outlook.pace },
    };
    for (const [name, heading] of Object.entries(headings)) {
      if (onPages[name] !== undefined) expect(heading[language]).toBe(onPages[name]);
    }
  }
});
