/** The sheets about the month as a whole: counts of lights, their history, forecast, what does not add up, corrections. */
import { lightWord, readingName } from "../../domain/words.ts";
import { narrowed, type TableCell, type TakenTable } from "../tables/table.ts";
import type { Briefing } from "./briefing.ts";
import { reckoned } from "./reckoned.ts";
import { count, figures, sheetTable, words } from "./sheet-table.ts";

/** Counts and shares of one kind, and their sum below; each share is reckoned from its count and that sum. */
function countRows(kind: string, { total, rows }: Briefing["lights"], from: number): TableCell[][] {
  const [counts, last] = [2, from + rows.length - 1];
  const sum = {
    ...count(total),
    formula: (at: (column: number, row?: number) => string) => `SUM(${at(counts, from)}:${at(counts, last)})`,
  };
  const counted = rows.map((row): TableCell[] => [
    kind,
    row.word,
    count(row.count),
    reckoned(
      row.share,
      [count(row.count), count(total)],
      ([part = 0, whole = 0]) => part / whole,
      (at) => `${at(counts)}/${at(counts, last + 1)}`,
    ),
  ]);
  return [...counted, [kind, "合计", rows.length === 0 ? count(total) : sum, "—"]];
}

function countSheet({ lights, chainLights, summary }: Briefing): TakenTable {
  const ofTargets = countRows("全部目标", lights, 0);
  const rows = [...ofTargets, ...countRows("产业链", chainLights, ofTargets.length)];
  return sheetTable("亮灯统计", summary.zh, [words("范围"), words("亮灯"), figures("数量"), figures("占比")], rows);
}

function historySheet({ heatMap: { months, rows }, longestBehind, basis }: Briefing): TakenTable {
  const columns = [words("事项"), words("考核指标"), ...months.map((month) => words(month))];
  const lightRows = rows.map(({ subject, target, name, lights, corrected }): TableCell[] => [
    subject.name,
    target === null ? "（该事项最差的灯）" : name,
    ...lights.map((light, index): TableCell => {
      const word = light === null ? "—" : lightWord(light, basis).zh;
      return corrected.includes(months[index] ?? "") ? `${word}（更正）` : word;
    }),
  ]);
  return sheetTable("亮灯历程", longestBehind.zh, columns, lightRows);
}

const unforeseen = "不作推算";

function outlookSheet({ outlook: { prospects, sentence } }: Briefing): TakenTable {
  const columns = [
    words("事项"),
    words("考核指标"),
    words("单位"),
    words("目标"),
    figures("完成数"),
    figures("预计完成"),
    figures("80%区间下限"),
    figures("80%区间上限"),
    figures("如期完成概率"),
    figures("今后每月需"),
    words("方法"),
  ];
  const rows = prospects.map((each): TableCell[] => {
    const { subject, reading, indicatorName, scopeName, unit, targetText, achieved, forecast } = each;
    const named = [subject.name, narrowed(readingName(reading, indicatorName), scopeName), unit, targetText, achieved];
    if (forecast === null) return [...named, "—", "—", "—", "—", "—", unforeseen];
    const { projected, low, high, probability, pace, methodName } = forecast;
    return [...named, projected, low, high, probability, pace, methodName];
  });
  return sheetTable("预测", `${sentence.zh}（由填报历史和进度曲线推算，不作承诺）`, columns, rows);
}

/** Each divided target with its parts below: Σ of the parts and what is left over are reckoned. */
function reconciliationSheet({ reconciliations }: Briefing): TakenTable {
  const columns = [
    words("总体目标"),
    words("分解到"),
    words("单位"),
    figures("目标值"),
    figures("已分解"),
    figures("未分解"),
    words("说明"),
  ];
  const [target, allocated] = [3, 4];
  const rows: TableCell[][] = [];
  for (const { name, unit, targetValue, allocated: sum, unallocated, parts, note } of reconciliations) {
    const first = rows.length + 1;
    const last = first + parts.length - 1;
    const values = parts.map(({ value }) => value ?? { value: null, text: "—" });
    rows.push([
      name,
      "合计",
      unit,
      targetValue,
      reckoned(
        sum,
        values.filter(({ value }) => value !== null),
        (numbers) => numbers.reduce((total, number) => total + number, 0),
        (at) => `SUM(${at(allocated, first)}:${at(allocated, last)})`,
      ),
      reckoned(
        unallocated,
        [targetValue, sum],
        ([whole = 0, part = 0]) => whole - part,
        (at) => `${at(target)}-${at(allocated)}`,
      ),
      note ?? "—",
    ]);
    parts.forEach((part, index) => {
      rows.push([name, part.name, unit, "—", values[index] ?? "—", "—", "—"]);
    });
  }
  return sheetTable("目标分解", "总体目标与各事项目标的核对", columns, rows);
}

function correctionSheet({ corrections }: Briefing): TakenTable {
  const columns = [
    words("事项"),
    words("考核指标"),
    words("所属月份"),
    words("数据项"),
    words("单位"),
    figures("原值"),
    figures("更正后"),
    words("理由"),
    words("审核通过日"),
  ];
  const rows = corrections.map((each): TableCell[] => [
    ...[each.subject, each.name, each.month, each.field, each.unit],
    ...[each.former, each.now, each.reason ?? "—", each.acceptedOn],
  ]);
  return sheetTable("更正", "所引数据中的更正", columns, rows);
}

/** The sheets of the month. */
export const monthSheets = (briefing: Briefing): TakenTable[] => [
  countSheet(briefing),
  historySheet(briefing),
  outlookSheet(briefing),
  reconciliationSheet(briefing),
  correctionSheet(briefing),
];
