/** Reviews, and the months that open and close. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const reviewWordings = {
  "not-from-this-state": {
    status: 409,
    zh: "填报表现为“{allowed}”，不能做这一步。",
    en: "The submission is {allowed}, so this cannot be done.",
  },
  "your-own-submission": {
    status: 403,
    zh: "不能审核自己提交的填报表。",
    en: "Nobody reviews what they submitted.",
  },
  "head-signs": {
    status: 403,
    zh: "本单位的报表由单位负责人签发提交，请填好后交负责人。",
    en: "The head of your unit signs and submits its papers: fill this one in and hand it to them.",
  },
  "already-decided": {
    status: 409,
    zh: "这份填报表已由{value}于{allowed}。您的决定没有执行。",
    en: "The submission was already decided by {value}: {allowed}. Your decision was not carried out.",
  },
  marked: {
    status: 409,
    zh: "这份填报表有提示或属于更正，请逐份审核。",
    en: "The checks mark this submission, or it is a correction: look at it by itself.",
  },
  "changed-since-seen": {
    status: 409,
    zh: "这份填报表在您打开以后又提交过一次，请看新的一次再决定。",
    en: "The submission was handed in again after you opened it: look at it anew before you decide.",
  },
  "month-closed": {
    status: 409,
    zh: "{value} 已结账（第{allowed}版），不再接受填报、审核和更正；确需修改，请先申请重新打开。",
    en: "{value} is closed (edition {allowed}): nothing of it is handed in, reviewed or corrected until it is reopened.",
  },
  "month-not-from-this-state": {
    status: 409,
    zh: "{value} 现为“{allowed}”，不能做这一步。",
    en: "{value} is {allowed}, so this cannot be done.",
  },
  "month-undone": {
    status: 422,
    zh: "{value} 还有未办结的填报：{allowed}。确需结账，请写明原因。",
    en: "Not everything of {value} is settled: {allowed}. Say why it is closed nevertheless.",
  },
  "second-person-needed": {
    status: 403,
    zh: "重新打开须由申请人以外的另一位审核人员同意。",
    en: "A reopening is granted by somebody else than who asked for it.",
  },
  "files-busy": {
    status: 503,
    zh: "正在生成的材料较多，请稍候再试。",
    en: "Many files are being made: try again in a moment.",
  },
  "files-not-made": {
    status: 503,
    zh: "材料没有生成，原因已记入服务器日志。请再试一次；仍不行请告诉系统管理员。",
    en: "The files were not made; the server's log says why. Try once more, and tell the administrator if that fails too.",
  },
  "picture-too-long": {
    status: 422,
    zh: "这张图有 {value} 行，PNG 最多 {allowed} 行，请取 SVG。",
    en: "This chart has {value} rows, and a PNG {allowed} at most: take the SVG.",
  },
  "unknown-edition": {
    status: 404,
    zh: "没有数据版本 {value}：{allowed}。",
    en: "There is no edition {value}: {allowed}.",
  },
  "due-day-refused": {
    status: 422,
    zh: "不能延到 {value}：应为真实日期，晚于 {allowed}。",
    en: "The due day cannot be {value}: it must be a real day after {allowed}.",
  },
  "text-missing": { status: 422, zh: "请写内容。", en: "Write something." },
  "unknown-briefing": {
    status: 404,
    zh: "没有已印发的第 {value} 期，现有：{allowed}。",
    en: "No briefing {value} was issued; there are: {allowed}.",
  },
  "unknown-briefing-file": {
    status: 404,
    zh: "该期通报没有文件“{value}”，现有：{allowed}。",
    en: "The briefing has no file {value}; there are: {allowed}.",
  },
  "briefing-still-right": {
    status: 409,
    zh: "该期通报与现行数据一致，没有需要更正的内容。",
    en: "The briefing says what the figures say: there is nothing to correct.",
  },
  "number-taken": {
    status: 409,
    zh: "期号 {value} 刚被占用，下一期为 {allowed}，请重新印发。",
    en: "The number {value} has just been taken, the next is {allowed}: issue it again.",
  },
  "skeleton-refused": { status: 422, zh: "框架不能这样设置：{allowed}。", en: "It cannot be built so: {allowed}." },
  "unknown-note": { status: 404, zh: "没有这条批示。", en: "There is no such note." },
  "note-not-from-this-state": {
    status: 409,
    zh: "这条批示现为“{allowed}”，不能做这一步。",
    en: "The note is {allowed}, so this cannot be done.",
  },
  "not-your-note": {
    status: 403,
    zh: "这一步不由您办理：回复由负责该事项的单位作出，落实由领导确认，撤回只限本人。",
    en: "This step is not yours: the units that answer for the subject answer, leaders settle, authors withdraw.",
  },
  "reason-missing": { status: 422, zh: "请写明原因。", en: "Give the reason." },
} as const satisfies Record<string, Wording>;
