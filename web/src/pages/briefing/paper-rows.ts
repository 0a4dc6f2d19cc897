/** The rows of the tables behind a 通报, in the words of the paper, which is Chinese in every language of the pages. */
import type { Briefing, BriefingSubject, BriefingTarget, Light, Text } from "../../api/types.ts";

/** A cell of the paper: what stands in it, with the shape of its light where it is one. */
interface PaperCell {
  readonly text: string;
  readonly light?: Light | null;
}
/** A table of the paper: the heading of each column, and which of them hold figures. */
export interface PaperTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly isFigure?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly PaperCell[] }[];
}

const absent = "—";
const signs: Readonly<Record<BriefingTarget["assessment"]["comparator"], string>> = {
  ...{ ">=": "", "=": "", range: "", ">": ">", "<=": "≤", "<": "<" },
};
const namesOf = (units: readonly Text[]) => units.map(({ zh }) => zh).join("、") || absent;
/** A place in brackets behind what it is by. */
const placed = (text: string, place: string) => (place === absent ? text : `${text}（${place}）`);

function achieved({ achieved: { value }, achievedText, reading }: BriefingTarget["assessment"]): string {
  if (reading === "done" && value !== null) return value === 1 ? "完成" : "未完成";
  return achievedText.zh;
}

function asked({ targetValue, stretch, comparator, reading }: BriefingTarget["assessment"]): string {
  if (reading === "done") return "完成";
  return stretch ? `${targetValue.text}—${stretch.text}` : `${signs[comparator]}${targetValue.text}`;
}

function targetCells(subject: string, { assessment, name, rank, lightWord, lead }: BriefingTarget): PaperCell[] {
  const texts = [
    subject,
    `${name.zh}（${assessment.unit.zh}）`,
    achieved(assessment),
    asked(assessment),
    assessment.expected.text,
    assessment.gap.text,
    placed(assessment.completion.text, rank === null ? absent : String(rank)),
  ];
  const light = { text: lightWord.zh || absent, light: assessment.light };
  return [...texts.map((text) => ({ text })), light, { text: namesOf(lead) }];
}

function subjectRows({ subject, targets, lead, light, lightWord }: BriefingSubject) {
  if (targets.length > 0)
    return targets.map((target) => ({
      key: target.assessment.target,
      cells: targetCells(subject.name.zh, target),
    }));
  const nothing = Array.from({ length: 6 }, () => ({ text: absent }));
  const cells = [
    { text: subject.name.zh },
    ...nothing,
    { text: lightWord.zh || absent, light },
    { text: namesOf(lead) },
  ];
  return [{ key: subject.key, cells }];
}

const figure = (heading: string) => ({ heading, isFigure: true });

function targetsTable(title: string, first: string, subjects: readonly BriefingSubject[]): PaperTable {
  const hasLead = subjects.some(({ lead, targets }) => [{ lead }, ...targets].some((each) => each.lead.length > 0));
  const columns = [
    { heading: first },
    { heading: "指标（单位）" },
    ...["已完成", "目标", "序时", "差距", "完成率（位次）"].map(figure),
    { heading: "亮灯" },
    { heading: "牵头单位" },
  ];
  const end = hasLead ? undefined : -1;
  const rows = subjects.flatMap(subjectRows).map(({ key, cells }) => ({ key, cells: cells.slice(0, end) }));
  return { title, columns: columns.slice(0, end), rows };
}

function departmentsTable({ departments, basis }: Briefing): PaperTable {
  const reported = basis === "statistics" ? "已核定" : "已报";
  return {
    title: "责任单位完成情况表",
    columns: [
      { heading: "责任单位" },
      ...["综合完成率（位次）", "目标数", reported, "落后", "按时报送", "逾期报送", "缺报"].map(figure),
    ],
    rows: departments.map((each) => ({
      key: each.department.key,
      cells: [
        each.department.name.zh,
        placed(each.composite.text, each.rankText.zh),
        ...[each.targets, each.reported, each.behind].map(String),
        ...[each.punctuality.onTime, each.punctuality.late, each.punctuality.missing].map(String),
      ].map((text) => ({ text })),
    })),
  };
}

/** As many of the latest periods as fit on the paper beside the counts. */
const mostPeriods = 6;

function reportingTable({ reporting: { periods, units } }: Briefing): PaperTable {
  const shown = periods.slice(-mostPeriods);
  return {
    title: "报送情况表",
    columns: [
      { heading: "填报单位" },
      ...shown.map((period) => ({ heading: period.replace(/^(\d{4})-0?(\d+)$/, "$1年$2月") })),
      ...["按时", "逾期", "缺报"].map(figure),
    ],
    rows: (shown.length === 0 ? [] : units).map(({ department, name, cells, onTime, late, missing }) => ({
      key: department,
      cells: [
        name.zh,
        ...cells.slice(-mostPeriods).map((cell) => cell?.word.zh ?? absent),
        ...[onTime, late, missing].map(String),
      ].map((text) => ({ text })),
    })),
  };
}

/** The tables of a briefing in their order; what has no rows is left out. */
export function paperTables(briefing: Briefing): readonly PaperTable[] {
  const { headline, chains, tasks } = briefing;
  return [
    targetsTable("主要目标进度表", "目标", headline),
    targetsTable("产业链进度表", "产业链", chains),
    targetsTable("重点任务进度表", "任务", tasks),
    departmentsTable(briefing),
    reportingTable(briefing),
  ].filter(({ rows }) => rows.length > 0);
}
