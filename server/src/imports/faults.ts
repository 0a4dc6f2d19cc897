/** Why a file is not taken, each in one sentence that says what to do. TRUST S8. */
import type { Text } from "../domain/model.ts";

const sentences = {
  "too-large": { zh: "文件超过5MB", en: "the file is larger than 5 MB" },
  empty: { zh: "文件是空的", en: "the file is empty" },
  "not-a-workbook": {
    zh: "不是电子表格，请上传 .xlsx、.xls、.ods 或 .et 文件",
    en: "it is no spreadsheet: upload .xlsx, .xls, .ods or .et",
  },
  "no-sheets-inside": {
    zh: "文件里没有能读的表格，可能是文字或演示文件，也可能是本系统读不了的 .et；是表格的，请在 WPS 中另存为 .xlsx 再上传",
    en: "there are no sheets in it that can be read: it may be a text or slides, or an .et of a kind that is not read; if it is a spreadsheet, save it as .xlsx and upload that",
  },
  "binary-workbook": {
    zh: "不支持 .xlsb 格式，请另存为 .xlsx 再上传",
    en: ".xlsb is not read: save it as .xlsx and upload that",
  },
  broken: {
    zh: "文件不完整或已损坏，请重新打开，另存为 .xlsx 再上传",
    en: "the file is cut off or damaged: open it, save it as .xlsx and upload that",
  },
  encrypted: {
    zh: "文件设有打开密码，请取消密码后再上传",
    en: "the file has a password: remove it and upload it again",
  },
  "holds-macros": {
    zh: "文件含有宏，请另存为不含宏的 .xlsx 再上传",
    en: "the file holds macros: save it as .xlsx without macros and upload that",
  },
  "unsafe-name": {
    zh: "文件内部含有不安全的路径，未读取",
    en: "the file holds an unsafe path inside and was not read",
  },
  "declares-entities": {
    zh: "文件内部含有外部引用声明（DOCTYPE），未读取",
    en: "the file declares entities (DOCTYPE) inside and was not read",
  },
  "too-many-entries": {
    zh: "文件内部超过1000个部件，未读取",
    en: "the file holds more than 1,000 parts and was not read",
  },
  "too-much-inside": {
    zh: "文件展开后超过50MB，未读取",
    en: "the file is more than 50 MB when unpacked and was not read",
  },
  "packed-too-tightly": {
    zh: "文件压缩比超过100:1，未读取",
    en: "the file is packed more tightly than 100:1 and was not read",
  },
  "too-many-cells": {
    zh: "表格超过5万个单元格，请删去多余的行、列和工作表后再上传",
    en: "there are more than 50,000 cells: delete rows, columns and sheets that are not needed",
  },
  "too-heavy": {
    zh: "文件内容过于庞大，未读取",
    en: "the file takes too much memory and was not read",
  },
  "too-slow": { zh: "10秒内没有读完，未读取", en: "the file was not read within 10 seconds" },
  "too-busy": { zh: "正在读取的文件太多，请稍后再传", en: "too many files are being read; try again in a moment" },
} as const satisfies Record<string, Text>;

/** The codes of all reasons for which a file is not read. */
export type FileFault = keyof typeof sentences;

/** The reason in words. */
export function faultText(fault: FileFault): Text {
  return sentences[fault];
}

/** Thrown where a file is read, and caught where that was begun. */
export class FaultyFile extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}
