/**
 * The closed word lists of the product. Every stored word, every type and every record that must be exhaustive is
 * derived from here, so that adding a word makes the compiler point at the rest. This file imports nothing.
 */

/** What a subject (事项) is: an overall goal, an industry chain or a key task. */
export const subjectKinds = ["headline", "chain", "task"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What an observation of a measure holds; see the readings that each nature allows in `readingsOf`. */
export const natures = ["population", "tally", "yearly-flow", "level", "rate", "milestone"] as const;
export type Nature = (typeof natures)[number];

/** The ways in which a target reads its measure. */
export const readings = [
  "new",
  "net",
  "total",
  "growth",
  "cumulative",
  "level",
  "gain",
  "annual-growth",
  "rate",
  "done",
] as const;
export type Reading = (typeof readings)[number];

/** The readings that a target may use on a measure of each nature. */
export const readingsOf = {
  population: ["new", "net", "total", "growth"],
  tally: ["cumulative"],
  "yearly-flow": ["level", "growth", "annual-growth"],
  level: ["level", "gain", "growth", "annual-growth"],
  rate: ["rate"],
  milestone: ["done"],
} as const satisfies Record<Nature, readonly Reading[]>;

/** Readings whose values may be added over subjects. */
export const additiveReadings = ["new", "net", "cumulative", "gain"] as const satisfies readonly Reading[];

/** Readings expressed in percent, whatever the unit of the indicator. */
export const percentReadings = ["growth", "annual-growth"] as const satisfies readonly Reading[];

/** How a value is compared with its target; `range` is met at the value and stretched to the upper end. */
export const comparators = [">=", ">", "<=", "<", "=", "range"] as const;
export type Comparator = (typeof comparators)[number];

/** Whether reaching the target means going up or down. */
export const directions = ["rising", "falling"] as const;
export type Direction = (typeof directions)[number];

/** 约束性 or 力争/努力. */
export const hardnesses = ["committed", "aspirational"] as const;
export type Hardness = (typeof hardnesses)[number];

/** How a target is spread over the months between origin and deadline. */
export const curveKinds = ["linear", "batch", "custom", "none"] as const;
export type CurveKind = (typeof curveKinds)[number];

/** The judgement on a target at a month; the absence of a light is `null`, not a word. */
export const lights = ["met", "on-schedule", "behind", "far-behind", "missed", "unreported", "not-due"] as const;
export type Light = (typeof lights)[number];

/** How a light rule measures the distance from schedule. */
export const ruleModes = ["points", "ratio"] as const;
export type RuleMode = (typeof ruleModes)[number];

/** Whose figure it is: 部门填报 or 统计核定. */
export const bases = ["department", "statistics"] as const;
export type Basis = (typeof bases)[number];

/** What a unit does for a subject: 牵头 or 责任. */
export const assignmentRoles = ["lead", "responsible"] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

/** The three views of joint responsibility. */
export const attributions = ["full", "shared", "lead"] as const;
export type Attribution = (typeof attributions)[number];

/** What a responsible unit is; a `group` has dated members. */
export const departmentKinds = [
  "government",
  "bureau",
  "party",
  "zone",
  "institution",
  "headquarters",
  "enterprise",
  "group",
] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

/** Levels of GB/T 2260 and the local development zones. */
export const jurisdictionKinds = ["nation", "province", "prefecture", "county", "zone"] as const;
export type JurisdictionKind = (typeof jurisdictionKinds)[number];

/** How often a plan's departments report. */
export const frequencies = ["month", "quarter"] as const;
export type Frequency = (typeof frequencies)[number];

/** 待报, 草稿, 已提交, 已退回, 已审核. */
export const submissionStates = ["open", "draft", "submitted", "returned", "accepted"] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The moves of a submission through review. */
export const submissionMoves = ["save", "submit", "return", "accept"] as const;
export type SubmissionMove = (typeof submissionMoves)[number];

/** A period's report, the correction of an accepted one, or the statistics bureau's figures beside it (统计核定). */
export const submissionKinds = ["report", "correction", "confirmation"] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** How a department stands with one period. */
export const punctualities = ["on-time", "late", "missing", "not-yet-due"] as const;
export type Punctuality = (typeof punctualities)[number];

/** Who acts; `system` is the product itself, as when it loads the policy data. */
export const roles = [
  "reporter",
  "head",
  "office",
  "statistics",
  "leader",
  "security",
  "admin",
  "auditor",
  "system",
] as const;
export type Role = (typeof roles)[number];

/** A workspace is a demonstration with invented reports, or it is production. */
export const workspaceKinds = ["demonstration", "production"] as const;
export type WorkspaceKind = (typeof workspaceKinds)[number];

/** What an incentive (政策奖补) pays. */
export const incentiveForms = [
  "lump-sum",
  "per-unit",
  "share-of-cost",
  "uplift",
  "price",
  "interest",
  "other",
] as const;
export type IncentiveForm = (typeof incentiveForms)[number];

/** What narrows a measure within its subject: a place, a firm, a product or a unit. */
export const scopeKinds = ["place", "firm", "product", "unit"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** The word that a document uses for those who do business (DOMAIN.md section 9). */
export const marketEntityWords = ["市场主体", "经营主体"] as const;
export type MarketEntityWord = (typeof marketEntityWords)[number];

/** What happens to a plan's month: it is closed into an edition (数据版本), its reopening is asked for, granted or refused. */
export const monthMoves = ["close", "ask-reopening", "reopen", "keep-closed"] as const;
export type MonthMove = (typeof monthMoves)[number];

/** What the office added to a plan (方案编辑). */
export const planEditKinds = [
  "add-unit",
  "add-alias",
  "assign-unit",
  "add-subject",
  "add-measure",
  "add-light-rule",
  "add-entry-calendar",
  "add-appraisal-rule",
] as const;
export type PlanEditKind = (typeof planEditKinds)[number];

/** Rules for passwords: 等保 (complexity and change), or ASVS (length and a list of known ones, no forced change). */
export const passwordProfiles = ["dengbao", "asvs"] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** How a try to sign in ended that was refused. */
export const signInFailures = ["password", "second-factor", "set-up-code"] as const;
export type SignInFailure = (typeof signInFailures)[number];

/** What becomes of a note (批示): a unit answers it, a leader marks it as settled (已落实), its author takes it back. */
export const noteSteps = ["answer", "settle", "withdraw"] as const;
export type NoteStep = (typeof noteSteps)[number];

/** How a figure becomes points of an appraisal (季考评): against a base, against the best, or by rank. */
export const appraisalMethods = ["against-base", "against-best", "by-rank"] as const;
export type AppraisalMethod = (typeof appraisalMethods)[number];
