/** How the audit reads: the words of its actions, of what it is about, and of what its rows say. */
import type { Text } from "../domain/model.ts";

/** The actions that the audit knows, in the order in which they are offered. */
const actionWords: Readonly<Record<string, Text>> = {
  "submit-report": { zh: "提交填报表", en: "Submit a report" },
  "submit-paper": { zh: "提交填报表", en: "Submit a report" },
  "correct-observation": { zh: "提交更正", en: "Submit a correction" },
  "accept-submission": { zh: "审核通过", en: "Accept a submission" },
  "return-submission": { zh: "退回", en: "Return a submission" },
  "save-draft-line": { zh: "保存草稿", en: "Save a draft" },
  "repeat-blank-lines": { zh: "空行填“无变化”", en: "Fill blank lines with no change" },
  "agree-with-department": { zh: "按部门填报核定", en: "Confirm as the department reported" },
  "take-over-workbook": { zh: "由表格转入草稿", en: "Take a workbook over as a draft" },
  "import-history": { zh: "导入历史数据", en: "Import history" },
  "add-evidence": { zh: "上传佐证材料", en: "Add evidence" },
  "close-month": { zh: "月度结账", en: "Close a month" },
  "ask-reopening-month": { zh: "申请重新打开", en: "Ask for a reopening" },
  "reopen-month": { zh: "重新打开", en: "Reopen a month" },
  "keep-closed-month": { zh: "不同意重新打开", en: "Refuse a reopening" },
  "grant-extension": { zh: "准予延期", en: "Grant an extension" },
  "write-note": { zh: "批示", en: "Write a note" },
  "answer-note": { zh: "回复批示", en: "Answer a note" },
  "settle-note": { zh: "批示已落实", en: "Settle a note" },
  "withdraw-note": { zh: "撤回批示", en: "Withdraw a note" },
  "issue-briefing": { zh: "印发通报", en: "Issue a briefing" },
  "set-skeleton": { zh: "设置通报框架", en: "Set how briefings are built" },
  "add-unit": { zh: "增加责任单位", en: "Add a unit" },
  "add-alias": { zh: "增加单位别称", en: "Add a unit's other name" },
  "assign-unit": { zh: "增加责任分工", en: "Assign a unit" },
  "add-subject": { zh: "增加事项", en: "Add a subject" },
  "add-measure": { zh: "增加考核指标", en: "Add a measure" },
  "add-appraisal-rule": { zh: "变更季考评办法", en: "Change the rule of appraisal" },
  "add-light-rule": { zh: "变更亮灯规则", en: "Change the rule of lights" },
  "add-entry-calendar": { zh: "变更入库日历", en: "Change the entry calendar" },
  "revise-target": { zh: "调整目标值", en: "Revise a target" },
  "edit-plan": { zh: "增补方案", en: "Add to a plan" },
  "load-plans": { zh: "导入方案", en: "Load plans" },
  "make-accounts": { zh: "建立账号", en: "Make accounts" },
  "make-account": { zh: "建立账号", en: "Make an account" },
  "change-account": { zh: "变更账号", en: "Change an account" },
  "sign-in": { zh: "登录", en: "Sign in" },
  "sign-out": { zh: "退出", en: "Sign out" },
  "refuse-sign-in": { zh: "登录未成功", en: "Sign-in refused" },
  "refuse-address": { zh: "某地址暂停登录", en: "Address has to wait" },
  "change-password": { zh: "修改密码", en: "Change a password" },
  "reset-password": { zh: "重置密码", en: "Reset a password" },
  "propose-second-factor": { zh: "生成验证码密钥", en: "Propose an authenticator" },
  "set-up-second-factor": { zh: "设置动态验证码", en: "Set up an authenticator" },
  "give-password": { zh: "再次验证密码", en: "Give the password again" },
  "give-second-factor": { zh: "验证动态验证码", en: "Give a code" },
  "reset-second-factor": { zh: "重置动态验证码", en: "Reset an authenticator" },
  "issue-set-up-code": { zh: "生成设置码", en: "Issue a set-up code" },
  "recover-account": { zh: "在服务器上恢复账号", en: "Recover an account on the machine" },
  "set-up": { zh: "建立第一个系统管理员", en: "Make the first administrator" },
  "change-security": { zh: "变更安全设置", en: "Change the security settings" },
  unlock: { zh: "解除锁定", en: "Unlock a name" },
  refused: { zh: "被拒绝", en: "Refused" },
};

const entityWords: Readonly<Record<string, Text>> = {
  submission: { zh: "填报表", en: "Submission" },
  draft: { zh: "草稿", en: "Draft" },
  history: { zh: "历史数据", en: "History" },
  plan: { zh: "方案", en: "Plan" },
  target: { zh: "目标", en: "Target" },
  month: { zh: "月份", en: "Month" },
  note: { zh: "批示", en: "Note" },
  briefing: { zh: "通报材料", en: "Briefing" },
  account: { zh: "账号", en: "Account" },
  accounts: { zh: "账号", en: "Accounts" },
  address: { zh: "地址", en: "Address" },
  identity: { zh: "统一身份", en: "Identity" },
};

