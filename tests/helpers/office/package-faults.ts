/**
 * What is wrong with an Office file by its structure. LibreOffice and WPS forgive most of it; Office offers to repair the file,
 * which nobody signs. Answers sentences, none for a sound package.
 */
import { chartFaults } from "./chart-faults.ts";
import { documentFaults } from "./document-faults.ts";
import { type OpenedPackage, openedPackage, relationshipsName, typeOfPart } from "./opened-package.ts";
import { slideFaults } from "./slide-faults.ts";
import { workbookFaults } from "./workbook-faults.ts";
import { everyElement } from "./xml-tree.ts";

/** Kinds of relationships that hold although no element names them. */
const implied = new Set([
  ...[
    "officeDocument",
    "core-properties",
    "extended-properties",
    "styles",
    "settings",
    "fontTable",
    "theme",
    "numbering",
  ],
  ...["comments", "slideLayout", "slideMaster", "notesMaster", "notesSlide", "slide", "presProps", "viewProps"],
  ...["tableStyles", "table", "calcChain", "sharedStrings"],
]);

/** A part that is reached by a kind has a content type that ends so. */
const typeEndings: Readonly<Record<string, RegExp>> = {
  chart: /drawingml\.chart\+xml$/,
  styles: /ml\.styles\+xml$/,
  settings: /wordprocessingml\.settings\+xml$/,
  fontTable: /wordprocessingml\.fontTable\+xml$/,
  header: /wordprocessingml\.header\+xml$/,
  footer: /wordprocessingml\.footer\+xml$/,
  theme: /theme\+xml$/,
  slide: /presentationml\.slide\+xml$/,
  slideLayout: /presentationml\.slideLayout\+xml$/,
  slideMaster: /presentationml\.slideMaster\+xml$/,
  notesSlide: /presentationml\.notesSlide\+xml$/,
  notesMaster: /presentationml\.notesMaster\+xml$/,
  worksheet: /spreadsheetml\.worksheet\+xml$/,
  package: /spreadsheetml\.sheet$/,
  officeDocument: /\.main\+xml$/,
};

function typeFaults(opened: OpenedPackage): readonly string[] {
  const parts = opened.names.filter((name) => name !== "[Content_Types].xml");
  const unknown = parts.filter((name) => typeOfPart(opened, name) === "").map((name) => `${name} has no content type`);
  const vague = parts
    .filter((name) => name.endsWith(".xml") && !opened.overrides.has(name))
    .map((name) => `${name} is XML of no kind`);
  const gone = [...opened.overrides.keys()]
    .filter((name) => !opened.names.includes(name))
    .map((name) => `a content type for ${name}, which is not there`);
  const first = opened.names[0] === "[Content_Types].xml" ? [] : ["[Content_Types].xml does not stand first"];
  return [...first, ...unknown, ...vague, ...gone];
}

function relationshipFaults(opened: OpenedPackage): readonly string[] {
  const sources = ["", ...opened.names.filter((name) => !name.endsWith(".rels"))];
  const reached = new Set<string>();
  const faults = sources.flatMap((source) => {
    const relationships = opened.relationships(source);
    const ids = relationships.map(({ id }) => id);
    const tree = opened.trees.get(source);
    const named = new Set(
      (tree === undefined ? [] : everyElement(tree)).flatMap(({ attributes }) =>
        [...attributes].filter(([name]) => /^r:(id|embed|link|pict)$/.test(name)).map(([, value]) => value),
      ),
    );
    const own = new Set(ids).size === ids.length ? [] : ["two relationships have one id"];
    const lost = [...named].filter((id) => !ids.includes(id)).map((id) => `${id} leads nowhere`);
    const others = relationships.flatMap(({ id, kind, part }) => {
      reached.add(part);
      if (!opened.names.includes(part)) return [`${id} leads to ${part}, which is not there`];
      const isUsed = named.has(id) || implied.has(kind) || source === "";
      const ending = typeEndings[kind];
      const isOfKind = ending === undefined || ending.test(typeOfPart(opened, part));
      return [
        ...(isUsed ? [] : [`${id} (${kind}) is used by nothing`]),
        ...(isOfKind ? [] : [`${id} (${kind}) leads to ${part} of another kind`]),
      ];
    });
    return [...own, ...lost, ...others].map((fault) => `${source === "" ? "the package" : source}: ${fault}`);
  });
  const rels = opened.names.filter((name) => name.endsWith(".rels"));
  const known = new Set(sources.map(relationshipsName));
  return [
    ...faults,
    ...rels.filter((name) => !known.has(name)).map((name) => `${name} belongs to no part`),
    ...sources
      .filter((name) => name !== "" && !reached.has(name) && name !== "[Content_Types].xml")
      .map((name) => `${name} is reached from nowhere`),
  ];
}

/** What is wrong with a .docx, .pptx or .xlsx, the workbooks in it included. */
export function packageFaults(file: Uint8Array): readonly string[] {
  const opened = openedPackage(file);
  const embedded = opened.names
    .filter((name) => name.endsWith(".xlsx"))
    .flatMap((name) => packageFaults(opened.bytes(name)).map((fault) => `${name}: ${fault}`));
  return [
    ...opened.faults,
    ...typeFaults(opened),
    ...relationshipFaults(opened),
    ...chartFaults(opened),
    ...documentFaults(opened),
    ...slideFaults(opened),
    ...workbookFaults(opened),
    ...embedded,
  ];
}
