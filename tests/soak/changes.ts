/** What is done to 工信局's form of 2022-09, and what must be said of the file. Rows: 6–8 规上企业, 9 产值, 10–11 达产. */
import type { Step } from "./libreoffice.ts";

/** The sentence of a refusal; else how many lines it changes, and what is marked. */
export interface Change {
  readonly steps: readonly Step[];
  readonly says:
    | string
    | { readonly changed: number; readonly lacking?: readonly string[]; readonly marks?: readonly string[] };
}

const filled: Step = ["type", { J6: "5", J9: "36.5" }];
const unprotected: Step = ["unprotect"];
const refused = (why: string) => `文件未读取：${why}。`;
const reHeaded = (at: string, wanted: string, found: string) =>
  refused(`表头被改动：${at} 应为“${wanted}”，现为“${found}”。请重新下载填写`);
const merged = (range: string) => refused(`${range} 被合并，看不出填的是哪一格，请取消合并、各格分别填写后再上传`);

export const changes: Readonly<Record<string, Change>> = {
  "filled in": { steps: [filled], says: { changed: 2 } },
  "a word in a number": {
    steps: [["type", { J6: "12 户", J9: "约36" }]],
    says: { changed: 2, marks: ["J6：只能填数字", "J9：只能填数字"] },
  },
  "full-width digits and separators": {
    steps: [["type", { J6: "５", J9: "1,036.5", L9: "新投产" }]],
    says: { changed: 2 },
  },
  "a day in a number": { steps: [["type", { J6: "2022-09-08" }]], says: { changed: 1, marks: ["J6：只能填数字"] } },
  "a percent in a number": { steps: [["type", { J6: "15%" }]], says: { changed: 1, marks: ["J6：只能填数字"] } },
  "formulas, one that fails": {
    steps: [["type", { J6: "=2+3", J7: "=1/0", J9: "=36.4+0.1" }]],
    says: { changed: 2, marks: ["J7：只能填数字"] },
  },
  "hidden rows": { steps: [unprotected, filled, ["hide-rows", 6, 9]], says: { changed: 2 } },
  "rows put above, rows moved down": {
    steps: [unprotected, filled, ["insert-rows", 1, 2], ["insert-rows", 11, 3]],
    says: { changed: 2 },
  },
  "rows sorted": { steps: [unprotected, filled, ["unmerge", "A6:L8"], ["sort", "A6:L11", 9]], says: { changed: 2 } },
  "needed rows deleted": {
    steps: [unprotected, filled, ["remove-rows", 9, 1]],
    says: { changed: 1, lacking: ["产值"] },
  },
  "a sheet of one's own before it": { steps: [filled, ["add-sheet", "底稿"]], says: { changed: 2 } },
  "the sheet renamed": { steps: [filled, ["rename", "九月"]], says: { changed: 2 } },
  "the sheet twice": {
    steps: [["copy-sheet", "填报表_2"], filled],
    says: refused("“填报表”“填报表_2”都是填报表，看不出以哪一张为准，请只留填好的一张再上传"),
  },
  "the hidden sheet lost": {
    steps: [filled, ["remove-sheet", "表单信息"]],
    says: refused("缺少供系统识别的隐藏工作表“表单信息”，可能是把表复制到了别的文件；请在下载的原文件里填写"),
  },
  "a heading changed": {
    steps: [unprotected, filled, ["type", { J5: "累计" }]],
    says: reHeaded("J5", "累计（期末）数", "累计"),
  },
  "a column put in": { steps: [unprotected, filled, ["insert-column", 4]], says: reHeaded("E5", "目标值", "") },
  "a column put in first": { steps: [unprotected, filled, ["insert-column", 0]], says: reHeaded("A5", "序号", "") },
  "a column taken out": {
    steps: [unprotected, filled, ["remove-column", 8]],
    says: reHeaded("I5", "本期数", "累计(期末)数"),
  },
  "columns that changed places": {
    steps: [unprotected, filled, ["insert-column", 8], ["move", "I1", "K1:K20"], ["remove-column", 10]],
    says: reHeaded("I5", "本期数", "累计(期末)数"),
  },
  "a unit changed": {
    steps: [unprotected, filled, ["type", { D9: "万元" }]],
    says: refused("D9 应为“亿元”，行被改动，请重新下载填写"),
  },
  "cells merged across": { steps: [unprotected, ["type", { J6: "5" }], ["merge", "I6:J6"]], says: merged("I6:J6") },
  "cells merged down": { steps: [unprotected, ["type", { J6: "5" }], ["merge", "J6:J8"]], says: merged("J6:J8") },
  "a number of a line lost": {
    steps: [unprotected, filled, ["clear", "A9"]],
    says: refused("J9 填了数，但第9行不是本表的行（序号为“”）；请改回原来的序号，或删去这一行再上传"),
  },
  "a sum of one's own": {
    steps: [unprotected, filled, ["insert-rows", 12, 1], ["type", { A12: "合计", J12: "=SUM(J6:J11)" }]],
    says: refused("J12 填了数，但第12行不是本表的行（序号为“合计”）；请改回原来的序号，或删去这一行再上传"),
  },
};
