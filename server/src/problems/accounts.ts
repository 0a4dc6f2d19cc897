/** Accounts, their units and their powers. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const accountWordings = {
  "changed-meanwhile": {
    status: 409,
    zh: "别人刚刚改过，请看过再改。",
    en: "Somebody else has just changed it: look again, then change it.",
  },
  "account-taken": { status: 409, zh: "账号 {value} 已有人用。", en: "The account {value} exists already." },
  "subject-taken": {
    status: 409,
    zh: "统一身份 {value} 已绑定别的账号。",
    en: "The single sign-on identity {value} belongs to another account.",
  },
  "unknown-unit": { status: 422, zh: "没有责任单位 {value}。", en: "There is no unit {value}." },
  "no-department": { status: 422, zh: "填报员须至少选一个单位。", en: "Who reports needs at least one unit." },
  "departments-without-use": { status: 422, zh: "这个角色不属于任何单位。", en: "This role belongs to no unit." },
  "your-own-account": {
    status: 403,
    zh: "不能对自己的账号这样做，请另一位管理员办理。",
    en: "Not on your own account: another administrator must do it.",
  },
  "last-administrator": {
    status: 409,
    zh: "这是最后一个系统管理员，不能停用或改任。",
    en: "This is the last administrator and cannot be put out.",
  },
  "not-recoverable": {
    status: 409,
    zh: "{value} 不是启用的系统管理员：请系统管理员在“账号”里重置。",
    en: "{value} is no administrator who is in office: an administrator resets it on the page of accounts.",
  },
  "unknown-account": { status: 404, zh: "没有账号 {value}。", en: "There is no account {value}." },
  "not-your-role": { status: 403, zh: "您的角色不能做这一步。", en: "Your role cannot do this." },
  "not-your-department": {
    status: 403,
    zh: "您不是这个单位的填报人。",
    en: "You do not report for this unit.",
  },
} as const satisfies Record<string, Wording>;
