/** A briefing of 高平, its editions and what was issued of it, small enough to be checked by eye. */
import type {
  Briefing,
  BriefingPaper,
  BriefingSkeleton,
  Errata,
  IssuedBriefing,
  PlanMonth,
  SkeletonTrial,
} from "../../web/src/api/types.ts";

const text = (zh: string) => ({ zh, en: zh });
const hash = (sign: string) => sign.repeat(64);

/** The briefing of 2022-09, without tables; `edition` null is 未定稿. */
export function briefingOf(edition: Briefing["edition"], more: Partial<Briefing> = {}): Briefing {
  return {
    plan: {
      ...{ key: "gaoping-2022", title: text("制造业培育方案"), documentNumber: null, issuer: text("市工信局") },
      jurisdiction: { code: "140581", name: text("高平市"), kind: "county" },
      ...{ marketEntityWord: "市场主体", issuedOn: "2022-01-01", frequency: "quarter" },
    },
    ...{ month: "2022-09", horizon: "2022-12", horizonName: text("2022年底"), basis: "department", edition },
    ...{ isDemonstration: false, today: "2025-10-12", revision: 7, title: "关于高平市2022年9月进展情况的通报" },
    remarks: ["数据截至2022年9月底", "部门填报数据，非统计部门发布数据", edition ? "数据版本" : "未定稿"],
    sections: [{ key: "overall", heading: "总体情况", paragraphs: ["全市新增规上企业8户。"] }],
    ...{ headline: [], chains: [], tasks: [], departments: [], owing: [], behind: [], shortfalls: [] },
    reporting: {
      periods: ["2022-09"],
      units: [{ department: "industry", name: text("市工信局"), onTime: 1, late: 0, missing: 0, cells: [null] }],
      ...{ latestPeriod: "2022-09", reported: 1, asked: 1 },
    },
    ...{ lights: { total: 0, rows: [] }, chainLights: { total: 0, rows: [] }, summary: text("") },
    ...{ longestBehind: text(""), heatMap: { months: [], rows: [] }, outlook: { prospects: [], sentence: text("") } },
    ...{ monthsLeft: 3, changes: null, reconciliations: [], corrections: [] },
    ...more,
  };
}

const printed = (style: BriefingPaper["blocks"][number]["style"], words: string) => ({
  ...{ style, text: words, table: null, chart: null },
});
const point = (value: number) => ({ value, text: String(value), color: null, isCarried: false });

/** Its paper, with the headings of a skeleton and an annex of each kind. */
export const paperOf = ({ sections }: Pick<SkeletonTrial, "sections">): BriefingPaper => ({
  ...{ header: "未定稿", skeleton: 0 },
  blocks: [
    printed("Title", "关于高平市2022年9月进展情况的通报"),
    ...sections.flatMap(({ heading, text: words }) => [printed("Heading1", heading), printed("BodyText", words)]),
    ...[printed("AttachmentList", "附件：1．进度图"), printed("AttachmentList", "　　　2．产业链进度表")],
    {
      ...printed(null, ""),
      chart: {
        ...{ title: "1条产业链中1条达序时", subtitle: "单位：户", direction: "across", categories: ["绿色铸造"] },
        series: [
          { name: "目标", mark: "open-bar", color: "888888", points: [point(4)] },
          { name: "已完成", mark: "bar", color: "349173", points: [point(3)] },
          { name: "序时", mark: "tick", color: "1b222c", points: [point(3)] },
        ],
      },
    },
    {
      ...printed(null, ""),
      table: {
        title: "产业链进度表",
        columns: [
          { heading: "产业链", width: 100, isFigure: false },
          { heading: "已完成", width: 56, isFigure: true },
        ],
        rows: [["绿色铸造", "3"]],
      },
    },
  ],
});

const madeSections: SkeletonTrial["sections"] = [
  { kind: "overall", heading: "总体情况", text: "" },
  { kind: "problems", heading: "存在问题", text: "" },
];

/** How it is built; as the product does where nothing else is said. */
export const skeletonOf = (more: Partial<BriefingSkeleton> = {}): BriefingSkeleton => ({
  ...{ plan: "gaoping-2022", version: 0, setBy: null, setAt: null, sections: madeSections, annexes: ["chains"] },
  plain: { sections: madeSections, annexes: ["chains"] },
  ...more,
});

/** Its editions: the first, and one made after it was opened again. */
export const editions: PlanMonth["editions"] = [
  {
    ...{
      edition: 1,
      closedAt: "2022-10-27T07:00:00.000Z",
      closedBy: "审核员",
      hash: hash("a"),
      reason: null,
      revision: 5,
    },
    reopened: { askedBy: "审核员", reason: "更正", grantedBy: "复核员", grantedAt: "2022-11-01T01:00:00.000Z" },
  },
  {
    ...{
      edition: 2,
      closedAt: "2022-11-02T07:00:00.000Z",
      closedBy: "审核员",
      hash: hash("b"),
      reason: "更正",
      revision: 7,
    },
    reopened: null,
  },
];

/** What its second edition says of itself. */
export const secondEdition = { edition: 2, hash: hash("b"), closedAt: "2022-11-02T07:00:00.000Z" };

/** The month with its editions. */
export const monthOf = (of: PlanMonth["editions"]): Partial<PlanMonth> => ({ month: "2022-09", editions: of });

/** 2025年第1期, of the second edition. */
export const firstIssue: IssuedBriefing = {
  ...{ year: 2025, number: 1, title: "关于高平市2022年9月进展情况的通报", month: "2022-09", horizon: "2022-12" },
  ...{ horizonName: text("2022年底"), basis: "department", edition: 2, hash: hash("b"), skeleton: 0 },
  ...{ issuedBy: "审核员甲", issuedAt: "2025-10-12T01:30:00.000Z" },
  files: [{ name: "通报.docx", mediaType: "application/octet-stream", bytes: 10, sha256: hash("c") }],
};

/** What it now says wrongly. */
export const errataOf = (briefing: IssuedBriefing): Errata => ({
  ...{ briefing, isDemonstration: true, today: "2025-10-12" },
  errata: [
    {
      ...{ about: "target", subject: text("绿色铸造"), name: text("新增规上企业"), figure: "achieved" },
      ...{ former: text("2"), now: text("1") },
    },
  ],
  causes: [
    {
      ...{ kind: "correction", subject: text("绿色铸造"), name: text("规上企业"), month: "2022-09" },
      ...{
        former: "累计新增2户",
        now: "累计新增1户",
        reason: "一户重复统计",
        by: text("开发区管委会"),
        on: "2023-05-17",
      },
    },
  ],
  notice: {
    ...{ title: "关于更正2025年第1期通报有关数据的通知", opening: "现更正如下。" },
    sections: [{ heading: "更正内容", paragraphs: ["共1处。"] }],
    columns: ["事项", "指标", "项目", "原数", "更正为"],
    rows: [["绿色铸造", "新增规上企业", "已完成", "2", "1"]],
    ...{ closing: "其余内容不变。", signedBy: "市工信局", day: "2025年10月12日" },
  },
});
