/** Shapes of slides in PresentationML: placeholders, texts, tables, frames of charts. */
import { chartNamespace } from "../office/chart-parts.ts";
import {
  defaultLookXml,
  type FontPair,
  lineXml,
  runLookXml,
  runXml,
  solidFill,
  type TextLook,
} from "../office/drawing.ts";
import { edgeColor, inkColor } from "../office/light-colors.ts";
import { escaped } from "../office/xml.ts";
import type { ChartShape, Frame, TableShape, TextShape } from "./slide.ts";

/** The fonts of slides: what every office's machine has. */
export const slideFonts: FontPair = { latin: "Arial", eastAsian: "微软雅黑" };

const units = (millimetres: number) => Math.round(millimetres * 36_000);
const headingFill = "E8EDF3";

const placed = (prefix: "a" | "p", { left, top, width, height }: Frame) =>
  `<${prefix}:xfrm><a:off x="${units(left)}" y="${units(top)}"/><a:ext cx="${units(width)}" cy="${units(height)}"/></${prefix}:xfrm>`;

/** Where a shape stands, as its own properties say it. */
export const frameXml = (frame: Frame): string => placed("a", frame);

/** A look in the slides' fonts. */
export const look = (points: number, color: string = inkColor, isBold = false): TextLook => ({
  ...{ points, color, isBold },
  fonts: slideFonts,
});

const plainParagraph = (text: string, set: TextLook, properties = "") =>
  text === "" ? defaultLookXml(set) : `<a:p>${properties}${runXml(text, set)}</a:p>`;

/** A placeholder of the layout with a text of its own; `number` tells shapes of a slide apart. */
export function placeholderXml(number: number, name: string, placeholder: string, paragraphs: string): string {
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${number}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
    `<p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr/>`,
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`,
  ].join("");
}

/** A paragraph of a placeholder. */
export const paragraphXml = (text: string, set: TextLook): string => plainParagraph(text, set);

/** The number of the slide, as a field by a fixed id. */
export const slideNumberXml = (set: TextLook): string =>
  `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${runLookXml(set)}<a:t>1</a:t></a:fld></a:p>`;

/** A text that stands where it is put. */
export function textXml({ frame, points, isBulleted = false, color, paragraphs }: TextShape, number: number): string {
  const indent = isBulleted
    ? '<a:pPr marL="285750" indent="-285750"><a:lnSpc><a:spcPct val="120000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'
    : '<a:pPr><a:lnSpc><a:spcPct val="120000"/></a:lnSpc></a:pPr>';
  const written = paragraphs.map((text) => plainParagraph(text, look(points, color), indent));
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${number}" name="文字${number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${frameXml(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`,
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>`,
    `${written.join("")}</p:txBody></p:sp>`,
  ].join("");
}

const edges = ["lnL", "lnR", "lnT", "lnB"]
  .map((edge) => lineXml(0.5, edgeColor).replaceAll(/(<\/?)a:ln\b/g, `$1a:${edge}`))
  .join("");

function cellXml(text: string, points: number, side: "l" | "r" | "ctr", fill: string | null): string {
  const lines = text.split("\n").map((line) => plainParagraph(line, look(points), `<a:pPr algn="${side}"/>`));
  const ground = fill === null ? "<a:noFill/>" : solidFill(fill);
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${lines.join("")}</a:txBody><a:tcPr marL="54000" marR="54000" marT="28800" marB="28800" anchor="ctr">${edges}${ground}</a:tcPr></a:tc>`;
}

/** What a frame holds that is no shape: its place, and the graphic. */
function graphicXml(number: number, name: string, said: string, frame: Frame, uri: string, graphic: string): string {
  return [
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${number}" name="${name}" descr="${escaped(said)}"/>`,
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>',
    `${placed("p", frame)}<a:graphic><a:graphicData uri="${uri}">${graphic}</a:graphicData></a:graphic></p:graphicFrame>`,
  ].join("");
}

/** A table with its headings on a ground of their own. */
export function tableXml({ frame, title, points, columns, rows, heights }: TableShape, number: number): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const grid = columns.map(({ share }) => `<a:gridCol w="${units((frame.width * share) / whole)}"/>`).join("");
  const alike = frame.height / (rows.length + 1);
  const row = (cells: readonly string[], at: number) =>
    `<a:tr h="${units(heights?.[at] ?? alike)}">${cells.join("")}</a:tr>`;
  const headings = columns.map((column) => cellXml(column.heading, points, "ctr", headingFill));
  const heading = row(headings, 0);
  const written = rows.map((texts, index) =>
    row(
      columns.map(({ isFigure }, at) => cellXml(texts[at] ?? "", points, isFigure === true ? "r" : "l", null)),
      index + 1,
    ),
  );
  const table = `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${heading}${written.join("")}</a:tbl>`;
  const uri = "http://schemas.openxmlformats.org/drawingml/2006/table";
  return graphicXml(number, `表${number}`, title, frame, uri, table);
}

/** The frame of a chart whose part the relationship leads to. */
export function chartXml({ frame, chart }: ChartShape, number: number, relationship: string): string {
  const said = [chart.title, chart.subtitle].filter((text) => text !== "").join("。");
  const graphic = `<c:chart xmlns:c="${chartNamespace}" r:id="${relationship}"/>`;
  return graphicXml(number, `图${number}`, said, frame, chartNamespace, graphic);
}
