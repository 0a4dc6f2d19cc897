/** What is wrong with a native chart that Word and PowerPoint would offer to repair, or that would show other numbers once edited. */
import type { OpenedPackage } from "./opened-package.ts";
import { sheetCells } from "./sheet-cells.ts";
import { allNamed, childNamed, everyElement, givenValue, type XmlElement } from "./xml-tree.ts";

function axisFaults(root: XmlElement): readonly string[] {
  const axes = everyElement(root).filter(({ name }) => /^c:(cat|val|date|ser)Ax$/.test(name));
  const groups = everyElement(root).filter(({ name }) => /^c:\w+Chart$/.test(name));
  const ids = axes.map((axis) => givenValue(axis, "c:axId"));
  const faults: string[] = [];
  if (new Set(ids).size !== ids.length) faults.push("two axes have one id");
  const used = new Set<string>();
  for (const group of groups) {
    const own = group.children
      .filter(({ name }) => name === "c:axId")
      .map(({ attributes }) => attributes.get("val") ?? "");
    if (own.length !== 2) faults.push(`${group.name} has ${own.length} axes`);
    for (const id of own) {
      used.add(id);
      if (!ids.includes(id)) faults.push(`${group.name} has no axis ${id}`);
    }
  }
  for (const axis of axes) {
    const id = givenValue(axis, "c:axId");
    if (!used.has(id)) faults.push(`axis ${id} belongs to nothing`);
    const crossed = axes.find((each) => givenValue(each, "c:axId") === givenValue(axis, "c:crossAx"));
    if (crossed === undefined || givenValue(crossed, "c:crossAx") !== id) faults.push(`axis ${id} is crossed by none`);
  }
  return faults;
}

/** Labels beyond the end of a bar make Office refuse the chart where bars stand on each other. */
function labelFaults(root: XmlElement): readonly string[] {
  return allNamed(root, "c:barChart")
    .filter((group) => givenValue(group, "c:grouping") !== "clustered")
    .flatMap((group) => allNamed(group, "c:dLblPos"))
    .filter(({ attributes }) => attributes.get("val") === "outEnd")
    .map(() => "labels beyond the end of stacked bars");
}

function seriesFaults(root: XmlElement): readonly string[] {
  const series = allNamed(root, "c:ser");
  return ["c:idx", "c:order"].flatMap((name) => {
    const values = series.map((each) => givenValue(each, name));
    return new Set(values).size === values.length ? [] : [`two series have one ${name}`];
  });
}

/** Each cached text and number against the cell that its reference leads to; a gap is an empty cell. */
function cacheFaults(root: XmlElement, cells: ReadonlyMap<string, string | number>): readonly string[] {
  const references = everyElement(root).filter(({ name }) => name === "c:strRef" || name === "c:numRef");
  return references.flatMap((reference) => {
    const formula = childNamed(reference, "c:f")?.text ?? "";
    const [, sheet = "", letter = "", first = "", otherLetter = letter, last = first] =
      /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula) ?? [];
    if (sheet === "" || otherLetter !== letter) return [`a reference that is no column: ${formula}`];
    const isText = reference.name === "c:strRef";
    const cache = childNamed(reference, isText ? "c:strCache" : "c:numCache");
    if (cache === null) return [`${formula} has no cache`];
    const size = Number(last) - Number(first) + 1;
    if (givenValue(cache, "c:ptCount") !== String(size)) return [`${formula} has a cache of another size`];
    const points = new Map(
      cache.children
        .filter(({ name }) => name === "c:pt")
        .map((point) => [Number(point.attributes.get("idx")), childNamed(point, "c:v")?.text ?? ""]),
    );
    return Array.from({ length: size }, (_, index) => index).flatMap((index) => {
      const at = `${letter}${Number(first) + index}`;
      const cell = cells.get(`${sheet}!${at}`);
      const point = points.get(index);
      const cached = point === undefined ? undefined : isText ? point : Number(point);
      return cached === cell ? [] : [`${formula}: cached ${cached}, but ${at} holds ${cell}`];
    });
  });
}

/** What is wrong with the charts of a package. */
export function chartFaults(opened: OpenedPackage): readonly string[] {
  return [...opened.trees].flatMap(([part, root]) => {
    if (root.name !== "c:chartSpace") return [];
    const embedded = childNamed(root, "c:externalData")?.attributes.get("r:id");
    const workbook = opened.relationships(part).find(({ id }) => id === embedded)?.part;
    const faults = [...axisFaults(root), ...labelFaults(root), ...seriesFaults(root)];
    if (workbook === undefined || !opened.names.includes(workbook)) faults.push("no workbook behind the chart");
    else faults.push(...cacheFaults(root, sheetCells(opened.bytes(workbook))));
    return faults.map((fault) => `${part}: ${fault}`);
  });
}
