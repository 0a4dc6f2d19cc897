import { zipped } from "@beizeng/server/exports/office/zip.ts";
import * as spreadsheets from "@e965/xlsx";
import { changed, crowdedZip, goodForm, lyingZip, roughText, withRows } from "./hostile-files.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const megabyte = 1024 * 1024;

/** A compound file of the old kind, with these streams. */
function compound(streams: readonly string[]): Uint8Array {
  const file = spreadsheets.CFB.utils.cfb_new();
  for (const name of streams) spreadsheets.CFB.utils.cfb_add(file, name, new Uint8Array(5000));
  return new Uint8Array(spreadsheets.CFB.write(file, { type: "array" }));
}

const cells = (count: number) =>
  Array.from({ length: count / 100 }, (_, row) => {
    const line = Array.from({ length: 100 }, (_, index) => `<c><v>${index}</v></c>`).join("");
    return `<row r="${row + 1}">${line}</row>`;
  }).join("");

const mergedPairs = (count: number) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><mergeCells>${Array.from(
    { length: count },
    (_, index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 2}"/>`,
  ).join("")}</mergeCells></worksheet>`;

const encryptedZip = () => {
  const bytes = changed({});
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint16(directory + 8, 0x0801, true);
  return bytes;
};

const ods = (content: string, manifest = "") =>
  zipped([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "content.xml", content },
    { name: "META-INF/manifest.xml", content: manifest },
  ]);

const repeatedCells =
  '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>';

/** What is sent, and the fault by which it must be refused. */
export const hostile = {
  "nothing at all": ["empty", () => new Uint8Array()],
  "more than 5 MB": ["too-large", () => new Uint8Array(5 * megabyte + 1)],
  "a picture": ["not-a-workbook", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  "a page of HTML that calls itself .xls": [
    "not-a-workbook",
    () => bytesOf("<html><table><tr><td>1</td></tr></table>"),
  ],
  "a list of commas": ["not-a-workbook", () => bytesOf("序号,事项\n1,2\n")],
  "a Word document": [
    "not-a-workbook",
    () =>
      zipped([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: "<w/>" },
      ]),
  ],
  "a text in an .odt": [
    "not-a-workbook",
    () =>
      zipped([
        { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
        { name: "content.xml", content: "<a/>" },
      ]),
  ],
  "an old Word document": ["no-sheets-inside", () => compound(["/WordDocument"])],
  "an .xlsb": ["binary-workbook", () => changed({ "xl/workbook.bin": "x" })],
  "a bomb of one part": ["packed-too-tightly", () => withRows(" ".repeat(20 * megabyte))],
  "a bomb of many parts": [
    "packed-too-tightly",
    () =>
      changed(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`xl/p${index}.xml`, " ".repeat(megabyte)]))),
  ],
  "much that is not packed tightly": [
    "too-much-inside",
    () =>
      changed({
        "xl/a.xml": roughText(megabyte / 2).concat("x".repeat(30 * megabyte)),
        "xl/b.xml": roughText(megabyte / 2).concat("y".repeat(30 * megabyte)),
      }),
  ],
  "a part larger than it says": ["broken", () => lyingZip(40)],
  "a thousand and one parts": ["too-many-entries", () => crowdedZip(1001)],
  "a path out of the folder": ["unsafe-name", () => changed({ "xl/../../etc/passwd.xml": "x" })],
  "a path from the root": ["unsafe-name", () => changed({ "/etc/passwd.xml": "x" })],
  "a path of another system": ["unsafe-name", () => changed({ "C:\\windows\\a.xml": "x" })],
  "the same part twice": [
    "broken",
    () =>
      zipped([
        { name: "xl/a.xml", content: "1" },
        { name: "xl/a.xml", content: "2" },
      ]),
  ],
  "an external entity": [
    "declares-entities",
    () => withRows("<row><c><v>&x;</v></c></row>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ],
  "entities of entities": [
    "declares-entities",
    () => withRows("<row/>", '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
  ],
  "the first half of a form": ["broken", () => goodForm.slice(0, goodForm.length / 2)],
  "a form without its end": ["broken", () => goodForm.slice(0, -10)],
  "a form with a hole": ["broken", () => goodForm.map((byte, index) => (index > 600 && index < 900 ? 0xff : byte))],
  "macros by their part": ["holds-macros", () => changed({ "xl/vbaProject.bin": "x" })],
  "macros by their type": [
    "holds-macros",
    () => changed({ "[Content_Types].xml": "<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>" }),
  ],
  "macros of the old kind": ["holds-macros", () => compound(["/Workbook", "/_VBA_PROJECT_CUR/VBA/dir"])],
  "an encrypted zip": ["encrypted", encryptedZip],
  "a form with a password": ["encrypted", () => compound(["/EncryptedPackage", "/EncryptionInfo"])],
  "an .ods with a password": ["encrypted", () => ods("x", "<manifest:encryption-data/>")],
  "an .ods with a password, of newer programs": [
    "encrypted",
    () =>
      zipped([
        { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
        { name: "encrypted-package", content: "x" },
      ]),
  ],
  "too many merged cells": ["too-many-cells", () => changed({ "xl/worksheets/sheet1.xml": mergedPairs(50_001) })],
  "too many cells": ["too-many-cells", () => withRows(cells(50_100))],
  "two to the twentieth rows": [
    "too-many-cells",
    () =>
      withRows(
        Array.from({ length: 2 ** 20 }, (_, row) => `<row r="${row + 1}" ht="${(row * 7919) % 400}"/>`).join(""),
      ),
  ],
  "an .ods that repeats a cell a thousand million times": [
    "too-many-cells",
    () =>
      ods(`<office:spreadsheet><table:table table:name="填报表">${repeatedCells}</table:table></office:spreadsheet>`),
  ],
  "an old workbook of which only the beginning came": ["broken", () => compound(["/Workbook"]).slice(0, 700)],
} as const satisfies Record<string, readonly [string, () => Uint8Array]>;
