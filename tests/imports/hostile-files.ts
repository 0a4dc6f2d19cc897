/** Files that somebody might send instead of a form, made here. */
import { deflateRawSync } from "node:zlib";
import { formWorkbook } from "@beizeng/server/exports/form-workbook.ts";
import { zipped } from "@beizeng/server/exports/office/zip.ts";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import { sampleForm } from "../exports/form-workbook/sample-form.ts";

/** A good form. */
export const goodForm = formWorkbook(sampleForm());

/** The parts of a form, some of them with another content, and further ones. */
export function changed(parts: Readonly<Record<string, string>>): Uint8Array {
  const good = zipDirectory(goodForm).map((entry) => ({
    name: entry.name,
    content: parts[entry.name] ?? unpacked(goodForm, entry),
  }));
  const known = new Set(good.map(({ name }) => name));
  const more = Object.entries(parts).flatMap(([name, content]) => (known.has(name) ? [] : [{ name, content }]));
  return zipped([...good, ...more]);
}

const sheetOf = (data: string, before = "") =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

/** A form whose first sheet is of these rows. */
export const withRows = (data: string, before = ""): Uint8Array =>
  changed({ "xl/worksheets/sheet1.xml": sheetOf(data, before) });

/** Text that cannot be packed tightly: every byte by a reckoning of its place. */
export function roughText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join("");
}

/** A zip whose one part says that it is small and unpacks to `megabytes`. */
export function lyingZip(megabytes: number): Uint8Array {
  const content = new Uint8Array(megabytes * 1024 * 1024);
  const packed = new Uint8Array(deflateRawSync(content));
  const bytes = changed({ "xl/worksheets/sheet1.xml": "x" });
  const entry = zipDirectory(bytes).find(({ name }) => name === "xl/worksheets/sheet1.xml");
  if (entry === undefined) throw new Error("the form has a sheet");
  // One file, its header and its line of the directory saying 100 bytes where there are millions.
  const single = zipped([
    { name: "[Content_Types].xml", content: "<Types/>", isStored: true },
    { name: "xl/workbook.xml", content: packed, isStored: true },
  ]);
  const view = new DataView(single.buffer);
  const at = zipDirectory(single)[1]?.offset ?? 0;
  const directory = view.getUint32(single.length - 6, true);
  const line = directory + 46 + "[Content_Types].xml".length;
  view.setUint16(at + 8, 8, true);
  view.setUint32(at + 22, 100, true);
  view.setUint16(line + 10, 8, true);
  view.setUint32(line + 24, 100, true);
  return single;
}

/** A zip of so many empty parts. */
export function crowdedZip(parts: number): Uint8Array {
  return zipped(Array.from({ length: parts }, (_, index) => ({ name: `xl/part${index}.xml`, content: "" })));
}
