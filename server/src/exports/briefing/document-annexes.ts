/** The tables behind a 通报 that an office may choose besides those of chains, units and reporting. */
import { lightWord, readingName } from "../../domain/words.ts";
import { narrowed } from "../tables/table.ts";
import type { TableBlock } from "../word/blocks.ts";
import { fittedColumns } from "../word/columns.ts";
import type { PrintedBriefing } from "./document-value.ts";

/** The latest months whose words of lights fit on a page. */
const mostMonths = 6;

type OpenColumn = Parameters<typeof fittedColumns>[0][number];
const words = (heading: string, share = 1): OpenColumn => ({ heading, share });
const unbroken = (heading: string): OpenColumn => ({ heading, isUnbroken: true });
const figure = (heading: string): OpenColumn => ({ heading, isFigure: true });

const table = (title: string, columns: readonly OpenColumn[], rows: readonly (readonly string[])[]): TableBlock => ({
  ...{ kind: "table", title, rows },
  columns: fittedColumns(columns, rows),
});

const inMonth = (month: string) => month.replace(/^(\d{4})-0?(\d+)$/, "$1年\n$2月");

/** 季考评: total and points of each unit, 未报 where a figure is missing; none where no rule of appraisal holds. */
export function appraisalTables({ appraisal }: PrintedBriefing): readonly TableBlock[] {
  if (appraisal === undefined) return [];
  const { quarterName, fullMarks, indicators, rows } = appraisal;
  const columns = [
    unbroken("位次"),
    words("单位", 2),
    figure(`总分\n（${fullMarks.text}）`),
    ...indicators.map(({ name, fullMarks: marks }) => ({ heading: `${name.zh}（${marks.text}）`, share: 1 })),
  ];
  const shown = rows.map(({ rank, unit, total, scores }) => [
    rank === null ? "未报齐" : String(rank),
    ...[unit.name.zh, total.text],
    ...scores.map(({ value, points }) => (value.value === null ? value.text.zh : points.text)),
  ]);
  const made = table(`${quarterName.zh}考评得分表`, columns, shown);
  // Headings of indicators are long and may break; what stands below them are figures.
  const first = columns.length - indicators.length;
  return [{ ...made, columns: made.columns.map((each, at) => (at < first ? each : { ...each, isFigure: true })) }];
}

/** What is behind, by how much, since when, and who answers for it. */
export function behindTable({ behind }: PrintedBriefing): TableBlock {
  const columns = [
    ...[words("事项"), words("指标（单位）", 1.3), figure("尚差"), unbroken("亮灯"), unbroken("滞后自")],
    words("责任单位", 1.2),
  ];
  const rows = behind.map(({ subject, name, assessment, shortfall, lightWord: word, since, ...units }) => {
    const { lead, responsible, reportingUnit } = units;
    const answering = lead.length > 0 ? lead : responsible.length > 0 ? responsible : [reportingUnit];
    return [
      ...[subject.name.zh, `${name.zh}（${assessment.unit.zh}）`, shortfall.text, word.zh, since ?? "—"],
      answering.map(({ zh }) => zh).join("、"),
    ];
  });
  return table("滞后和未完成目标表", columns, rows);
}

/** The lights of the latest months in words, a target a row. */
export function heatMapTable({ heatMap, basis }: PrintedBriefing): TableBlock {
  const first = Math.max(0, heatMap.months.length - mostMonths);
  const months = heatMap.months.slice(first);
  const columns = [words("事项"), words("指标", 1.2), ...months.map((month) => unbroken(inMonth(month)))];
  const rows = heatMap.rows
    .filter(({ target }) => target !== null)
    .map(({ subject, name, lights, corrected }) => [
      ...[subject.name.zh, name.zh],
      ...months.map((month, at) => {
        const light = lights[first + at] ?? null;
        const word = light === null ? "—" : lightWord(light, basis).zh;
        return corrected.includes(month) ? `${word}*` : word;
      }),
    ]);
  const isMarked = rows.some((row) => row.some((cell) => cell.endsWith("*")));
  return table(isMarked ? "亮灯历程表（*为有更正的月份）" : "亮灯历程表", columns, rows);
}

/** What is foreseen where enough was reported to foresee anything. */
export function outlookTable({ outlook: { prospects } }: PrintedBriefing): TableBlock {
  const columns = [
    ...[words("目标（单位）", 1.6), figure("目标值"), figure("已完成"), figure("预计\n完成"), figure("80%区间")],
    ...[figure("如期完成\n概率"), figure("今后\n每月需")],
  ];
  const rows = prospects.flatMap(({ subject, reading, indicatorName, scopeName, unit, targetText, ...each }) => {
    const { achieved, forecast } = each;
    if (forecast === null) return [];
    const { projected, low, high, probability, pace } = forecast;
    const named = narrowed(readingName(reading, indicatorName), scopeName).zh;
    return [
      [
        ...[`${subject.name.zh} ${named}（${unit.zh}）`, targetText.zh, achieved.text, projected.text],
        ...[`${low.text}—${high.text}`, probability.text, pace.text],
      ],
    ];
  });
  return table("完成情况预测表（由填报历史和进度曲线推算，不作承诺）", columns, rows);
}

/** What stands otherwise than a month ago; the light is said twice only where it moved. */
export function changesTable({ changes, basis }: PrintedBriefing): TableBlock {
  const columns = [
    ...[words("事项"), words("指标（单位）", 1.4), figure("上月\n完成"), figure("本月\n完成"), figure("本月\n增加")],
    words("亮灯变化"),
  ];
  const wordOf = (light: Parameters<typeof lightWord>[0] | null) => (light === null ? "—" : lightWord(light, basis).zh);
  const rows = (changes?.changes ?? []).map((each) => {
    const { subject, reading, indicatorName, scopeName, unit, before, after, gained } = each;
    const [was, is] = [wordOf(before?.light ?? null), wordOf(after.light)];
    return [
      ...[subject.name.zh, `${narrowed(readingName(reading, indicatorName), scopeName).zh}（${unit.zh}）`],
      ...[before?.achieved.text ?? "—", after.achieved.text, gained.text, was === is ? is : `${was}→${is}`],
    ];
  });
  return table("较上月变化表", columns, rows);
}

/** Each divided target with its parts, and what is not divided. */
export function reconciliationsTable({ reconciliations }: PrintedBriefing): TableBlock {
  const columns = [
    words("总体目标（单位）", 1.4),
    words("分解到"),
    figure("目标值"),
    figure("已分解"),
    figure("未分解"),
  ];
  const rows = reconciliations.flatMap(({ name, unit, targetValue, allocated, unallocated, parts }) => {
    const named = `${name.zh}（${unit.zh}）`;
    return [
      [named, "合计", targetValue.text, allocated.text, unallocated.text],
      ...parts.map((part) => [named, part.name.zh, part.value?.text ?? "—", "—", "—"]),
    ];
  });
  return table("目标分解核对表", columns, rows);
}

/** The corrections that what is quoted holds, with their reasons. */
export function correctionsTable({ corrections }: PrintedBriefing): TableBlock {
  const columns = [
    ...[words("事项"), words("数据项（单位）", 1.3), unbroken("所属\n月份"), figure("原值"), figure("更正后")],
    words("理由", 1.2),
  ];
  const rows = corrections.map(({ subject, name, field, unit, month, former, now, reason }) => [
    ...[subject.zh, `${name.zh} ${field.zh}（${unit.zh}）`, month, former.text, now.text, reason ?? "—"],
  ]);
  return table("数据更正表", columns, rows);
}
