/** The cells of a workbook as they are written in it, by `Sheet1!A1`; an empty cell is not there. */
import { openedPackage } from "./opened-package.ts";
import { allNamed, childNamed, type XmlElement } from "./xml-tree.ts";

function cellValue(cell: XmlElement): string | number | undefined {
  if (cell.attributes.get("t") === "inlineStr") {
    return allNamed(cell, "t")
      .map(({ text }) => text)
      .join("");
  }
  const value = childNamed(cell, "v");
  return value === null ? undefined : Number(value.text);
}

/** What stands in each cell of a workbook. */
export function sheetCells(file: Uint8Array): ReadonlyMap<string, string | number> {
  const opened = openedPackage(file);
  const workbook = opened.trees.get("xl/workbook.xml");
  const sheets = workbook === undefined ? [] : allNamed(workbook, "sheet");
  const cells = new Map<string, string | number>();
  for (const sheet of sheets) {
    const id = sheet.attributes.get("r:id");
    const part = opened.relationships("xl/workbook.xml").find((each) => each.id === id)?.part ?? "";
    const root = opened.trees.get(part);
    for (const cell of root === undefined ? [] : allNamed(root, "c")) {
      const value = cellValue(cell);
      if (value !== undefined) cells.set(`${sheet.attributes.get("name")}!${cell.attributes.get("r")}`, value);
    }
  }
  return cells;
}
