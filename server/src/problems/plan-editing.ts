/** Plans that are edited and revised. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const planEditingWordings = {
  "name-missing": { status: 422, zh: "请写明名称。", en: "Give the name." },
  "name-taken": {
    status: 409,
    zh: "“{value}”已是“{allowed}”的名称：同一方案内一个名称只属于一个单位。",
    en: "{value} is a name of {allowed} already: within a plan a name is one unit's.",
  },
  "assigned-already": {
    status: 409,
    zh: "{value}已在“{allowed}”的责任分工中。",
    en: "{value} answers for {allowed} already.",
  },
  "nothing-revised": {
    status: 422,
    zh: "{allowed} 起的目标值本来就是 {value}，没有调整。",
    en: "From {allowed} on the target is {value} already: nothing is revised.",
  },
  "judged-so-already": {
    status: 422,
    zh: "自 {allowed} 起本来就这样执行，没有改变。",
    en: "It is judged so from {allowed} on already: nothing changes.",
  },
  "addition-refused": { status: 422, zh: "{allowed}。", en: "{allowed}." },
  "key-taken": {
    status: 409,
    zh: "代号 {value} 已用于“{allowed}”，请另取一个。",
    en: "The key {value} is that of {allowed}: choose another.",
  },
  "measure-there": {
    status: 409,
    zh: "“{allowed}”已有指标 {value}：其目标值可逐项调整。",
    en: "{allowed} has the indicator {value} already: its targets can be revised.",
  },
  "measure-not-yet": {
    status: 422,
    zh: "考核指标 {value} 自 {allowed} 起填报。",
    en: "The measure {value} is reported from {allowed} on.",
  },
} as const satisfies Record<string, Wording>;
