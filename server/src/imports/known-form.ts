/** Which of the product's own workbooks a file is, by the hidden sheet that they carry, and what it says of itself. */
import type { Text } from "../domain/model.ts";
import { formMark, identitySheet } from "../exports/form-layout.ts";
import { historyMark } from "../exports/history-layout.ts";
import { type RefusedForm, refused } from "./form-fault.ts";
import { type Grid, gridOf } from "./grid.ts";
import type { ReadSheet } from "./read-cell.ts";
import { headingRowOf, type KnownSheet, visibleSheets } from "./sheet-shape.ts";

const places: Readonly<Record<string, Text>> = {
  [formMark]: {
    zh: "这是一期的填报表，不是历史数据表，请到该单位这一期的填报页面上传",
    en: "this is the form of one period, not a history form: upload it on the unit's page of that period",
  },
  [historyMark]: {
    zh: "这是历史数据表，不是本期填报表，请由办公室到“历史数据导入”页上传",
    en: "this is a history form, not the form of a period: the office uploads it on the page for history",
  },
};

/** The hidden sheet of a file with a mark, or why there is none. */
export function hiddenSheetOf(
  sheets: readonly ReadSheet[],
  mark: string,
  known: KnownSheet,
): { readonly ok: true; readonly hidden: Grid } | RefusedForm {
  const hidden = sheets.find(({ name }) => name === identitySheet);
  const marks = new Set((hidden?.cells ?? []).map(({ text }) => text));
  if (hidden !== undefined && marks.has(mark)) return { ok: true, hidden: gridOf(hidden) };
  const other = Object.entries(places).find(([each]) => marks.has(each))?.[1];
  if (other !== undefined) return refused("not-our-form", other.zh, other.en);
  const isCopied = visibleSheets(sheets).some((sheet) => headingRowOf(gridOf(sheet), known) !== null);
  if (isCopied) {
    return refused(
      "not-our-form",
      `缺少供系统识别的隐藏工作表“${identitySheet}”，可能是把表复制到了别的文件；请在下载的原文件里填写`,
      `the hidden sheet ${identitySheet} by which the form is known is gone, perhaps the form was copied into another file: fill in the file that was downloaded`,
    );
  }
  return refused(
    "not-our-form",
    `这不是从本系统下载的${known.name}，请先下载再填写`,
    "this is no form of this system: download it and fill that in",
  );
}

/** Which form a file is, as its own first rows say it: the title and so many of the facts below, in words that people know. */
export function saidOfItself(sheets: readonly ReadSheet[], facts: number): string {
  const [sheet] = visibleSheets(sheets);
  const grid: Grid = sheet === undefined ? new Map() : gridOf(sheet);
  // As written: normalised, its punctuation would be another than the sentence's.
  const rawAt = (at: string) => (grid.get(at)?.text ?? "").trim();
  return [
    rawAt("A1"),
    ...rawAt("A2")
      .split(/\s{2,}/)
      .slice(0, facts),
  ]
    .filter((part) => part !== "")
    .join("，")
    .slice(0, 120);
}
