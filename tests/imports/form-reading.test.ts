import { formWorkbook } from "@beizeng/server/exports/form-workbook.ts";
import type { WorkbookForm } from "@beizeng/server/exports/workbook-form.ts";
import { readForm } from "@beizeng/server/imports/form-reading.ts";
import type { ReadCell, ReadSheet } from "@beizeng/server/imports/read-cell.ts";
import { readSheets } from "@beizeng/server/imports/read-sheets.ts";
import { describe, expect, it } from "vitest";
import { sampleForm } from "../exports/form-workbook/sample-form.ts";

const form = sampleForm();
const sheets = readSheets(formWorkbook(form));

/** The sheets with other texts at some addresses of the visible one; null empties a cell. */
function filled(cells: Readonly<Record<string, Omit<ReadCell, "at"> | string | null>>): readonly ReadSheet[] {
  const given = Object.entries(cells).flatMap(([at, cell]): ReadCell[] =>
    cell === null ? [] : [typeof cell === "string" ? { at, kind: "text", text: cell } : { at, ...cell }],
  );
  return sheets.map((sheet) =>
    sheet.name === "填报表"
      ? { ...sheet, cells: [...sheet.cells.filter(({ at }) => !(at in cells)), ...given] }
      : sheet,
  );
}

/** What is read of a measure's lines. */
function linesOf(read: readonly ReadSheet[], measure: string, now: WorkbookForm = form) {
  const reading = readForm(read, now);
  if (!reading.ok) throw new Error(reading.text.zh);
  const found = reading.form.measures.find((each) => each.measure.key === measure);
  return found?.lines.map(({ field, row, added, cumulative }) => [field, row, added, cumulative]);
}

describe("reading a form back", () => {
  it("finds what was typed at its line, with its row", () => {
    expect(linesOf(sheets, "steel.firms")).toEqual([
      ["entries", 6, "1", ""],
      ["exits", 7, "", ""],
      ["stock", 8, "", ""],
    ]);
    expect(linesOf(sheets, "service.rate")).toEqual([["amount", 12, "", "九十七"]]);
    const reading = readForm(sheets, form);
    expect(reading.ok && reading.form.measures[0]?.note).toBe('=HYPERLINK("http://x","点")');
  });

  it.each([
    ["a number", { kind: "number", text: "36.5" }, "36.5"],
    ["a text as typed, full-width too", { kind: "text", text: " １，２３４ " }, "１，２３４"],
    ["a percent of another unit, with its sign", { kind: "percent", text: "15" }, "15%"],
    ["a day in a figure's cell", { kind: "day", text: "2022-09-30" }, "2022-09-30"],
  ] as const)("takes %s", (_name, cell, typed) => {
    expect(linesOf(filled({ J10: cell }), "steel.output")).toEqual([["amount", 10, "", typed]]);
  });

  it.each([
    ["97.5", { kind: "percent", text: "97.5" }],
    ["97.5", { kind: "text", text: "97.5%" }],
    ["97.5", { kind: "text", text: "97.5 ％" }],
    ["0.975", { kind: "number", text: "0.975" }],
  ] as const)("takes %s where the unit is %%", (typed, cell) => {
    expect(linesOf(filled({ J12: cell }), "service.rate")).toEqual([["amount", 12, "", typed]]);
  });

  it.each([
    ["2022-09-08", "2022-9-8"],
    ["2022-09-08", "2022年9月8日"],
    ["2022-09-08", "２０２２．９．８"],
    ["2022-09-08", "2022/09/08"],
    ["2022-09-08", "20220908"],
    ["九月", "九月"],
  ])("reads the day %s in %s", (day, typed) => {
    expect(linesOf(filled({ J14: typed }), "steel.plant")?.[1]).toEqual(["doneOn", 14, "", day]);
  });

  it("finds lines that were moved down or sorted, by their numbers", () => {
    const moved = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell.at) ?? [];
        return sheet.name === "填报表" && Number(row) >= 10 ? { ...cell, at: `${column}${Number(row) + 2}` } : cell;
      }),
    }));
    expect(linesOf(moved, "steel.output")).toEqual([["amount", 12, "", "36.5"]]);
  });

  it("says which lines stand over other accepted figures than when the form was downloaded", () => {
    const [first, ...others] = form.measures;
    const [entries, ...rest] = first?.lines ?? [];
    if (first === undefined || entries === undefined) throw new Error("the sample has lines");
    const later = { ...first, lines: [{ ...entries, last: { month: "2022-06" as const, text: "13" } }, ...rest] };
    const reading = readForm(sheets, { ...form, measures: [later, ...others] });
    const stale = reading.ok && reading.form.measures.flatMap(({ lines }) => lines.filter(({ isStale }) => isStale));
    expect(stale).toMatchObject([{ field: "entries", row: 6 }]);
  });

  it("says what was dropped from the form since, and what came to it", () => {
    const [first, ...others] = form.measures;
    if (first === undefined) throw new Error("the sample has measures");
    const reading = readForm(sheets, { ...form, measures: [...others, { ...first, key: "steel.new" }] });
    expect(reading.ok && reading.form).toMatchObject({
      dropped: [6, 7, 8].map((row) => ({ row, measure: "steel.firms" })),
      lacking: ["steel.new"],
    });
  });
});

