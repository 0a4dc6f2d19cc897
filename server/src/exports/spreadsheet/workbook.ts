/**
 * Workbooks as OOXML, written by hand: the usual library takes a third of a second of the server's one thread for a small
 * form and seconds for a large one (this takes milliseconds), and its bytes differ from minute to minute.
 */

import { type Part, packageBytes, relationshipNamespace, xmlHead } from "../office/package.ts";
import { escaped } from "../office/xml.ts";
import { deflated } from "../office/zip.ts";
import { cellText } from "./cell-text.ts";
import { commentParts } from "./comments.ts";
import { remembered } from "./remembered.ts";
import type { Cell, CellRule, Sheet } from "./sheet.ts";
import { styleBook } from "./styles.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const rowOf = (at: string) => Number(at.replace(/^[A-Z]+/, ""));

function cellXml({ at, value, formula }: Cell, style: number, written: (text: string) => string): string {
  const reckoned = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  if (value === null || value === "") return `<c r="${at}" s="${style}"/>`;
  if (typeof value === "number") return `<c r="${at}" s="${style}">${reckoned}<v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(value)}</t></is></c>`;
}

/** Row after row, each as soon as its last cell is written. */
function* rowsXml({ cells, heights }: Sheet, styleOf: (cell: Cell) => number): Generator<string> {
  const textOf = remembered(cellText);
  const rowXml = (row: number, written: readonly string[]) => {
    const height = heights?.get(row);
    const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    return `<row r="${row}"${size}>${written.join("")}</row>`;
  };
  let [row, written] = [0, Array.of<string>()];
  for (const cell of cells) {
    if (rowOf(cell.at) !== row) {
      if (written.length > 0) yield rowXml(row, written);
      [row, written] = [rowOf(cell.at), []];
    }
    written.push(cellXml(cell, styleOf(cell), textOf));
  }
  if (written.length > 0) yield rowXml(row, written);
}

/** Only the first sheet is chosen: what is typed into one of several chosen sheets goes into all of them. */
function viewXml({ frozen }: Sheet, isFirst: boolean): string {
  if (frozen === undefined) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const { rows, columns, start } = frozen;
  const corner = `${String.fromCharCode(65 + columns)}${rows + 1}`;
  const pane = `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const chosen = `<selection pane="bottomRight" activeCell="${start}" sqref="${start}"/>`;
  return `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${pane}${chosen}</sheetView></sheetViews>`;
}

const columnsXml = ({ widths = [] }: Sheet) =>
  widths.length === 0
    ? ""
    : `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`;

function ruleXml(at: string, { type, operator, formulas, words, prompt }: CellRule): string {
  const operation = operator === undefined ? "" : ` operator="${operator}"`;
  const said = `promptTitle="填写说明" prompt="${escaped(prompt ?? words)}" errorTitle="请核对" error="${escaped(words)}"`;
  const written = formulas.map((formula, index) => `<formula${index + 1}>${escaped(formula)}</formula${index + 1}>`);
  return `<dataValidation type="${type}"${operation} allowBlank="1" showInputMessage="1" showErrorMessage="1" ${said} sqref="${at}">${written.join("")}</dataValidation>`;
}

function rulesXml({ cells }: Sheet): string {
  const rules = cells.flatMap(({ at, rule }) => (rule === undefined ? [] : [ruleXml(at, rule)]));
  return rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

const mergedXml = ({ merged = [] }: Sheet) =>
  merged.length === 0
    ? ""
    : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;

const printedXml = ({ printed }: Sheet) =>
  printed === undefined
    ? ""
    : [
        '<printOptions horizontalCentered="1"/>',
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
        "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>",
      ].join("");

function* sheetXml(
  sheet: Sheet,
  styleOf: (cell: Cell) => number,
  { hasComments, isFirst }: { readonly hasComments: boolean; readonly isFirst: boolean },
): Generator<string> {
  yield [
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relationshipNamespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="20" customHeight="1"/>',
    columnsXml(sheet),
    "<sheetData>",
  ].join("");
  yield* rowsXml(sheet, styleOf);
  yield [
    "</sheetData>",
    // Without a password: it keeps a hand from slipping, it is no secret. Widths and heights may be changed.
    sheet.isUnlocked === true
      ? ""
      : '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
    mergedXml(sheet),
    rulesXml(sheet),
    printedXml(sheet),
    hasComments ? '<legacyDrawing r:id="rId2"/>' : "",
    "</worksheet>",
  ].join("");
}

function namesXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, printed }, index) => {
    if (printed === undefined) return [];
    const absolute = printed.area.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const { repeatedRow } = printed;
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">'${escaped(name)}'!${absolute}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$${repeatedRow}:$${repeatedRow}</definedName>`,
    ];
  });
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${isHidden ? ' state="veryHidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const view =
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>';
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationshipNamespace}">${view}<sheets>${listed.join("")}</sheets>${namesXml(sheets)}</workbook>`;
}

/** The bytes of a workbook's .xlsx: the same for the same sheets. */
export function workbookBytes(sheets: readonly Sheet[]): Uint8Array {
  const styles = styleBook();
  const styleOf = ({ style }: Cell) => styles.numberOf(style);
  const worksheets = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const ofSheets = sheets.flatMap((sheet, index): Part[] => {
    const comments = commentParts(sheet, index + 1);
    // Row by row and compressed at once: the text of a city's sheets is tens of megabytes, and several times that as strings.
    const rows = sheetXml(sheet, styleOf, { hasComments: comments !== null, isFirst: index === 0 });
    const content = deflated(Buffer.concat(Array.from(rows, (row) => Buffer.from(row))));
    const part = { name: worksheets[index] ?? "", type: `${sheetType}.worksheet+xml`, content };
    if (comments === null) return [part];
    const leadsTo = comments.map(({ name }) => ({
      kind: name.endsWith(".vml") ? "vmlDrawing" : "comments",
      part: name,
    }));
    return [{ ...part, leadsTo }, ...comments];
  });
  const leadsTo = [
    ...worksheets.map((part) => ({ kind: "worksheet", part })),
    { kind: "styles", part: "xl/styles.xml" },
  ];
  return packageBytes(
    [{ kind: "officeDocument", part: "xl/workbook.xml" }],
    [
      { name: "xl/workbook.xml", type: `${sheetType}.sheet.main+xml`, content: workbookXml(sheets), leadsTo },
      { name: "xl/styles.xml", type: `${sheetType}.styles+xml`, content: `${xmlHead}${styles.xml()}` },
      ...ofSheets,
    ],
  );
}