const fieldWords: Readonly<Record<string, Text>> = {
  plan: { zh: "方案", en: "Plan" },
  department: { zh: "责任单位", en: "Department" },
  departments: { zh: "责任单位", en: "Departments" },
  subject: { zh: "事项", en: "Subject" },
  measure: { zh: "考核指标", en: "Measure" },
  target: { zh: "目标", en: "Target" },
  period: { zh: "所属期", en: "Period" },
  periods: { zh: "各期", en: "Period" },
  month: { zh: "月份", en: "Month" },
  kind: { zh: "类别", en: "Kind" },
  basis: { zh: "口径", en: "Basis" },
  round: { zh: "第几次提交", en: "Round" },
  reason: { zh: "原因", en: "Reason" },
  note: { zh: "说明", en: "Note" },
  entries: { zh: "新增", en: "Entries" },
  exits: { zh: "减少", en: "Exits" },
  stock: { zh: "存量", en: "Stock" },
  amount: { zh: "数值", en: "Amount" },
  doneOn: { zh: "达成日期", en: "Done on" },
  isUnchanged: { zh: "无变化", en: "No change" },
  isCorrected: { zh: "更正", en: "Correction" },
  number: { zh: "第几次取值", en: "Number" },
  reportedBy: { zh: "填报人", en: "Reported by" },
  reportedAt: { zh: "填报时间", en: "Reported at" },
  lines: { zh: "填报行", en: "Line" },
  observations: { zh: "入账数据", en: "Figure" },
  from: { zh: "自何月起", en: "From" },
  value: { zh: "目标值", en: "Value" },
  stretch: { zh: "上限", en: "Upper end" },
  document: { zh: "依据文件", en: "Document" },
  edition: { zh: "版次", en: "Edition" },
  hash: { zh: "校验码", en: "Hash" },
  undone: { zh: "未办结", en: "Not settled" },
  dueOn: { zh: "截止日期", en: "Due on" },
  contentHash: { zh: "内容校验码", en: "Hash of the content" },
  knownAt: { zh: "知晓时间", en: "Known from" },
  targets: { zh: "目标", en: "Target" },
  account: { zh: "账号", en: "Account" },
  name: { zh: "名称", en: "Name" },
  role: { zh: "角色", en: "Role" },
  code: { zh: "拒绝理由", en: "Why" },
  status: { zh: "答复状态码", en: "Status" },
  version: { zh: "版本", en: "Version" },
  evidence: { zh: "佐证材料", en: "Evidence" },
  mode: { zh: "差距计法", en: "How the gap is taken" },
  tolerancePercent: { zh: "容许差距（%）", en: "Tolerance (%)" },
  isInclusive: { zh: "含边界", en: "Bound included" },
  monthlyPercent: { zh: "1—12月累计进度（%）", en: "Cumulative percents, January to December" },
  year: { zh: "年度", en: "Year" },
  issue: { zh: "期号", en: "Issue" },
  title: { zh: "标题", en: "Title" },
  horizon: { zh: "目标期", en: "Horizon" },
  skeleton: { zh: "框架", en: "Skeleton" },
  files: { zh: "文件", en: "File" },
  mediaType: { zh: "文件类型", en: "Type" },
  bytes: { zh: "字节数", en: "Bytes" },
  sha256: { zh: "文件校验码", en: "Hash of the file" },
  yearWeights: { zh: "年度权重", en: "Weights of years" },
};

/** Values that are words of closed lists, by field. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  basis: { department: { zh: "部门填报", en: "Departments" }, statistics: { zh: "统计核定", en: "Statistics" } },
  mode: {
    points: { zh: "占目标值的百分点", en: "points of the target" },
    ratio: { zh: "占应完成量的百分比", en: "percent of what is due" },
  },
  kind: {
    report: { zh: "填报", en: "report" },
    correction: { zh: "更正", en: "correction" },
    confirmation: { zh: "核定", en: "confirmation" },
  },
  role: {
    reporter: { zh: "填报员", en: "reporter" },
    head: { zh: "单位负责人", en: "head" },
    office: { zh: "专班审核", en: "office" },
    statistics: { zh: "统计核定", en: "statistics officer" },
    leader: { zh: "领导", en: "leader" },
    security: { zh: "安全管理员", en: "security officer" },
    admin: { zh: "系统管理员", en: "administrator" },
    auditor: { zh: "审计员", en: "auditor" },
    system: { zh: "系统", en: "system" },
  },
};

/** A text that is the same in both languages. */
export const asWritten = (text: string): Text => ({ zh: text, en: text });

/** The name of an action; one without a word is shown by its code. */
export const actionName = (action: string): Text => actionWords[action] ?? asWritten(action);

/** All actions with their names. */
export const auditActions = Object.entries(actionWords).map(([action, name]) => ({ action, name }));

/** What a row is about: `submission:17` reads 填报表 17; several and addresses stay as they are written. */
export function entityName(entity: string): Text {
  const [, kind = "", which = ""] = /^([a-z]+):(\S+)$/.exec(entity) ?? [];
  const word = entityWords[kind];
  return word === undefined ? asWritten(entity) : { zh: `${word.zh} ${which}`, en: `${word.en} ${which}` };
}

/** The name of what a row says; one without a word is shown as it is kept. */
export const fieldName = (field: string): Text => fieldWords[field] ?? asWritten(field);

/** A value of a closed list in words; null for anything else. */
export const wordOfValue = (field: string, value: string): Text | null => valueWords[field]?.[value] ?? null;
