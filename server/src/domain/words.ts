/** The words of the product's closed lists in both languages, as far as sentences about figures need them. */
import type { Basis, Comparator, CurveKind, Light, Reading, SubmissionState } from "../../../db/src/vocabulary.ts";
import type { Text } from "./model.ts";
import type { MonthState } from "./months.ts";
import type { NoteState } from "./notes.ts";

/** The words of the lights (亮灯). DOMAIN section 4. */
export const lightWords: Readonly<Record<Light, Text>> = {
  met: { zh: "已完成", en: "met" },
  "on-schedule": { zh: "达序时", en: "on schedule" },
  behind: { zh: "滞后", en: "behind" },
  "far-behind": { zh: "严重滞后", en: "far behind" },
  missed: { zh: "未完成", en: "missed" },
  unreported: { zh: "未报", en: "not reported" },
  "not-due": { zh: "未到期", en: "not due yet" },
};

/**
 * What is said of a figure that is there or is not, by whose figures are looked at: a figure that the statistics bureau has
 * not confirmed is 未核定, for the department may well have reported it.
 */
export const reportingWords: Readonly<Record<Basis, { readonly given: Text; readonly lacking: Text }>> = {
  department: { given: { zh: "已报", en: "reported" }, lacking: lightWords.unreported },
  statistics: { given: { zh: "已核定", en: "confirmed" }, lacking: { zh: "未核定", en: "not confirmed" } },
};

/** The word of a light on a basis. */
export function lightWord(light: Light, basis: Basis): Text {
  return light === "unreported" ? reportingWords[basis].lacking : lightWords[light];
}

/** The words of the readings. DOMAIN section 2. */
export const readingWords: Readonly<Record<Reading, Text>> = {
  new: { zh: "新增", en: "new" },
  net: { zh: "净增", en: "net increase" },
  total: { zh: "总数", en: "total" },
  growth: { zh: "增长", en: "growth" },
  cumulative: { zh: "累计", en: "cumulative" },
  level: { zh: "数值", en: "level" },
  gain: { zh: "增加", en: "gain" },
  "annual-growth": { zh: "年均增长", en: "average annual growth" },
  rate: { zh: "比率", en: "rate" },
  done: { zh: "完成情况", en: "completion" },
};

/** What a target counts: 新增规上企业; a level, a rate, a count of events and a milestone are named by the indicator alone. */
export function readingName(reading: Reading, name: Text): Text {
  switch (reading) {
    case "new":
      return { zh: `新增${name.zh}`, en: `${name.en}, new` };
    case "net":
      return { zh: `净增${name.zh}`, en: `${name.en}, net increase` };
    case "total":
      return { zh: `${name.zh}总数`, en: `${name.en}, total` };
    case "growth":
      return { zh: `${name.zh}增长`, en: `${name.en}, growth` };
    case "annual-growth":
      return { zh: `${name.zh}年均增长`, en: `${name.en}, annual growth` };
    case "gain":
      return { zh: `${name.zh}提高`, en: `${name.en}, gain` };
    case "cumulative":
    case "level":
    case "rate":
    case "done":
      return name;
  }
}

/** How a submission stands, as its unit's list says it. */
export const submissionStateWords: Readonly<Record<SubmissionState, Text>> = {
  open: { zh: "待报", en: "not reported" },
  draft: { zh: "草稿", en: "a draft" },
  submitted: { zh: "已提交", en: "submitted" },
  returned: { zh: "已退回", en: "returned" },
  accepted: { zh: "已审核", en: "accepted" },
};

/** The words of how a plan's month stands. DOMAIN section 8. */
export const monthStateWords: Readonly<Record<MonthState, Text>> = {
  open: { zh: "未结账", en: "open" },
  closed: { zh: "已结账", en: "closed" },
  "reopening-asked": { zh: "已申请重新打开", en: "closed, its reopening asked for" },
};

/** What a comparator says before a number; a range and a bare number say nothing. */
export const comparatorWords: Readonly<Record<Comparator, Text>> = {
  ">=": { zh: "不低于", en: "at least " },
  ">": { zh: "超过", en: "more than " },
  "<=": { zh: "不超过", en: "at most " },
  "<": { zh: "低于", en: "less than " },
  "=": { zh: "", en: "" },
  range: { zh: "", en: "" },
};

/** The words of the curves of a schedule (序时进度). DOMAIN section 3. */
export const curveWords: Readonly<Record<CurveKind, Text>> = {
  linear: { zh: "线性序时", en: "linear schedule" },
  batch: { zh: "分批入库序时", en: "batch schedule" },
  custom: { zh: "自定序时", en: "custom schedule" },
  none: { zh: "不分解序时", en: "no schedule" },
};

/** The words of how a note stands. */
export const noteStateWords: Readonly<Record<NoteState, Text>> = {
  open: { zh: "待回复", en: "waiting for an answer" },
  answered: { zh: "已回复", en: "answered" },
  settled: { zh: "已落实", en: "settled" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};
