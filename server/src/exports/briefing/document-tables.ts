/** The tables of a 通报 that stand behind its text as 附件. */
import type { AnnexKey } from "../../domain/briefing-skeleton.ts";
import { achievedCell, targetCell } from "../tables/assessment-rows.ts";
import type { TableCell } from "../tables/table.ts";
import type { TableBlock } from "../word/blocks.ts";
import { fittedColumns } from "../word/columns.ts";
import { page } from "../word/measures.ts";
import {
  appraisalTables,
  behindTable,
  changesTable,
  correctionsTable,
  heatMapTable,
  outlookTable,
  reconciliationsTable,
} from "./document-annexes.ts";
import type { PrintedBriefing, PrintedSubject, PrintedTarget } from "./document-value.ts";

/** The latest periods that fit on a page beside the counts. */
const mostPeriods = 6;

const textOf = (cell: TableCell) => (typeof cell === "string" ? cell : "zh" in cell ? cell.zh : cell.text);
const names = (units: readonly { readonly zh: string }[]) => units.map(({ zh }) => zh).join("、") || "—";

/** A place in brackets behind what it is by. */
const placed = (text: string, place: string) => (place === "—" ? text : `${text}（${place}）`);

function targetRow(subject: string, target: PrintedTarget): readonly string[] {
  const { assessment, name, rank, lightWord, lead } = target;
  return [
    subject,
    `${name.zh}（${assessment.unit.zh}）`,
    textOf(achievedCell(assessment)),
    textOf(targetCell(assessment)),
    assessment.expected.text,
    assessment.gap.text,
    placed(assessment.completion.text, rank === null ? "—" : String(rank)),
    lightWord.zh,
    names(lead),
  ];
}

const absent = "—";

function subjectRows({ subject, targets, lead, lightWord }: PrintedSubject): readonly (readonly string[])[] {
  if (targets.length > 0) return targets.map((target) => targetRow(subject.name.zh, target));
  return [[subject.name.zh, absent, absent, absent, absent, absent, absent, lightWord.zh || absent, names(lead)]];
}

/** What a target's row says, and whether it must stand in one line. */
const targetHeadings = [
  { heading: "指标（单位）", share: 1.5 },
  ...["已完成", "目标", "序时", "差距", "完成率\n（位次）"].map((heading) => ({ heading, isFigure: true }) as const),
  { heading: "亮灯", isUnbroken: true },
] as const;

function targetsTable(title: string, first: string, subjects: readonly PrintedSubject[]): TableBlock {
  const hasLead = subjects.some(({ lead, targets }) => [{ lead }, ...targets].some((each) => each.lead.length > 0));
  const rows = subjects.flatMap(subjectRows).map((row) => (hasLead ? row : row.slice(0, -1)));
  const columns = [{ heading: first }, ...targetHeadings, ...(hasLead ? [{ heading: "牵头单位" }] : [])];
  return { kind: "table", title, columns: fittedColumns(columns, rows), rows };
}

function departmentsTable({ departments, basis }: PrintedBriefing): TableBlock {
  return {
    kind: "table",
    title: "责任单位完成情况表",
    columns: [
      { heading: "责任单位", width: 46 },
      { heading: "综合完成率\n（位次）", width: 32, isFigure: true },
      { heading: "目标数", width: 13, isFigure: true },
      { heading: basis === "statistics" ? "已核定" : "已报", width: 13, isFigure: true },
      { heading: "落后", width: 13, isFigure: true },
      { heading: "按时\n报送", width: 13, isFigure: true },
      { heading: "逾期\n报送", width: 13, isFigure: true },
      { heading: "缺报", width: 13, isFigure: true },
    ],
    rows: departments.map((each) => [
      each.department.name.zh,
      placed(each.composite.text, each.rankText.zh),
      ...[each.targets, each.reported, each.behind].map(String),
      ...[each.punctuality.onTime, each.punctuality.late, each.punctuality.missing].map(String),
    ]),
  };
}

const periodHeading = (period: string) => period.replace(/^(\d{4})-0?(\d+)$/, "$1年\n$2月");

function reportingTable({ reporting }: PrintedBriefing): TableBlock {
  const first = Math.max(0, reporting.periods.length - mostPeriods);
  const periods = reporting.periods.slice(first);
  return {
    kind: "table",
    title: "报送情况表",
    columns: [
      { heading: "填报单位", width: page.textWidth - periods.length * 15 - 36 },
      ...periods.map((period) => ({ heading: periodHeading(period), width: 15 })),
      { heading: "按时", width: 12, isFigure: true },
      { heading: "逾期", width: 12, isFigure: true },
      { heading: "缺报", width: 12, isFigure: true },
    ],
    rows: (periods.length === 0 ? [] : reporting.units).map(({ name, cells, onTime, late, missing }) => [
      name.zh,
      ...periods.map((_, at) => cells[first + at]?.word.zh ?? absent),
      ...[onTime, late, missing].map(String),
    ]),
  };
}

const tablesOf: Readonly<Record<AnnexKey, (briefing: PrintedBriefing) => readonly TableBlock[]>> = {
  chains: ({ headline, chains, tasks }) => [
    targetsTable("主要目标进度表", "目标", headline),
    targetsTable("产业链进度表", "产业链", chains),
    targetsTable("重点任务进度表", "任务", tasks),
  ],
  departments: (briefing) => [departmentsTable(briefing)],
  reporting: (briefing) => [reportingTable(briefing)],
  appraisal: appraisalTables,
  behind: (briefing) => [behindTable(briefing)],
  "heat-map": (briefing) => [heatMapTable(briefing)],
  outlook: (briefing) => [outlookTable(briefing)],
  changes: (briefing) => [changesTable(briefing)],
  reconciliations: (briefing) => [reconciliationsTable(briefing)],
  corrections: (briefing) => [correctionsTable(briefing)],
};

/** The tables of an annex; what has no rows is left out. */
export const annexTables = (briefing: PrintedBriefing, key: AnnexKey): readonly TableBlock[] =>
  tablesOf[key](briefing).filter(({ rows }) => rows.length > 0);

/** The tables of the annexes in their order. */
export const documentTables = (briefing: PrintedBriefing, annexes: readonly AnnexKey[]): readonly TableBlock[] =>
  annexes.flatMap((key) => annexTables(briefing, key));
