/** The checker of packages: it finds nothing in a sound one, and each kind of damage in a damaged one. */
import { briefingDocument } from "@beizeng/server/exports/briefing/document.ts";
import { chartParts } from "@beizeng/server/exports/office/chart-parts.ts";
import { packageBytes } from "@beizeng/server/exports/office/package.ts";
import { type ZippedFile, zipped } from "@beizeng/server/exports/office/zip.ts";
import { presentationBytes } from "@beizeng/server/exports/slides/presentation.ts";
import { workbookBytes } from "@beizeng/server/exports/spreadsheet/workbook.ts";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import { describe, expect, it } from "vitest";
import { packageFaults } from "../../helpers/office/package-faults.ts";
import { readXml } from "../../helpers/office/xml-tree.ts";
import { sampleBriefing } from "../briefing/sample-briefing.ts";
import { samplePresentation } from "../slides/sample-presentation.ts";
import { completionChart, stackedChart } from "./sample-charts.ts";

const files = (bytes: Uint8Array): readonly ZippedFile[] =>
  zipDirectory(bytes).map((entry) => ({ name: entry.name, content: new TextDecoder().decode(unpacked(bytes, entry)) }));

const part = "word/charts/chart1.xml";
const sound = packageBytes([{ kind: "chart", part }], chartParts(completionChart, "word", 1));

