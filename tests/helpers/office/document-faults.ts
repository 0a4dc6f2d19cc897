/** What is wrong with the text of a Word file: styles that are not there, tables that do not add up, ids that stand twice. */
import type { OpenedPackage } from "./opened-package.ts";
import { allNamed, childNamed, givenValue, type XmlElement } from "./xml-tree.ts";

function tableFaults(table: XmlElement): readonly string[] {
  const columns = childNamed(table, "w:tblGrid")?.children.length ?? 0;
  const rows = table.children.filter(({ name }) => name === "w:tr");
  const own = rows.length === 0 ? ["a table without rows"] : [];
  return [
    ...own,
    ...rows.flatMap((row) => {
      const cells = row.children.filter(({ name }) => name === "w:tc");
      const spans = cells.map((cell) => {
        const properties = childNamed(cell, "w:tcPr");
        return Number((properties === null ? "" : givenValue(properties, "w:gridSpan")) || 1);
      });
      const width = spans.reduce((sum, span) => sum + span, 0);
      const open = cells
        .filter((cell) => cell.children.at(-1)?.name !== "w:p")
        .map(() => "a cell that ends without a paragraph");
      return width === columns ? open : [...open, `a row of ${width} columns in a table of ${columns}`];
    }),
  ];
}

/** What is wrong with the texts of a Word file; nothing for any other file. */
export function documentFaults(opened: OpenedPackage): readonly string[] {
  const styles = opened.trees.get("word/styles.xml");
  const known = new Set(
    (styles === undefined ? [] : allNamed(styles, "w:style")).map(
      ({ attributes }) => attributes.get("w:styleId") ?? "",
    ),
  );
  return [...opened.trees].flatMap(([part, root]) => {
    if (!/^w:(document|hdr|ftr)$/.test(root.name)) return [];
    const used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((name) =>
      allNamed(root, name).map(({ attributes }) => attributes.get("w:val") ?? ""),
    );
    const lost = [...new Set(used)].filter((style) => !known.has(style)).map((style) => `no style ${style}`);
    const ids = allNamed(root, "wp:docPr").map(({ attributes }) => attributes.get("id"));
    const twice = new Set(ids).size === ids.length ? [] : ["two drawings have one id"];
    const tables = allNamed(root, "w:tbl").flatMap(tableFaults);
    return [...lost, ...twice, ...tables].map((fault) => `${part}: ${fault}`);
  });
}
