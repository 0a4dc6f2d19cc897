import { formWorkbook } from "@beizeng/server/exports/form-workbook.ts";
import { versionOf } from "@beizeng/server/exports/workbook-form.ts";
import { readSheets } from "@beizeng/server/imports/read-sheets.ts";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleForm } from "./sample-form.ts";

/** A part of a workbook as text. */
function partOf(bytes: Uint8Array, name: string): string {
  const entry = zipDirectory(bytes).find((each) => each.name === name);
  if (entry === undefined) throw new Error(`${name} is not there`);
  return new TextDecoder().decode(unpacked(bytes, entry));
}

/** What stands at an address of the visible sheet. */
function cellsOf(bytes: Uint8Array): Record<string, string> {
  const sheet = readSheets(bytes).find(({ name }) => name === "填报表");
  return Object.fromEntries((sheet?.cells ?? []).map(({ at, text }) => [at, text]));
}

const form = sampleForm();
const bytes = formWorkbook(form);
const sheet = partOf(bytes, "xl/worksheets/sheet1.xml");

describe("the form as a workbook", () => {
  it("says whose, which period, until when, and that it is neither official nor real", () => {
    expect(cellsOf(bytes)).toMatchObject({
      A1: "某市市场主体倍增工程实施方案 填报表",
      A2: "填报单位：工信局　　报告期：2022年第三季度　　报送截止：2022-10-10　　计量单位：见“单位”栏",
      A3: "部门填报数据，非统计部门发布数据　　演示数据，不得引用",
    });
    const real = cellsOf(formWorkbook(sampleForm({ isDemonstration: false })));
    expect(real.A3).toBe("部门填报数据，非统计部门发布数据");
    const { identity } = sampleForm();
    const confirming = formWorkbook(
      sampleForm({ identity: { ...identity, kind: "confirmation" }, isDemonstration: false }),
    );
    expect([cellsOf(confirming).A1?.split(" ")[1], cellsOf(confirming).A3]).toEqual([
      "统计核定表",
      "统计核定数据，审核通过后生效",
    ]);
  });

  it("holds a line for each figure, with what was accepted and what is typed", () => {
    expect(cellsOf(bytes)).toMatchObject({
      A6: "1",
      B6: "钢铁",
      C6: "规上企业",
      D6: "户",
      G6: "新增（累计）",
      H6: "12（2022-06）",
      I6: "1",
      G7: "退出（累计）",
      G8: "期末总数（可不填）",
      I8: "—",
      G10: "本年累计",
      J10: "36.5",
      J12: "九十七",
      G13: "是否完成（1/0）",
      G14: "完成日期",
    });
  });

  it("locks everything but the cells to fill in", () => {
    expect(sheet).toContain('<sheetProtection sheet="1"');
    const styles = partOf(bytes, "xl/styles.xml");
    const looks = [...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf [^>]*\/>|<xf .*?<\/xf>/g)];
    const isOpen = looks.map(([xml]) => xml.includes('locked="0"'));
    const open = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].filter(([, , style]) => isOpen[Number(style)]);
    const cumulative = Array.from({ length: 9 }, (_, index) => `J${index + 6}`);
    const added = ["I6", "I7", "I9", "I10"];
    const words = ["6", "9", "10", "11", "12", "13"].flatMap((row) => [`K${row}`, `L${row}`]);
    expect(open.map(([, at]) => at).sort()).toEqual([...cumulative, ...added, ...words].sort());
  });

  it("checks in Chinese what is typed", () => {
    const ruleAt = (at: string) =>
      new RegExp(`<dataValidation [^>]*sqref="${at}">.*?</dataValidation>`).exec(sheet)?.[0];
    expect(ruleAt("J6")).toContain('type="whole" operator="greaterThanOrEqual"');
    expect(ruleAt("J6")).toContain('error="整数；累计不得小于上期 12"');
    expect(ruleAt("J6")).toContain("<formula1>12</formula1>");
    expect(ruleAt("J10")).toContain("<formula1>AND(ISNUMBER(J10),ROUND(J10,1)=J10)</formula1>");
    expect(ruleAt("J10")).toContain("最多1位小数");
    expect(ruleAt("J13")).toContain('<formula1>"0,1"</formula1>'.replaceAll('"', "&quot;"));
    expect(ruleAt("J14")).toContain('type="date"');
    expect(ruleAt("K6")).toContain('type="textLength"');
  });

  it("keeps the head in sight, and prints A4 across with the headings on each page", () => {
    expect(sheet).toContain('<pane xSplit="3" ySplit="5" topLeftCell="D6" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    const workbook = partOf(bytes, "xl/workbook.xml");
    expect(workbook).toContain("'填报表'!$5:$5");
    expect(workbook).toContain("'填报表'!$A$1:$L$15");
    expect(workbook).toContain('<sheet name="表单信息" sheetId="2" state="veryHidden"');
  });

  it("knows which form it is", () => {
    const hidden = readSheets(bytes).find(({ name }) => name === "表单信息");
    const texts = Object.fromEntries((hidden?.cells ?? []).map(({ at, text }) => [at, text]));
    expect(texts).toMatchObject({
      A1: "beizeng-form/1",
      B2: "sample-2022",
      B3: "industry",
      B4: "2022-09",
      B5: "report",
      B6: versionOf(form),
      B7: "0.1.0",
      B8: "9",
    });
  });

  it("has another version when a line or an accepted figure changed, and not when something was typed", () => {
    const [first, ...others] = form.measures;
    if (first === undefined) throw new Error("the sample has measures");
    const typed = { ...first, lines: first.lines.map((line) => ({ ...line, typedCumulative: "99" })), note: "说明" };
    const accepted = first.lines.map((line) => ({ ...line, last: { month: "2022-06" as const, text: "13" } }));
    expect(versionOf({ ...form, measures: [typed, ...others] })).toBe(versionOf(form));
    expect(versionOf({ ...form, measures: others })).not.toBe(versionOf(form));
    expect(versionOf({ ...form, measures: [{ ...first, lines: accepted }, ...others] })).not.toBe(versionOf(form));
  });

  it("is the same bytes for the same form", () => {
    expect(formWorkbook(sampleForm())).toEqual(bytes);
  });

  it("says in the corrected workbook at each cell, and in words, what is to be mended", () => {
    const marked = formWorkbook(form, [
      {
        measure: "steel.firms",
        field: "entries",
        column: "cumulative",
        severity: "error",
        text: "累计不得小于上期 12",
      },
      { measure: "service.rate", field: "amount", column: "cumulative", severity: "warning", text: "请说明" },
    ]);
    expect(cellsOf(marked)).toMatchObject({ M5: "需改正", M6: "J6：累计不得小于上期 12", M12: "J12：请说明" });
    expect(partOf(marked, "xl/comments1.xml")).toMatch(
      /<comment ref="J6".*累计不得小于上期 12.*<comment ref="J12".*请说明/,
    );
    expect(partOf(marked, "xl/worksheets/sheet1.xml")).toContain('<legacyDrawing r:id="rId2"/>');
  });
});