/** The package with one part changed by its text. */
function changed(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const all = zipDirectory(bytes).map((entry): ZippedFile => {
    const content = unpacked(bytes, entry);
    if (entry.name !== name) return { name: entry.name, content };
    const before = new TextDecoder().decode(content);
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${name}`);
    return { name, content: after };
  });
  return zipped(all);
}

const slide = "ppt/slides/slide2.xml";
const presentation = "ppt/presentation.xml";
const master = "ppt/slideMasters/slideMaster1.xml";
const properties = { title: "", creator: "", description: "", createdAt: "2022-10-20T02:03:04.000Z" };
const rels = "word/charts/_rels/chart1.xml.rels";
const types = "[Content_Types].xml";
const swap = (from: string, to: string) => (xml: string) => xml.replace(from, to);

describe("the checker of packages", () => {
  it("finds nothing in a sound package", () => {
    expect(packageFaults(sound)).toEqual([]);
  });

  it.each<[string, string, (xml: string) => string, RegExp]>([
    ["an open element", part, swap("</c:plotArea>", ""), /is no XML/],
    ["a bare ampersand", part, swap("&amp;", "&"), /is no XML/],
    ["an undeclared prefix", part, swap("<c:date1904", "<x:y/><c:date1904"), /no namespace/],
    ["an attribute twice", part, swap('val="gap"', 'val="gap" val="gap"'), /val twice/],
    ["an axis without its pair", part, swap('<c:axId val="100000002"/></c:barChart>', "</c:barChart>"), /has 1 axes/],
    [
      "an axis that belongs to nothing",
      part,
      swap('<c:catAx><c:axId val="100000001"/>', '<c:catAx><c:axId val="7"/>'),
      /axis 7 belongs to nothing/,
    ],
    ["an axis crossed by none", part, swap('<c:crossAx val="100000002"/>', '<c:crossAx val="3"/>'), /crossed by none/],
    ["two series of one place", part, swap('<c:order val="1"/>', '<c:order val="0"/>'), /one c:order/],
    ["a cache that is not its cell", part, swap("<c:v>0.8</c:v>", "<c:v>0.81</c:v>"), /cached 0.81, but C2 holds 0.8/],
    ["a text that is not its cell", part, swap("<c:v>陶瓷</c:v>", "<c:v>瓷</c:v>"), /cached 瓷/],
    [
      "a zero for a gap",
      part,
      swap(
        '<c:pt idx="4" formatCode="General"><c:v>0.0004',
        '<c:pt idx="3"><c:v>0</c:v></c:pt><c:pt idx="4" formatCode="General"><c:v>0.0004',
      ),
      /C5 holds undefined/,
    ],
    ["a cache of another size", part, swap('<c:ptCount val="5"/>', '<c:ptCount val="6"/>'), /another size/],
    ["a reference to no column", part, swap("Sheet1!$A$2:$A$6", "Sheet1!'A2:A6"), /no column/],
    ["a relationship to nothing", rels, swap("chart1.xlsx", "chart2.xlsx"), /which is not there/],
    ["an id that leads nowhere", part, swap('r:id="rId1"', 'r:id="rId9"'), /rId9 leads nowhere/],
    ["a relationship of another kind", rels, swap("relationships/package", "relationships/chart"), /of another kind/],
    [
      "a relationship that nothing uses",
      rels,
      swap("<Relationship Id", '<Relationship Id="rId5" Type="x/chart" Target="chart1.xml"/><Relationship Id'),
      /used by nothing/,
    ],
    ["a part without a content type", types, swap('Extension="xlsx"', 'Extension="xls"'), /has no content type/],
    ["XML of no kind", types, (xml) => xml.replace(/<Override [^>]*>/, ""), /XML of no kind/],
    [
      "a content type for nothing",
      types,
      swap("</Types>", '<Override PartName="/a.xml" ContentType="b"/></Types>'),
      /a.xml, which is not there/,
    ],
    [
      "a content type twice",
      types,
      swap("</Types>", '<Default Extension="xml" ContentType="b"/></Types>'),
      /stands twice/,
    ],
  ])("finds %s", (_, name, change, fault) => {
    expect(packageFaults(changed(sound, name, change)).join("\n")).toMatch(fault);
  });

  it("finds labels beyond the end of stacked bars", () => {
    const stacked = packageBytes([{ kind: "chart", part }], chartParts(stackedChart, "word", 1));
    expect(packageFaults(stacked)).toEqual([]);
    const damaged = changed(stacked, part, swap('<c:dLblPos val="ctr"/>', '<c:dLblPos val="outEnd"/>'));
    expect(packageFaults(damaged).join()).toContain("beyond the end of stacked bars");
  });

  it("finds parts that nothing leads to, relationships of nothing, and kinds that do not stand first", () => {
    const all = files(sound).filter(({ name }) => name.endsWith(".xml"));
    const [first, ...others] = all;
    if (first === undefined) throw new Error("a package has parts");
    const faults = packageFaults(
      zipped([...others, first, { name: "word/_rels/gone.xml.rels", content: "<Relationships/>" }]),
    );
    expect(faults).toContain("[Content_Types].xml does not stand first");
    expect(faults).toContain(`${part} is reached from nowhere`);
    expect(faults).toContain("word/_rels/gone.xml.rels belongs to no part");
  });

  it("finds what is wrong with a workbook, also one that lies in another file", () => {
    const style = {};
    const workbook = workbookBytes([
      {
        name: "表",
        cells: [
          { at: "A1", value: 1, style },
          { at: "B1", value: 2, style },
        ],
      },
    ]);
    expect(packageFaults(workbook)).toEqual([]);
    const sheet = "xl/worksheets/sheet1.xml";
    expect(packageFaults(changed(workbook, sheet, swap('r="B1"', 'r="A1"')))).toEqual([`${sheet}: A1 stands after A1`]);
    expect(packageFaults(changed(workbook, sheet, swap('s="1"', 's="9"')))).toEqual([
      `${sheet}: A1 has a look that is not there`,
    ]);
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="A1:B1"><tableColumns><tableColumn name="甲"/></tableColumns></table>';
    const withTable = zipped([
      ...files(workbook),
      { name: "xl/tables/table1.xml", content: table },
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        content: `<Relationships xmlns="r"><Relationship Id="rId1" Type="x/table" Target="../tables/table1.xml"/></Relationships>`,
      },
    ]);
    expect(packageFaults(withTable)).toContain(`${sheet}: xl/tables/table1.xml names other columns than its headings`);
    const broken = changed(workbook, "xl/workbook.xml", swap("</sheets>", ""));
    const holding = zipped(
      zipDirectory(sound).map((entry) => ({
        name: entry.name,
        content: entry.name.endsWith(".xlsx") ? broken : unpacked(sound, entry),
      })),
    );
    expect(packageFaults(holding).join()).toMatch(/chart1\.xlsx: xl\/workbook\.xml is no XML/);
  });

  it.each([
    ["a style that is not there", '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>', /no style Titel/],
    ["two drawings of one id", '<wp:docPr id="2"', '<wp:docPr id="1"', /two drawings have one id/],
    ["a table with a column too many", "<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="1"/>', /columns in a table of/],
    ["a cell that ends without a paragraph", "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", /ends without a paragraph/],
    ["a table without rows", "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", /without rows/],
    ["a chart that is not its own", 'r:id="rId9"', 'r:id="rId19"', /rId19 leads nowhere/],
  ])("finds in a Word file %s", (_, from, to, fault) => {
    const document = briefingDocument(sampleBriefing());
    expect(packageFaults(changed(document, "word/document.xml", swap(from, to))).join("\n")).toMatch(fault);
  });

  it.each([
    ["two shapes of one id", slide, '<p:cNvPr id="11"', '<p:cNvPr id="10"', /two shapes have one id/],
    [
      "a table with a column too many",
      "ppt/slides/slide3.xml",
      "<a:tblGrid>",
      '<a:tblGrid><a:gridCol w="1"/>',
      /in a table of 3/,
    ],
    ["two slides of one id", presentation, 'sldId id="257"', 'sldId id="256"', /two slides have one id/],
    ["a slide's id out of its range", presentation, 'sldId id="256"', 'sldId id="12"', /sldId 12 out of its range/],
    ["a layout with its master's id", master, 'id="2147483649"', 'id="2147483648"', /share an id/],
    ["a chart that leads nowhere", slide, 'r:id="rId3"', 'r:id="rId8"', /rId8 leads nowhere/],
  ])("finds in slides %s", (_, name, from, to, fault) => {
    const slides = presentationBytes(samplePresentation, properties);
    expect(packageFaults(changed(slides, name, swap(from, to))).join("\n")).toMatch(fault);
  });

  it.each([
    ["<a>\u0001</a>"],
    ["<a>&nbsp;</a>"],
    ["<a b='<'/>"],
    ["<a/><b/>"],
    ["<!DOCTYPE a><a/>"],
    ["<a></b>"],
    ["<a b=c/>"],
    ["<a"],
  ])("takes no XML that is not well-formed: %s", (xml) => {
    expect(() => readXml(xml)).toThrow();
  });
});
