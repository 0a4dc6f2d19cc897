/** What is wrong with slides: ids that stand twice or out of their range, tables that do not add up. */
import type { OpenedPackage } from "./opened-package.ts";
import { allNamed, childNamed, type XmlElement } from "./xml-tree.ts";

const twiceIn = (values: readonly (string | undefined)[]) => new Set(values).size !== values.length;
const idsOf = (root: XmlElement, name: string) => allNamed(root, name).map(({ attributes }) => attributes.get("id"));

/** Office keeps the ids of masters and layouts apart from those of slides by their range. */
const ranges = {
  "p:sldId": [256, 2_147_483_647],
  "p:sldMasterId": [2_147_483_648, 4_294_967_295],
  "p:sldLayoutId": [2_147_483_648, 4_294_967_295],
} as const;

function rangeFaults(root: XmlElement): readonly string[] {
  return Object.entries(ranges).flatMap(([name, [least, most]]) => {
    const ids = idsOf(root, name).map(Number);
    return ids.filter((id) => !(id >= least && id <= most)).map((id) => `${name} ${id} out of its range`);
  });
}

function tableFaults(table: XmlElement): readonly string[] {
  const columns = childNamed(table, "a:tblGrid")?.children.length ?? 0;
  const rows = table.children.filter(({ name }) => name === "a:tr");
  return rows
    .map((row) => row.children.filter(({ name }) => name === "a:tc").length)
    .filter((cells) => cells !== columns)
    .map((cells) => `a row of ${cells} cells in a table of ${columns}`);
}

/** What is wrong with the slides of a package; nothing for any other file. */
export function slideFaults(opened: OpenedPackage): readonly string[] {
  const masters = [...opened.trees].filter(([, { name }]) => name === "p:sldMaster" || name === "p:presentation");
  const shared = masters.flatMap(([, root]) => [...idsOf(root, "p:sldMasterId"), ...idsOf(root, "p:sldLayoutId")]);
  const faults = twiceIn(shared) ? ["masters and layouts share an id"] : [];
  return [
    ...faults,
    ...[...opened.trees].flatMap(([part, root]) => {
      if (!root.name.startsWith("p:")) return [];
      const own = [
        ...rangeFaults(root),
        ...(twiceIn(idsOf(root, "p:cNvPr")) ? ["two shapes have one id"] : []),
        ...(twiceIn(idsOf(root, "p:sldId")) ? ["two slides have one id"] : []),
        ...allNamed(root, "a:tbl").flatMap(tableFaults),
      ];
      return own.map((fault) => `${part}: ${fault}`);
    }),
  ];
}
