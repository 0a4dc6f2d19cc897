/** The flat list: one row a plan, subject, indicator, reading, horizon and month, as sheet, CSV and JSON of one making. */
import { byteOrderMark, csvLine } from "../csv.ts";
import { numberShown } from "../tables/shown-number.ts";
import type { Shown, TableCell, TakenTable } from "../tables/table.ts";
import type { BriefingContent, FlatFigure } from "./briefing.ts";
import { figures, sheetTable, words } from "./sheet-table.ts";

/** A column: its heading on the sheet, the name in CSV and JSON, and what stands in it. */
interface FlatColumn {
  readonly heading: string;
  readonly name: string;
  readonly of: (row: FlatFigure) => Shown | string;
  readonly isFigure?: true;
}

const word = (heading: string, name: string, of: (row: FlatFigure) => string): FlatColumn => ({ heading, name, of });
const figure = (heading: string, name: string, of: (row: FlatFigure) => Shown): FlatColumn => ({
  ...{ heading, name, of },
  isFigure: true,
});

const columns: readonly FlatColumn[] = [
  word("方案编号", "plan", ({ plan }) => plan),
  word("方案", "plan_title", ({ planTitle }) => planTitle.zh),
  word("行政区", "place", ({ place }) => place.zh),
  word("事项类别", "subject_kind", ({ subjectKind }) => subjectKind),
  word("事项", "subject", ({ subject }) => subject.zh),
  word("条款", "clause", ({ clause }) => clause),
  word("指标编号", "indicator", ({ indicator }) => indicator),
  word("指标", "indicator_name", ({ indicatorName }) => indicatorName.zh),
  word("范围", "scope", ({ scopeName }) => scopeName?.zh ?? ""),
  word("口径", "reading", ({ readingWord }) => readingWord.zh),
  word("目标编号", "target", ({ target }) => target),
  word("目标期", "horizon", ({ horizon }) => horizon),
  word("月份", "month", ({ month }) => month),
  word("数据来源", "basis", ({ basis }) => basis),
  word("单位", "unit", ({ unit }) => unit.zh),
  figure("目标值", "target_value", ({ targetValue }) => targetValue),
  figure("完成数", "achieved", ({ achieved, achievedText }) =>
    achieved.value === null ? { value: null, text: achievedText.zh } : achieved,
  ),
  word("数据截至", "data_month", ({ dataMonth }) => dataMonth ?? ""),
  figure("序时应完成", "expected", ({ expected }) => expected),
  figure("与序时之差", "gap", ({ gap }) => gap),
  figure("完成率", "completion", ({ completion }) => completion),
  word("亮灯", "light", ({ lightWord }) => lightWord.zh),
  word("有更正", "is_corrected", ({ isCorrected }) => (isCorrected ? "是" : "否")),
  word("填报单位", "reporting_unit", ({ reportingUnit }) => reportingUnit.zh),
];

/** What a program reads: the number that is shown, of a percent the share; the shown word where there is none. */
const dataOf = (cell: Shown | string): number | string =>
  typeof cell === "string" ? cell : (numberShown(cell.text)?.value ?? cell.text);

/** The list as a sheet. */
export function flatTable(flat: readonly FlatFigure[]): TakenTable {
  const headings = columns.map(({ heading, isFigure }) => (isFigure ? figures(heading) : words(heading)));
  const rows = flat.map((row) => columns.map(({ of }): TableCell => of(row)));
  return sheetTable("平表", "全部目标、全部目标期逐期一览（供透视）", headings, rows);
}

/** The list as CSV for programs and spreadsheets: UTF-8 with its mark, one heading, no line besides; shares are 0…1. */
export function flatCsv({ flat }: Pick<BriefingContent, "flat">): Uint8Array {
  const lines = flat().map((row) => csvLine(columns.map(({ of }) => dataOf(of(row)))));
  return Buffer.from([byteOrderMark, csvLine(columns.map(({ name }) => name)), ...lines].join(""));
}

/** The list as JSON with what it quotes: numbers as shown, words where there is none; shares are 0…1. */
export function flatJson({ briefing, flat }: Pick<BriefingContent, "briefing" | "flat">): Uint8Array {
  const { plan, month, basis, edition, isDemonstration, remarks } = briefing;
  const rows = flat().map((row) => Object.fromEntries(columns.map(({ name, of }) => [name, dataOf(of(row))])));
  const quoted = { plan: plan.key, month, basis, edition, is_demonstration: isDemonstration, remarks };
  const head = JSON.stringify(quoted).slice(0, -1);
  // A line a row, so that two of them can be compared.
  return Buffer.from(`${head},"rows":[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`);
}
