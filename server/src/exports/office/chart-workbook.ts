/** The workbook behind a chart, which Word and PowerPoint open by 编辑数据: its categories in A, a series in each column. */
import { letterOf } from "../spreadsheet/column-letters.ts";
import type { Cell } from "../spreadsheet/sheet.ts";
import { workbookBytes } from "../spreadsheet/workbook.ts";
import type { OfficeChart } from "./chart.ts";
import { chartNumber } from "./chart-numbers.ts";

/** The name by which the chart's references find the sheet. */
const sheetName = "Sheet1";

/** Where a chart's texts and numbers stand: `name` of a series, `values` of it, and the `categories`. */
export function chartReferences({ categories }: OfficeChart) {
  const last = categories.length + 1;
  return {
    categories: `${sheetName}!$A$2:$A$${last}`,
    name: (series: number) => `${sheetName}!$${letterOf(series + 1)}$1`,
    values: (series: number) => {
      const letter = letterOf(series + 1);
      return `${sheetName}!$${letter}$2:$${letter}$${last}`;
    },
  };
}

/** The bytes of the workbook; a gap is an empty cell. */
export function chartWorkbook({ categories, series }: OfficeChart): Uint8Array {
  const text = { format: "@" } as const;
  const heading: Cell[] = series.map(({ name }, index) => ({
    at: `${letterOf(index + 1)}1`,
    value: name,
    style: { ...text, isBold: true },
  }));
  const rows = categories.flatMap((category, row): Cell[] => [
    { at: `A${row + 2}`, value: category, style: text },
    ...series.flatMap(({ points }, index): Cell[] => {
      const number = chartNumber(points[row] ?? { value: null, text: "" });
      const at = `${letterOf(index + 1)}${row + 2}`;
      return number === null
        ? []
        : [{ at, value: number.value, style: { format: number.format, horizontal: "right" } }];
    }),
  ]);
  const widths = [26, ...series.map(() => 14)];
  return workbookBytes([{ name: sheetName, isUnlocked: true, cells: [...heading, ...rows], widths }]);
}
