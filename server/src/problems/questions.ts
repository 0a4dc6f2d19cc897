/** What cannot be answered: parameters, addresses, and what they name. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const questionWordings = {
  "too-many-files": {
    status: 429,
    zh: "短时间内{name}太多，请 {allowed} 秒后再试。",
    en: "Too many {name} in a short while: wait {allowed} seconds.",
  },
  "missing-parameter": {
    status: 400,
    zh: "缺少参数 {field}：请给出{allowed}。",
    en: "The parameter {field} is missing: give {allowed}.",
  },
  "malformed-parameter": {
    status: 400,
    zh: "参数 {field} 的写法不对：应为{allowed}。",
    en: "The parameter {field} is malformed: it must be {allowed}.",
  },
  "unknown-parameter": {
    status: 400,
    zh: "没有参数 {field}：这里可用的有 {allowed}。",
    en: "There is no parameter {field}: {allowed} can be given here.",
  },
  "unknown-plan": {
    status: 404,
    zh: "没有方案 {value}：现有 {allowed}。",
    en: "There is no plan {value}: there are {allowed}.",
  },
  "unknown-subject": {
    status: 404,
    zh: "该方案没有事项 {value}：现有 {allowed}。",
    en: "The plan has no subject {value}: it has {allowed}.",
  },
  "unknown-horizon": {
    status: 404,
    zh: "没有目标期 {value}（horizon）：可用 {allowed}。",
    en: "There is no horizon {value}: {allowed} can be asked for.",
  },
  "unknown-indicator": {
    status: 404,
    zh: "没有指标 {value}（indicator）：可用 {allowed}。",
    en: "There is no indicator {value}: {allowed} can be asked for.",
  },
  "unknown-headline": {
    status: 404,
    zh: "没有总体目标 {value}：可用 {allowed}（indicator reading horizon）。",
    en: "There is no headline {value}: {allowed} can be asked for (indicator reading horizon).",
  },
  "month-out-of-range": {
    status: 422,
    zh: "参数 {field} 的月份 {value} 不在可查范围内：可查 {allowed}。",
    en: "The month {value} of {field} is out of range: {allowed} can be asked for.",
  },
  "months-reversed": {
    status: 422,
    zh: "参数 {field} 的月份 {value} 早于起始月份：应不早于 {allowed}。",
    en: "The month {value} of {field} is before the first month: it must not be before {allowed}.",
  },
  "day-out-of-range": {
    status: 422,
    zh: "参数 {field} 的日期 {value} 不可用：应为真实日期且不晚于 {allowed}。",
    en: "The day {value} of {field} cannot be used: it must be a real day, not after {allowed}.",
  },
  "unknown-department": {
    status: 404,
    zh: "该方案没有责任单位 {value}。",
    en: "The plan has no department {value}.",
  },
  "unknown-measure": {
    status: 404,
    zh: "该方案没有由该单位填报的考核指标 {value}。",
    en: "The plan has no measure {value} that the department reports.",
  },
  "measure-not-here": {
    status: 404,
    zh: "该方案没有考核指标 {value}：现有 {allowed}。",
    en: "The plan has no measure {value}: it has {allowed}.",
  },
  "unknown-target": { status: 404, zh: "该方案没有目标值 {value}。", en: "The plan has no target {value}." },
  "unknown-submission": { status: 404, zh: "没有填报表 {value}。", en: "There is no submission {value}." },
  "unknown-path": { status: 404, zh: "没有这个地址：{value}。", en: "There is no such address: {value}." },
  "method-not-allowed": {
    status: 405,
    zh: "这个地址不接受 {value}：可用 {allowed}。",
    en: "This address does not take {value}: use {allowed}.",
  },
  "malformed-request": { status: 400, zh: "请求的写法不对。", en: "The request is malformed." },
  internal: {
    status: 500,
    zh: "系统出错，请凭请求编号 {value} 联系管理员。",
    en: "Something went wrong; quote request {value} to the administrator.",
  },
  "not-ready": {
    status: 503,
    zh: "系统暂时不能提供服务：{allowed}。",
    en: "The system cannot serve just now: {allowed}.",
  },
  stopping: {
    status: 503,
    zh: "系统正在停止或重启，没有执行；请稍后再试。",
    en: "The system is being stopped or restarted and has done nothing: try again in a moment.",
  },
  "body-too-large": {
    status: 413,
    zh: "发送的内容太大：文件不能超过5MB。",
    en: "Too much was sent: a file may have 5 MB at most.",
  },
  "key-used-otherwise": {
    status: 422,
    zh: "幂等键 {value} 已用于另一个请求，未执行。",
    en: "The idempotency key {value} was used for another request; nothing was done.",
  },
  "foreign-request": {
    status: 403,
    zh: "这个请求不是从本系统的页面发出的，未执行。",
    en: "The request did not come from a page of this system; nothing was done.",
  },
} as const satisfies Record<string, Wording>;
