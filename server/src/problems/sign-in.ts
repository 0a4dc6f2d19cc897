/** Who cannot come in, and what stands before their first step. */
import type { Wording } from "./wording.ts";

/** Code → status and sentence. */
export const signInWordings = {
  "sign-in-needed": { status: 401, zh: "请先登录。", en: "Sign in first." },
  "metrics-token-needed": {
    status: 401,
    zh: "运行指标凭令牌读取（METRICS_TOKEN_FILE），任何账号都不能代替。",
    en: "The numbers of the running product are read by the token of METRICS_TOKEN_FILE; no account stands in for it.",
  },
  "sign-in-refused": {
    status: 401,
    zh: "账号或密码不对；多次不对会暂时锁定。忘记密码请找系统管理员。",
    en: "Account or password is wrong; several wrong tries lock it for a while. An administrator can reset a lost password.",
  },
  "too-many-tries": {
    status: 429,
    zh: "从 {value} 登录不成功的次数太多，请 {allowed} 分钟后再试。",
    en: "Too many tries to sign in from {value} were refused: wait {allowed} minutes.",
  },
  "sign-on-absent": {
    status: 404,
    zh: "本系统没有接入统一身份认证，未登录；请从登录页登录。",
    en: "Single sign-on is not set up here. You are not signed in: sign in on the sign-in page.",
  },
  "sign-on-not-ours": {
    status: 422,
    zh: "这次登录不是从本浏览器发起的，或已超过十分钟，请重新点“统一身份认证登录”。",
    en: "This browser has not begun this sign-in, or more than ten minutes ago: begin it again.",
  },
  "sign-on-used": {
    status: 422,
    zh: "这次登录已经用过或已过期，请重新点“统一身份认证登录”。",
    en: "This sign-in was used already or has expired: begin it again.",
  },
  "sign-on-declined": {
    status: 422,
    zh: "统一身份认证没有通过（{value}），请重新登录。",
    en: "The identity provider has declined ({value}): sign in again.",
  },
  "sign-on-untrusted": {
    status: 422,
    zh: "统一身份认证的凭证不可信（{allowed}），未登录；请告诉系统管理员。",
    en: "What the identity provider says cannot be trusted ({allowed}); you are not signed in. Tell an administrator.",
  },
  "sign-on-unknown": {
    status: 403,
    zh: "统一身份 {value} 没有绑定本系统的账号，请找系统管理员绑定。",
    en: "The identity {value} belongs to no account here: ask an administrator to bind it.",
  },
  "sign-on-disabled": {
    status: 403,
    zh: "统一身份绑定的账号已停用，请找系统管理员。",
    en: "The account of this identity is disabled: ask an administrator.",
  },
  "sign-on-unreachable": {
    status: 503,
    zh: "统一身份认证系统{allowed}，请稍后再试，或用账号和密码登录。",
    en: "The identity provider {allowed}: try later, or sign in by account and password.",
  },
  "reauthentication-needed": {
    status: 403,
    zh: "此项办理前，请再次验证身份。",
    en: "Show once more who you are before this is done.",
  },
  "password-wrong": {
    status: 422,
    zh: "密码不对；多次不对会暂时锁定。",
    en: "The password is wrong; several wrong tries lock it for a while.",
  },
  "second-factor-needed": { status: 403, zh: "请先输入动态验证码。", en: "Give the code of your authenticator first." },
  "password-change-needed": { status: 403, zh: "请先修改密码。", en: "Change your password first." },
  "second-factor-set-up-needed": {
    status: 403,
    zh: "请先设置动态验证码。",
    en: "Set up an authenticator first.",
  },
  "standing-password-wrong": { status: 422, zh: "原密码不对。", en: "The present password is wrong." },
  "password-refused": {
    status: 422,
    zh: "新密码不合要求：{allowed}。",
    en: "The new password will not do: it must have {allowed}.",
  },
  "password-repeated": {
    status: 422,
    zh: "新密码不能与原密码相同。",
    en: "The new password must differ from the present one.",
  },
  "code-refused": {
    status: 422,
    zh: "验证码不对或已用过，请等下一个。",
    en: "The code is wrong or was used already: wait for the next one.",
  },
  "second-factor-already": {
    status: 409,
    zh: "动态验证码已设置；更换请找系统管理员重置。",
    en: "The authenticator is set up already; an administrator can reset it.",
  },
  "second-factor-not-proposed": {
    status: 409,
    zh: "还没有生成动态验证码的密钥。",
    en: "There is no secret for an authenticator yet.",
  },
  "set-up-already": { status: 409, zh: "已有系统管理员，请直接登录。", en: "There is an administrator: sign in." },
  "set-up-code-refused": {
    status: 422,
    zh: "设置码不对；多次不对会暂时锁定。设置码在服务启动时显示。",
    en: "The set-up code is wrong; several wrong tries lock it for a while. The start of the service prints it.",
  },
  "not-locked": { status: 404, zh: "{value} 没有被锁定。", en: "{value} is not locked." },
} as const satisfies Record<string, Wording>;
