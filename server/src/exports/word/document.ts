/** A Word document in the layout of GB/T 9704-2012, as a package: the same bytes for the same value. */
import { chartParts } from "../office/chart-parts.ts";
import { type Part, packageBytes, type Relationship, relationshipNamespace, xmlHead } from "../office/package.ts";
import { type FileProperties, propertiesPart, propertiesRelationship } from "../office/properties.ts";
import { themeType, themeXml } from "../office/theme.ts";
import type { WordDocument } from "./blocks.ts";
import { chartFrameXml, paragraphXml, tableXml, textRun, wordDrawingNamespace } from "./body.ts";
import { linePoints, page, pageNumberLine, twips } from "./measures.ts";
import { fontTableXml, type StyleName, stylesXml, wordFonts, wordNamespace } from "./styles.ts";

const type = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
const spaces = `xmlns:w="${wordNamespace}" xmlns:r="${relationshipNamespace}" xmlns:wp="${wordDrawingNamespace}"`;
const pitch = linePoints * 20;

/** 4号 digits with a dash on each side; odd pages at the right, even ones at the left. */
function footerXml(style: StyleName): string {
  const number = [
    textRun("— "),
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    textRun(" —"),
  ].join("");
  return `${xmlHead}<w:ftr ${spaces}>${paragraphXml(style, number)}</w:ftr>`;
}

const headerXml = (text: string) =>
  `${xmlHead}<w:hdr ${spaces}>${paragraphXml("Header", text === "" ? "" : textRun(text))}</w:hdr>`;

const settingsXml = [
  `${xmlHead}<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>`,
  '<w:drawingGridVerticalSpacing w:val="290"/><w:characterSpacingControl w:val="compressPunctuation"/>',
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
].join("");

/** What every document has beside its text, in the order of the relationships of `word/document.xml`. */
function fixedParts(header: string): readonly (Part & { readonly kind: string })[] {
  const songti = { latin: wordFonts.latin, eastAsian: wordFonts.pageNumber };
  const part = (kind: string, file: string, content: string) => ({
    ...{ kind, name: `word/${file}.xml`, type: type(kind), content },
  });
  return [
    part("styles", "styles", stylesXml()),
    part("settings", "settings", settingsXml),
    part("fontTable", "fontTable", fontTableXml()),
    { ...part("theme", "theme/theme1", themeXml(songti, songti)), type: themeType },
    part("header", "header1", headerXml(header)),
    part("header", "header2", headerXml(header)),
    part("footer", "footer1", footerXml("FooterOdd")),
    part("footer", "footer2", footerXml("FooterEven")),
  ];
}

function sectionXml(idOf: (name: string) => string): string {
  const { margins } = page;
  const footer = twips(margins.bottom - pageNumberLine.below) - pageNumberLine.points * 20;
  const ends = [
    `<w:headerReference w:type="default" r:id="${idOf("header1")}"/><w:headerReference w:type="even" r:id="${idOf("header2")}"/>`,
    `<w:footerReference w:type="default" r:id="${idOf("footer1")}"/><w:footerReference w:type="even" r:id="${idOf("footer2")}"/>`,
  ];
  const sides = `w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" w:left="${twips(margins.left)}"`;
  return [
    `<w:sectPr>${ends.join("")}<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>`,
    `<w:pgMar ${sides} w:header="${twips(20)}" w:footer="${footer}" w:gutter="0"/>`,
    `<w:docGrid w:type="lines" w:linePitch="${pitch}"/></w:sectPr>`,
  ].join("");
}

/** The bytes of the .docx. */
export function wordBytes({ header, blocks }: WordDocument, properties: FileProperties): Uint8Array {
  const fixed = fixedParts(header);
  const leadsTo: Relationship[] = fixed.map(({ kind, name }) => ({ kind, part: name }));
  const charts: Part[] = [];
  const body = blocks.map((block) => {
    if (block.kind === "text") return paragraphXml(block.style, block.text === "" ? "" : textRun(block.text));
    if (block.kind === "table") return tableXml(block);
    const number = charts.length / 2 + 1;
    const parts = chartParts(block.chart, "word", number);
    charts.push(...parts);
    leadsTo.push({ kind: "chart", part: parts[0].name });
    return chartFrameXml(block, number, `rId${leadsTo.length}`);
  });
  const idOf = (file: string) => `rId${leadsTo.findIndex(({ part }) => part === `word/${file}.xml`) + 1}`;
  const content = `${xmlHead}<w:document ${spaces}><w:body>${body.join("")}${sectionXml(idOf)}</w:body></w:document>`;
  return packageBytes(
    [{ kind: "officeDocument", part: "word/document.xml" }, propertiesRelationship],
    [
      { name: "word/document.xml", type: type("document.main"), content, leadsTo },
      ...fixed.map(({ name, type: kind, content: text }) => ({ name, type: kind, content: text })),
      ...charts,
      propertiesPart(properties),
    ],
  );
}