describe("what is another file", () => {
  it("is told from a form of ours", () => {
    const others = [{ name: "Sheet1", cells: [{ at: "A1", kind: "text", text: "序号" } as const] }];
    expect(readForm(others, form)).toMatchObject({ ok: false, code: "not-our-form" });
    expect(readForm(sheets.slice(0, 1), form)).toMatchObject({ ok: false, code: "not-our-form" });
    expect(readForm(sheets.slice(1), form)).toMatchObject({ ok: false, code: "not-our-form" });
  });

  it.each([
    [
      "department",
      { department: "commerce" },
      { departmentName: "商务局" },
      "填报单位:商务局,报告期:2022年第三季度,填报",
    ],
    ["period", { period: "2022-12" }, { periodName: "2022年第四季度" }, "填报单位:工信局,报告期:2022年第四季度,填报"],
    ["plan", { plan: "other-2022" }, { title: "另一方案" }, "另一方案,填报单位:工信局,报告期:2022年第三季度,填报"],
    ["kind", { kind: "correction" }, {}, "填报单位:工信局,报告期:2022年第三季度,更正"],
  ] as const)("names a form of another %s as people name it", (_name, identity, named, words) => {
    const reading = readForm(sheets, { ...form, ...named, identity: { ...form.identity, ...identity } });
    expect(reading).toMatchObject({ ok: false, code: "another-paper" });
    const said = reading.ok ? "" : reading.text.zh.normalize("NFKC");
    // What is normalised has another punctuation.
    expect(said).toContain("填报单位:工信局,报告期:2022年第三季度,填报);本页是");
    expect(said).toContain(`${words}。请到那一页上传`);
    expect(said).not.toMatch(/sample-2022|industry|commerce/);
  });

  it.each([
    ["a heading", { J5: "累计" }, "J5 应为“累计（期末）数”，现为“累计”"],
    ["two headings that changed places", { I5: "累计（期末）数", J5: "本期数" }, "I5 应为“本期数”"],
    ["the row of headings", { A5: null }, "找不到表头"],
    ["what a line asks for", { G6: "退出（累计）" }, "G6 应为“新增（累计）”"],
    ["a measure's name", { C9: "别的指标" }, "C9 应为“产销对接活动”"],
    ["a number that stands twice", { A7: "1", G7: "新增（累计）", C7: "规上企业" }, "第7行的序号与另一行重复"],
  ])("names a change of %s", (_name, cells, words) => {
    const reading = readForm(filled(cells), form);
    expect(reading).toMatchObject({ ok: false, code: "re-headed" });
    expect(!reading.ok && reading.text.zh.normalize("NFKC")).toContain(words.normalize("NFKC"));
  });
});
