/** The sheets of targets: headline, chains, tasks, and what is behind. */
import type { TableCell, TakenTable } from "../tables/table.ts";
import type { Briefing, BriefingSubject, BriefingTarget } from "./briefing.ts";
import { reckoned } from "./reckoned.ts";
import { figures, names, sheetTable, words } from "./sheet-table.ts";

const columns = [
  words("事项"),
  words("考核指标"),
  words("单位"),
  words("牵头单位"),
  words("责任单位"),
  words("填报单位"),
  figures("起点值"),
  figures("目标值"),
  figures("完成数"),
  words("数据截至"),
  figures("序时应完成"),
  figures("尚差"),
  figures("完成率"),
  words("位次"),
  words("亮灯"),
  words("连续滞后自"),
  words("条款"),
];
const place = { start: 6, target: 7, achieved: 8 } as const;

/** Completion from the figures beside it: what was achieved since the start, or of the whole where the start is unknown. */
function completionCell({ assessment }: BriefingTarget): TableCell {
  const { completion, completionBasis, start, targetValue, achieved } = assessment;
  if (completionBasis === "increment") {
    return reckoned(
      completion,
      [start, targetValue, achieved],
      ([from = 0, to = 0, at = 0]) => (at - from) / (to - from),
      (at) => `(${at(place.achieved)}-${at(place.start)})/(${at(place.target)}-${at(place.start)})`,
    );
  }
  return reckoned(
    completion,
    [targetValue, achieved],
    ([to = 0, at = 0]) => at / to,
    (at) => `${at(place.achieved)}/${at(place.target)}`,
  );
}

/** A value, or the word that stands for it: 未报 where no report is there, — where no reading can be formed. */
const achievedCell = ({ achieved, achievedText }: BriefingTarget["assessment"]): TableCell =>
  achieved.value === null ? achievedText : achieved;

/** A place as a 通报 writes it, in brackets. */
const rankCell = ({ rank }: BriefingTarget): string => (rank === null ? "—" : `（${rank}）`);

function targetRow(row: BriefingTarget): TableCell[] {
  const { assessment } = row;
  const { unit, start, targetText, targetValue, judgedMonth, expected, clause, comparator, stretch } = assessment;
  // A bare number is reckoned with; what says more (≥, a range) stands beside it in the words of the target.
  const isBare = comparator === "=" && stretch === null;
  return [
    row.subject.name,
    isBare
      ? row.name
      : { zh: `${row.name.zh}（目标${targetText.zh}）`, en: `${row.name.en} (target ${targetText.en})` },
    unit,
    names(row.lead),
    names(row.responsible),
    row.reportingUnit,
    start,
    targetValue,
    achievedCell(assessment),
    judgedMonth ?? "—",
    expected,
    row.shortfall,
    completionCell(row),
    rankCell(row),
    row.lightWord,
    row.since ?? "—",
    clause,
  ];
}

/** A subject without a target in the horizon is a row of its own: that it has none is a fact of the plan. */
function subjectRows({ subject, lead, responsible, lightWord, targets }: BriefingSubject): TableCell[][] {
  if (targets.length > 0) return targets.map(targetRow);
  const blank = (length: number): TableCell[] => Array.from({ length }, () => "—");
  return [[subject.name, ...blank(2), names(lead), names(responsible), ...blank(9), lightWord, "—", subject.clause]];
}

/** The sheets; one without rows is left out. */
export function targetSheets({ headline, chains, tasks, behind, summary }: Briefing): TakenTable[] {
  const sheets = [
    sheetTable("总体目标", "总体目标完成情况", columns, headline.flatMap(subjectRows)),
    sheetTable("产业链", summary.zh, columns, chains.flatMap(subjectRows)),
    sheetTable("重点任务", "重点任务完成情况", columns, tasks.flatMap(subjectRows)),
    sheetTable("滞后事项", "滞后和未完成的目标", columns, behind.map(targetRow)),
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
