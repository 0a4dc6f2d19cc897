/** The styles of a 通报 in Word: fonts by the names that the standard knows, sizes, lines, indents. */
import { relationshipNamespace, xmlHead } from "../office/package.ts";
import { escaped } from "../office/xml.ts";
import { linePoints, page, sizes, twips } from "./measures.ts";

/** The namespace of Word's text. */
export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The fonts of the standard by name, with what stands in for each where it is not installed. */
export const wordFonts = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  second: "楷体_GB2312",
  first: "黑体",
  pageNumber: "宋体",
  latin: "Times New Roman",
} as const;

const substitutes: readonly (readonly [name: string, others: string, family: string])[] = [
  [wordFonts.title, "方正小标宋_GBK,小标宋,华文中宋,宋体", "roman"],
  [wordFonts.body, "仿宋,FangSong,华文仿宋,FangSong_GB2312", "modern"],
  [wordFonts.second, "楷体,KaiTi,华文楷体,KaiTi_GB2312", "modern"],
  [wordFonts.first, "SimHei,微软雅黑", "modern"],
  [wordFonts.pageNumber, "SimSun,NSimSun", "auto"],
];

/** The part that says which fonts stand in for those of the standard. */
export function fontTableXml(): string {
  const chinese = substitutes.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  );
  const latin = `<w:font w:name="${wordFonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return `${xmlHead}<w:fonts xmlns:w="${wordNamespace}" xmlns:r="${relationshipNamespace}">${chinese.join("")}${latin}</w:fonts>`;
}

/** Quotation marks and dashes are Chinese as well: the hint keeps them in the Chinese font. */
export const fontXml = (eastAsian: string, latin: string = wordFonts.latin): string =>
  `<w:rFonts w:ascii="${escaped(latin)}" w:hAnsi="${escaped(latin)}" w:eastAsia="${escaped(eastAsian)}" w:cs="${escaped(latin)}" w:hint="eastAsia"/>`;

const sizeXml = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
/** Lines of another height than the page's own are not pulled to its lines. */
const unsnapped = '<w:snapToGrid w:val="0"/>';
const exactly = (points: number, before = 0, after = 0) =>
  `${points === linePoints ? "" : unsnapped}<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${points * 20}" w:lineRule="exact"/>`;
const twoCharacters = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const unindented = '<w:ind w:firstLineChars="0" w:firstLine="0"/>';

/**
 * 28 characters stand on a line: each a quarter of a point closer than its size. A grid of characters says the same, but is
 * spread out by LibreOffice.
 */
const closer = Math.floor(twips(page.textWidth) / page.charactersPerLine) - sizes.body * 20;

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** What stands in `w:pPr`, in the order of the schema. */
  readonly paragraph: string;
  readonly font: string;
  readonly points: number;
  readonly latin?: string;
}

const heading = (level: 1 | 2 | 3, font: string): ParagraphStyle => ({
  ...{ id: `Heading${level}`, name: `heading ${level}`, font, points: sizes.body },
  paragraph: `<w:keepNext/><w:keepLines/>${exactly(linePoints)}${twoCharacters}<w:outlineLvl w:val="${level - 1}"/>`,
});

/** The names by which a document sets its paragraphs. */
export type StyleName =
  | "Title"
  | "Remark"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "BodyText"
  | "AttachmentList"
  | "AttachmentMark"
  | "AttachmentTitle"
  | "TableNote"
  | "TableHeading"
  | "TableText"
  | "TableFigure"
  | "Drawing"
  | "Note"
  | "Signature"
  | "Header"
  | "FooterOdd"
  | "FooterEven";

const centered = '<w:jc w:val="center"/>';
const small = { font: wordFonts.body, points: sizes.table };
const inCell = `${exactly(15)}${unindented}`;

