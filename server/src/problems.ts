/**
 * Every refusal of the product: a stable code, its HTTP status and one sentence in both languages. Reads and actions
 * answer `Refusal` values; only here do they become words and status. `{field}`, `{name}`, `{value}` and `{allowed}` are
 * filled in.
 */
import type { Problem } from "./contract/common.ts";

interface Wording {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

const wordings = {
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
  "sign-in-needed": { status: 401, zh: "请先登录。", en: "Sign in first." },
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
  "not-locked": { status: 404, zh: "{value} 没有被锁定。", en: "{value} is not locked." },
  "foreign-request": {
    status: 403,
    zh: "这个请求不是从本系统的页面发出的，未执行。",
    en: "The request did not come from a page of this system; nothing was done.",
  },
  "unknown-account": { status: 404, zh: "没有账号 {value}。", en: "There is no account {value}." },
  "not-your-role": { status: 403, zh: "您的角色不能做这一步。", en: "Your role cannot do this." },
  "not-your-department": {
    status: 403,
    zh: "您不是这个单位的填报人。",
    en: "You do not report for this unit.",
  },
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
  "reason-missing": { status: 422, zh: "请写明原因。", en: "Give the reason." },
  "key-used-otherwise": {
    status: 422,
    zh: "幂等键 {value} 已用于另一个请求，未执行。",
    en: "The idempotency key {value} was used for another request; nothing was done.",
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
  "body-too-large": {
    status: 413,
    zh: "发送的内容太大：文件不能超过5MB。",
    en: "Too much was sent: a file may have 5 MB at most.",
  },
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
  "evidence-refused": {
    status: 422,
    zh: "“{value}”不能作为佐证材料：{allowed}。",
    en: "{value} cannot be taken as evidence: {allowed}.",
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
} as const satisfies Record<string, Wording>;

/** The codes of all refusals. */
export type RefusalCode = keyof typeof wordings;

/** True for the code of a refusal. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(wordings, code);

/** Something refused: which rule, about which field, which value was given and what is allowed instead. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly value?: string;
  /** What the sentence calls it, where field and value are keys. */
  readonly name?: { readonly zh: string; readonly en: string };
  /** What may be given instead, in both languages or in words that need none. */
  readonly allowed?: string | { readonly zh: string; readonly en: string };
}

/** What a read or an action answers: a value, or the reason why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Refusal };

/** The answer that refuses. */
export const refuse = (reason: Refusal) => ({ ok: false, reason }) as const;

/** The answer that gives. */
export const give = <T>(value: T) => ({ ok: true, value }) as const;

/** A refusal on its way through Fastify to the one error handler. */
export class RefusedError extends Error {
  readonly reason: Refusal;
  readonly statusCode: number;
  constructor(reason: Refusal) {
    super(reason.code);
    this.reason = reason;
    this.statusCode = wordings[reason.code].status;
  }
}

/** The value of an answer; throws `RefusedError` for a refusal. For routes, at their very end. */
export function settled<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new RefusedError(answer.reason);
  return answer.value;
}

/** The language of a refusal by an Accept-Language header: English where it is asked for before Chinese, else Chinese. */
export function languageOf(header: string | undefined): "zh" | "en" {
  const found = /(^|[\s,])(zh|en)\b/i.exec(header ?? "");
  return found?.[2]?.toLowerCase() === "en" ? "en" : "zh";
}

/** Values that came from outside are cut, so that a sentence stays one. */
const shortened = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** The status of a refusal. */
export const statusOf = (reason: Refusal): number => wordings[reason.code].status;

/** A refusal as it is sent. */
export function problemOf(reason: Refusal, language: "zh" | "en"): Problem {
  const allowed = typeof reason.allowed === "string" ? reason.allowed : (reason.allowed?.[language] ?? "");
  const words: Record<string, string> = {
    field: shortened(reason.field ?? ""),
    value: shortened(reason.value ?? ""),
    name: shortened(reason.name?.[language] ?? reason.field ?? reason.value ?? ""),
    allowed,
  };
  const message = wordings[reason.code][language].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
  return { code: reason.code, message, ...(reason.field === undefined ? {} : { field: shortened(reason.field) }) };
}
