/** The looks of a workbook's cells, each kept once. */

import { escaped } from "../office/xml.ts";
import type { CellStyle } from "./sheet.ts";

const fontName = "等线";
const ink = "FF1F2A37";
const edge = '<color rgb="FF9AA4B2"/>';
const box = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin">${edge}</${side}>`).join("");
/** Number formats of one's own begin here. */
const firstFormat = 164;

/** A list that keeps each text once and answers its place. */
function once(first: readonly string[]) {
  const kept = [...first];
  return {
    kept,
    place: (text: string) => {
      const known = kept.indexOf(text);
      return known >= 0 ? known : kept.push(text) - 1;
    },
  };
}

const fontOf = ({ size = 10, isBold = false }: CellStyle) =>
  `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${ink}"/><name val="${fontName}"/><charset val="134"/></font>`;

const listOf = (name: string, items: readonly string[]) =>
  `<${name} count="${items.length}">${items.join("")}</${name}>`;

/** Collects styles; `numberOf` answers a style's number, `xml` the part that holds them all. */
export function styleBook() {
  const fonts = once([fontOf({})]);
  const fills = once([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  const formats = once([]);
  const looks = once(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const numbers = new Map<string, number>();
  // Most cells share the object of their look, which is told apart sooner than what stands in it.
  const known = new Map<CellStyle, number>();
  const formatNumber = (format: string | undefined) => {
    if (format === undefined) return 0;
    return format === "@" ? 49 : firstFormat + formats.place(format);
  };
  const fillNumber = (fill: string | undefined) =>
    fill === undefined
      ? 0
      : fills.place(`<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`);
  const lookOf = (style: CellStyle): number => {
    const key = JSON.stringify(style);
    const kept = numbers.get(key);
    if (kept !== undefined) return kept;
    const { horizontal = "left", isOpen = false, isBoxed = false } = style;
    const ids = `numFmtId="${formatNumber(style.format)}" fontId="${fonts.place(fontOf(style))}" fillId="${fillNumber(style.fill)}" borderId="${isBoxed ? 1 : 0}" xfId="0"`;
    const applied =
      'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    const alignment = `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"${isBoxed && horizontal !== "center" ? ' indent="1"' : ""}/>`;
    const number = looks.place(`<xf ${ids} ${applied}>${alignment}<protection locked="${isOpen ? 0 : 1}"/></xf>`);
    numbers.set(key, number);
    return number;
  };
  return {
    numberOf: (style: CellStyle): number => {
      const number = known.get(style) ?? lookOf(style);
      known.set(style, number);
      return number;
    },
    xml: (): string =>
      [
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        formats.kept.length === 0
          ? ""
          : listOf(
              "numFmts",
              formats.kept.map(
                (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escaped(code)}"/>`,
              ),
            ),
        listOf("fonts", fonts.kept),
        listOf("fills", fills.kept),
        listOf("borders", [
          "<border><left/><right/><top/><bottom/><diagonal/></border>",
          `<border>${box}<diagonal/></border>`,
        ]),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        listOf("cellXfs", looks.kept),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
        "</styleSheet>",
      ].join(""),
  };
}
