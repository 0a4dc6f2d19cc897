/** Papers: their figures, drafts, workbooks and evidence. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const paperWordings = {
  "period-not-open": {
    status: 422,
    zh: "{value} 不是可填报的期：应为 {allowed}。",
    en: "{value} is no period that can be reported: it must be {allowed}.",
  },
  "nothing-reported": {
    status: 422,
    zh: "{field} 没有填报任何数据（“0”是填报，空白不是）。",
    en: "Nothing is reported in {field}: 0 is a report, blank is not.",
  },
  "measure-twice": {
    status: 422,
    zh: "考核指标 {value} 填了两次。",
    en: "The measure {value} is reported twice.",
  },
  "figure-refused": {
    status: 422,
    zh: "{name} 填“{value}”不行：{allowed}。",
    en: "{name} cannot be {value}: {allowed}.",
  },
  "base-refused": {
    status: 422,
    zh: "{value} 不填 {field} 基期值：{allowed}。",
    en: "The base of {value} at {field} cannot be reported: {allowed}.",
  },
  "reason-needed": { status: 422, zh: "{name} 填“{value}”：{allowed}。", en: "{name} is {value}: {allowed}." },
  "nothing-to-repeat": {
    status: 422,
    zh: "{name} 没有已审核的上期数据，不能填“无变化”。",
    en: "{name} has no accepted figure before, so that nothing can be repeated.",
  },
  "repeated-correction": {
    status: 422,
    zh: "{name}：更正不能填“无变化”，请填更正后的数；没有错的不用填。",
    en: "{name}: a correction repeats nothing; give the right figure, and leave blank what is not wrong.",
  },
  "nothing-to-correct": {
    status: 422,
    zh: "{name} 该期没有已审核的数据，无从更正。",
    en: "{name} has no accepted figure of that period to correct.",
  },
  "line-moved-on": {
    status: 409,
    zh: "“{value}”这一行刚由 {allowed} 改过，您填的没有覆盖它。",
    en: "The line {value} has just been changed by {allowed}; what you typed has not replaced it.",
  },
  "paper-moved-on": {
    status: 409,
    zh: "“{value}”这一行在您核对之后有人改过，未提交；请核对后再提交。",
    en: "The line {value} was changed after you had seen it; nothing was submitted. Look again, then submit.",
  },
  "file-refused": { status: 422, zh: "文件未读取：{allowed}。", en: "The file was not read: {allowed}." },
  "file-missing": { status: 400, zh: "没有收到文件，请选择填好的填报表。", en: "No file came: choose the form." },
  "draft-moved-on": {
    status: 409,
    zh: "草稿在核对之后有人改过，未存入；请重新核对后再存。",
    en: "The draft was changed after the check; nothing was saved. Check again, then save.",
  },
  "history-refused": {
    status: 422,
    zh: "表格有{value}处须改正，没有导入：{allowed}。",
    en: "{value} cells of the file must be mended; nothing was imported: {allowed}.",
  },
  "nothing-to-import": {
    status: 422,
    zh: "表格里没有可以导入的数据：各期为空，或该单位已有草稿、填报或已结账。",
    en: "There is nothing to import: the periods are blank, or the unit has a draft or a report of them, or they are closed.",
  },
  "unknown-evidence": { status: 404, zh: "没有这份佐证材料。", en: "There is no such file." },
  "file-infected": {
    status: 422,
    zh: "杀毒程序认为这个文件不安全，没有接收。请换一份干净的文件。",
    en: "The virus scanner finds this file unsafe: it was not taken. Send a clean one.",
  },
  "scanner-silent": {
    status: 503,
    zh: "杀毒程序没有回应，文件没有接收。请稍后再试，仍不行请联系管理员。",
    en: "The virus scanner gave no answer: the file was not taken. Try again in a moment; if it fails again, ask the administrator.",
  },
  "evidence-refused": {
    status: 422,
    zh: "“{value}”不能作为佐证材料：{allowed}。",
    en: "{value} cannot be taken as evidence: {allowed}.",
  },
} as const satisfies Record<string, Wording>;