describe("a mistake that is to be mended", () => {
  const rate = form.measures.find(({ key }) => key === "service.rate");
  if (rate === undefined) throw new Error("the sample has measures");
  const withTyped = (typedCumulative: string) =>
    formWorkbook({ ...form, measures: [{ ...rate, lines: rate.lines.map((line) => ({ ...line, typedCumulative })) }] });
  /** Whether the cell to fill in is one of text (number format 49), and whether it has a rule. */
  const cellAt = (written: Uint8Array) => {
    const xml = partOf(written, "xl/worksheets/sheet1.xml");
    const looks = [
      ...(partOf(written, "xl/styles.xml")
        .split("<cellXfs")[1]
        ?.matchAll(/<xf [^>]*numFmtId="(\d+)"/g) ?? []),
    ];
    const style = Number(/<c r="J6" s="(\d+)"/.exec(xml)?.[1]);
    return [looks[style]?.[1] === "49", /<dataValidation [^>]*sqref="J6"/.test(xml)];
  };

  it("stands in a cell of numbers, where a number that is typed over it is one", () => {
    expect(cellAt(withTyped("九十七"))).toEqual([false, true]);
    expect(cellAt(withTyped("97.55"))).toEqual([false, true]);
  });

  it("stays text where it looks like a formula, and then no rule refuses what is typed over it", () => {
    expect(cellAt(withTyped("=1+1"))).toEqual([true, false]);
    expect(cellAt(withTyped("＝1"))).toEqual([true, false]);
  });
});

describe("text in a workbook", () => {
  const beginnings = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", "'", '"', "_x0041_", "<", "&#61;"];

  it("is text whatever it begins with, and is read again as it was, a thousand times", () => {
    const text = fc
      .tuple(fc.constantFrom(...beginnings), fc.string({ unit: "binary", maxLength: 20 }))
      .map(([beginning, rest]) => `${beginning}${rest}`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 50, maxLength: 50 }), (texts) => {
        const [measure] = form.measures;
        if (measure === undefined) throw new Error("the sample has measures");
        const measures = texts.map((note, index) => ({
          ...measure,
          key: `m${index}`,
          lines: measure.lines.slice(0, 1),
          note,
        }));
        const written = formWorkbook({ ...form, measures });
        const xml = partOf(written, "xl/worksheets/sheet1.xml");
        expect(xml).not.toMatch(/<f[\s>/]/);
        const cells = cellsOf(written);
        expect(texts.map((_, index) => cells[`K${index + 6}`])).toEqual(
          texts.map((each) => each.replaceAll("\r\n", "\n")),
        );
      }),
      { numRuns: 20 },
    );
  });
});
