import { zipped } from "@beizeng/server/exports/office/zip.ts";
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";

const sheet = "xl/worksheets/sheet1.xml";

/** A cell with a value in the look that it has; throws where the sheet has no such cell. */
function withCell(xml: string, at: string, value: string | number): string {
  const cell = new RegExp(`<c r="${at}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`);
  if (!cell.test(xml)) throw new Error(`the form has no cell ${at}`);
  const content = typeof value === "number" ? `<v>${value}</v>` : `<is><t>${value}</t></is>`;
  const type = typeof value === "number" ? "" : ' t="inlineStr"';
  return xml.replace(cell, (_, style: string) => `<c r="${at}" s="${style}"${type}>${content}</c>`);
}

/** A downloaded form with values typed at addresses, as a spreadsheet would store them. */
export function filledWorkbook(bytes: Uint8Array, cells: Readonly<Record<string, string | number>>): Uint8Array {
  const files = zipDirectory(bytes).map((entry) => {
    const content = unpacked(bytes, entry);
    if (entry.name !== sheet) return { name: entry.name, content };
    const filled = Object.entries(cells).reduce(
      (xml, [at, value]) => withCell(xml, at, value),
      new TextDecoder().decode(content),
    );
    return { name: entry.name, content: filled };
  });
  return zipped(files);
}
