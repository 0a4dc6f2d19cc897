/** Paragraphs, tables and charts as Word's text. */

import { chartNamespace } from "../office/chart-parts.ts";
import { drawingNamespace } from "../office/drawing.ts";
import { escaped } from "../office/xml.ts";
import type { ChartBlock, TableBlock } from "./blocks.ts";
import { drawingUnits, page, twips } from "./measures.ts";
import type { StyleName } from "./styles.ts";

/** The namespace of drawings in Word's text. */
export const wordDrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/** A run in the look of its paragraph, its lines one below the other; the hint keeps quotation marks and dashes Chinese. */
export function textRun(text: string): string {
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${lines.join("<w:br/>")}</w:r>`;
}

/** A paragraph with what stands in it. */
export const paragraphXml = (style: StyleName, content: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;

function cellXml(width: number, style: StyleName, text: string): string {
  const properties = `<w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`;
  return `<w:tc>${properties}${paragraphXml(style, text === "" ? "" : textRun(text))}</w:tc>`;
}

/** A table of fixed widths. */
export function tableXml({ title, columns, rows }: TableBlock): string {
  const width = columns.reduce((sum, column) => sum + twips(column.width), 0);
  const properties = [
    `<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>',
    `<w:tblCaption w:val="${escaped(title)}"/></w:tblPr>`,
  ].join("");
  const grid = columns.map((column) => `<w:gridCol w:w="${twips(column.width)}"/>`).join("");
  const least = `<w:trHeight w:val="${twips(8)}" w:hRule="atLeast"/>`;
  const heading = columns.map((column) => cellXml(column.width, "TableHeading", column.heading)).join("");
  const written = rows.map((row) => {
    const cells = columns.map((column, index) =>
      cellXml(column.width, column.isFigure ? "TableFigure" : "TableText", row[index] ?? ""),
    );
    return `<w:tr><w:trPr><w:cantSplit/>${least}</w:trPr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>${least}<w:tblHeader/></w:trPr>${heading}</w:tr>${written.join("")}</w:tbl>`;
}

/** A chart in its own paragraph; `number` tells drawings apart, `relationship` leads to the chart's part. */
export function chartFrameXml({ chart, height }: ChartBlock, number: number, relationship: string): string {
  const said = escaped([chart.title, chart.subtitle].filter((text) => text !== "").join("。"));
  const frame = [
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${drawingUnits(page.textWidth)}" cy="${drawingUnits(height)}"/>`,
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${number}" name="图${number}" descr="${said}"/><wp:cNvGraphicFramePr/>`,
    `<a:graphic xmlns:a="${drawingNamespace}"><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="${relationship}"/></a:graphicData></a:graphic></wp:inline>`,
  ].join("");
  return paragraphXml("Drawing", `<w:r><w:drawing>${frame}</w:drawing></w:r>`);
}