const styles: readonly (ParagraphStyle & { readonly id: StyleName })[] = [
  {
    ...{ id: "Title", name: "Title", font: wordFonts.title, points: sizes.title },
    paragraph: `<w:keepNext/><w:keepLines/>${exactly(35)}${unindented}${centered}`,
  },
  {
    ...{ id: "Remark", name: "截至与口径", font: wordFonts.second, points: sizes.body },
    paragraph: `${exactly(linePoints)}${unindented}${centered}`,
  },
  { ...heading(1, wordFonts.first), id: "Heading1" },
  { ...heading(2, wordFonts.second), id: "Heading2" },
  { ...heading(3, wordFonts.body), id: "Heading3" },
  {
    ...{ id: "BodyText", name: "Body Text", font: wordFonts.body, points: sizes.body },
    paragraph: `${exactly(linePoints)}${twoCharacters}`,
  },
  {
    ...{ id: "AttachmentList", name: "附件说明", font: wordFonts.body, points: sizes.body },
    paragraph: `<w:keepNext/>${exactly(linePoints)}<w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>`,
  },
  {
    ...{ id: "AttachmentMark", name: "附件标识", font: wordFonts.first, points: sizes.body },
    paragraph: `<w:keepNext/><w:pageBreakBefore/>${exactly(linePoints)}${unindented}`,
  },
  {
    ...{ id: "AttachmentTitle", name: "附件标题", font: wordFonts.title, points: sizes.title },
    paragraph: `<w:keepNext/><w:keepLines/>${exactly(35, 14, 7)}${unindented}${centered}`,
  },
  {
    ...{ id: "TableNote", name: "表注", font: wordFonts.body, points: sizes.note },
    paragraph: `<w:keepNext/>${exactly(20, 0, 3)}${unindented}`,
  },
  {
    ...{ id: "TableHeading", name: "表头", font: wordFonts.first, points: sizes.table },
    paragraph: `<w:keepNext/>${inCell}${centered}`,
  },
  { ...small, id: "TableText", name: "表内文字", paragraph: `${inCell}<w:jc w:val="left"/>` },
  { ...small, id: "TableFigure", name: "表内数字", paragraph: `${inCell}<w:jc w:val="right"/>` },
  {
    ...{ id: "Drawing", name: "图", font: wordFonts.body, points: sizes.table },
    // A fixed line would cut a chart down to its height.
    paragraph: `${unsnapped}<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>${unindented}${centered}`,
  },
  {
    ...{ id: "Note", name: "数据版本", font: wordFonts.body, points: sizes.note },
    paragraph: `<w:keepLines/>${exactly(20, 6)}${unindented}<w:jc w:val="left"/>`,
  },
  {
    ...{ id: "Signature", name: "落款", font: wordFonts.body, points: sizes.body },
    // The day stands four characters from the edge.
    paragraph: `<w:keepLines/>${exactly(linePoints)}<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`,
  },
  {
    ...{ id: "Header", name: "header", font: wordFonts.first, points: sizes.pageNumber },
    paragraph: `${exactly(18)}${unindented}${centered}`,
  },
  ...(
    [
      [
        "FooterOdd",
        "单页页码",
        "right",
        '<w:ind w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/>',
      ],
      [
        "FooterEven",
        "双页页码",
        "left",
        '<w:ind w:leftChars="100" w:left="280" w:firstLineChars="0" w:firstLine="0"/>',
      ],
    ] as const
  ).map(([id, name, side, indent]) => ({
    ...{ id, name, font: wordFonts.pageNumber, points: sizes.pageNumber, latin: wordFonts.pageNumber },
    paragraph: `${exactly(16)}${indent}<w:jc w:val="${side}"/>`,
  })),
];

function styleXml({ id, name, paragraph, font, points, latin }: ParagraphStyle): string {
  const spacing = points === sizes.body ? `<w:spacing w:val="${closer}"/>` : "";
  const run = `<w:rPr>${fontXml(font, latin)}${spacing}${sizeXml(points)}</w:rPr>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${run}</w:style>`;
}

const tableStyle = (() => {
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join("");
  const margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>';
  return `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:pPr/><w:tblPr><w:tblBorders>${edges}</w:tblBorders>${margins}</w:tblPr></w:style>`;
})();

/** The part of the styles. */
export function stylesXml(): string {
  const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml(wordFonts.body)}${sizeXml(sizes.body)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>${exactly(linePoints)}<w:jc w:val="both"/></w:pPr><w:rPr>${fontXml(wordFonts.body)}${sizeXml(sizes.body)}</w:rPr></w:style>`;
  return `${xmlHead}<w:styles xmlns:w="${wordNamespace}">${defaults}${normal}${styles.map(styleXml).join("")}${tableStyle}</w:styles>`;
}
