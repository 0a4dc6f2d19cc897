/** What is wrong with a workbook: cells out of order, looks that are not there, tables whose columns are not their headings. */
import { columnOf } from "@beizeng/server/exports/spreadsheet/column-letters.ts";
import type { OpenedPackage } from "./opened-package.ts";
import { allNamed, childNamed, type XmlElement } from "./xml-tree.ts";

const rowOf = (at: string) => Number(at.replace(/^[A-Z]+/, ""));

function orderFaults(sheet: XmlElement): readonly string[] {
  const places = allNamed(sheet, "c").map(({ attributes }) => attributes.get("r") ?? "");
  return places.flatMap((at, index) => {
    const before = places[index - 1];
    if (before === undefined) return [];
    const [row, lastRow] = [rowOf(at), rowOf(before)];
    return row > lastRow || (row === lastRow && columnOf(at) > columnOf(before))
      ? []
      : [`${at} stands after ${before}`];
  });
}

function lookFaults(sheet: XmlElement, looks: number): readonly string[] {
  return allNamed(sheet, "c")
    .filter(({ attributes }) => Number(attributes.get("s") ?? 0) >= looks)
    .map(({ attributes }) => `${attributes.get("r")} has a look that is not there`);
}

/** A table names its columns as its first row does, and covers as many. */
function tableFaults(opened: OpenedPackage, part: string, sheet: XmlElement): readonly string[] {
  const headings = new Map(
    allNamed(sheet, "c").map((cell) => [
      cell.attributes.get("r") ?? "",
      allNamed(cell, "t")
        .map(({ text }) => text)
        .join(""),
    ]),
  );
  const tables = opened.relationships(part).filter(({ kind }) => kind === "table");
  return tables.flatMap(({ part: name }) => {
    const table = opened.trees.get(name);
    if (table === undefined) return [];
    const [, first = "", top = "", last = "", bottom = ""] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.attributes.get("ref") ?? "") ?? [];
    if (bottom === "") return [`${name} covers ${table.attributes.get("ref")}`];
    const columns = allNamed(table, "tableColumn").map(({ attributes }) => attributes.get("name"));
    const covered = [...headings].filter(
      ([at]) =>
        rowOf(at) === Number(top) && columnOf(at) >= columnOf(`${first}1`) && columnOf(at) <= columnOf(`${last}1`),
    );
    const isSame = covered.length === columns.length && covered.every(([, text], index) => text === columns[index]);
    return isSame ? [] : [`${name} names other columns than its headings`];
  });
}

/** What is wrong with the sheets of a package; nothing for any other file. */
export function workbookFaults(opened: OpenedPackage): readonly string[] {
  const styles = opened.trees.get("xl/styles.xml");
  const looks = styles === undefined ? 0 : (childNamed(styles, "cellXfs")?.children.length ?? 0);
  const sheets = [...opened.trees].filter(([, { name }]) => name === "worksheet");
  const workbook = opened.trees.get("xl/workbook.xml");
  const ids = (workbook === undefined ? [] : allNamed(workbook, "sheet")).map(({ attributes }) =>
    attributes.get("sheetId"),
  );
  return [
    ...(new Set(ids).size === ids.length ? [] : ["two sheets have one id"]),
    ...sheets.flatMap(([part, sheet]) =>
      [...orderFaults(sheet), ...lookFaults(sheet, looks), ...tableFaults(opened, part, sheet)].map(
        (fault) => `${part}: ${fault}`,
      ),
    ),
  ];
}
