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
      merged: sheet.merged.map((range) => {
        const { from, until } = range;
        const down = (place: { row: number; column: number }) => ({ ...place, row: place.row + 2 });
        return from.row >= 10 ? { from: down(from), until: down(until) } : range;
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

  it("finds the sheet by its headings, whatever it is named, among others, and with hidden rows", () => {
    const renamed = sheets.map((sheet) => (sheet.name === "填报表" ? { ...sheet, name: "九月" } : sheet));
    const own: ReadSheet = { name: "底稿", cells: [{ at: "A1", kind: "text", text: "序号" }], merged: [] };
    expect(linesOf([own, ...renamed], "steel.output")).toEqual([["amount", 10, "", "36.5"]]);
  });

  it("says which measures lack a line that the form needs, and nothing of those that need not be filled in", () => {
    const without = (...rows: readonly string[]) =>
      readForm(
        filled(Object.fromEntries(rows.flatMap((row) => ["A", "I", "J", "K", "L"].map((at) => [at + row, null])))),
        form,
      );
    // Row 7 is needed, row 8 may be left blank; row 10 is the only one of its measure.
    expect(without("7", "10")).toMatchObject({
      ok: true,
      form: { lacking: ["steel.firms", "steel.output"], dropped: [], isOutdated: false },
    });
    expect(without("8")).toMatchObject({ ok: true, form: { lacking: [] } });
  });

  it("says what was dropped from the form since, and what came to it", () => {
    const [first, ...others] = form.measures;
    if (first === undefined) throw new Error("the sample has measures");
    const reading = readForm(sheets, { ...form, measures: [...others, { ...first, key: "steel.new" }] });
    expect(reading.ok && reading.form).toMatchObject({
      dropped: [6, 7, 8].map((row) => ({ row, measure: "steel.firms" })),
      lacking: ["steel.new"],
      isOutdated: true,
    });
  });
});

describe("what is another file", () => {
  it("is told from a form of ours", () => {
    const others = [{ name: "填报表", cells: [{ at: "A1", kind: "text", text: "序号" } as const], merged: [] }];
    expect(readForm(others, form)).toMatchObject({
      ...{ ok: false, code: "not-our-form" },
      text: { zh: "这不是从本系统下载的填报表，请先下载再填写" },
    });
  });

  it("is said to be a copy where the headings are ours and the hidden sheet is gone", () => {
    expect(readForm(sheets.slice(0, 1), form)).toMatchObject({
      ...{ ok: false, code: "not-our-form" },
      text: { zh: "缺少供系统识别的隐藏工作表“表单信息”，可能是把表复制到了别的文件；请在下载的原文件里填写" },
    });
  });

  it("is told from the form of a history", () => {
    const marked = sheets.map((sheet) =>
      sheet.name === "填报表"
        ? sheet
        : { ...sheet, cells: [{ at: "A1", kind: "text", text: "beizeng-history/1" } as const] },
    );
    expect(readForm(marked, form)).toMatchObject({
      ...{ ok: false, code: "not-our-form" },
      text: { zh: "这是历史数据表，不是本期填报表，请由办公室到“历史数据导入”页上传" },
    });
  });

  it("is not guessed at where the form stands there twice, or without its headings", () => {
    const copies = [...sheets, ...sheets.slice(0, 1).map((sheet) => ({ ...sheet, name: "填报表_2" }))];
    expect(readForm(copies, form)).toMatchObject({
      ...{ ok: false, code: "re-headed" },
      text: { zh: "“填报表”“填报表_2”都是填报表，看不出以哪一张为准，请只留填好的一张再上传" },
    });
    const bare = filled(Object.fromEntries([..."ABCDEFGHIJKL"].map((letter) => [`${letter}5`, null])));
    expect(readForm(bare, form)).toMatchObject({
      ...{ ok: false, code: "re-headed" },
      text: { zh: "找不到填报表的表头（“序号”一行），现有工作表：“填报表”。请重新下载填写" },
    });
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
    ["the first heading", { A5: null }, "A5 应为“序号”，现为“”"],
    ["what a line asks for", { G6: "退出（累计）" }, "G6 应为“新增（累计）”"],
    ["a measure's name", { C9: "别的指标" }, "C9 应为“产销对接活动”"],
    ["a measure's unit", { D10: "万元" }, "D10 应为“亿元”"],
    [
      "a number that stands twice",
      { A7: "1", G7: "新增（累计）", C7: "规上企业", D7: "户" },
      "第7行的序号与另一行重复",
    ],
    ["a number whose line is filled in", { A10: null }, "J10 填了数，但第10行不是本表的行（序号为“”）"],
    ["lines, by one of somebody's own", { A15: "合计", J15: "80" }, "J15 填了数，但第15行不是本表的行（序号为“合计”）"],
  ])("names a change of %s", (_name, cells, words) => {
    const reading = readForm(filled(cells), form);
    expect(reading).toMatchObject({ ok: false, code: "re-headed" });
    expect(!reading.ok && reading.text.zh.normalize("NFKC")).toContain(words.normalize("NFKC"));
  });

  const range = (from: readonly [number, number], until: readonly [number, number]) => ({
    from: { row: from[0], column: from[1] },
    until: { row: until[0], column: until[1] },
  });
  it.each([
    ["two cells beside each other", range([6, 8], [6, 9]), "I6:J6"],
    ["two figures above each other", range([9, 9], [10, 9]), "J9:J10"],
    ["the notes of two measures", range([9, 10], [10, 10]), "K9:K10"],
    ["a note and a reason", range([9, 10], [9, 11]), "K9:L9"],
  ])("names a merge of %s", (_name, merged, at) => {
    const changed = sheets.map((sheet) => ({ ...sheet, merged: [...sheet.merged, merged] }));
    expect(readForm(changed, form)).toMatchObject({
      ...{ ok: false, code: "re-headed" },
      text: { zh: `${at} 被合并，看不出填的是哪一格，请取消合并、各格分别填写后再上传` },
    });
  });

  it("lets what is only to be read be merged", () => {
    const changed = sheets.map((sheet) => ({ ...sheet, merged: [...sheet.merged, range([9, 1], [11, 1])] }));
    expect(readForm(changed, form).ok).toBe(true);
  });
});
