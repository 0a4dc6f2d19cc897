/** The package of an Office file opened: its parts, their kinds, and where each leads. */
import { unpacked, zipDirectory } from "@beizeng/server/imports/zip-directory.ts";
import { readXml, type XmlElement } from "./xml-tree.ts";

/** A relationship of a part; `part` is null where its target is not in the package. */
interface OpenedRelationship {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** A package whose XML could be read. */
export interface OpenedPackage {
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array;
  /** Parts of XML, those of relationships and kinds left out. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  /** Empty for the package itself. */
  readonly relationships: (part: string) => readonly OpenedRelationship[];
  readonly defaults: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
  /** What kept a part from being read. */
  readonly faults: readonly string[];
}

/** The kind of content that a part is declared to be, empty where nothing says so. */
export const typeOfPart = ({ overrides, defaults }: OpenedPackage, name: string): string =>
  overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf(".") + 1)) ?? "";

/** The name of the part that holds the relationships of another. */
export function relationshipsName(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function resolved(source: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else path.push(step);
  }
  return path.join("/");
}

const isXml = (name: string) => /\.(xml|rels|vml)$/.test(name);

/** Opens a package; never throws for what stands in it. */
export function openedPackage(file: Uint8Array): OpenedPackage {
  const entries = zipDirectory(file);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const faults: string[] = [];
  const bytes = (name: string) => {
    const entry = byName.get(name);
    return entry === undefined ? new Uint8Array() : unpacked(file, entry);
  };
  const read = new Map<string, XmlElement>();
  for (const name of byName.keys()) {
    if (!isXml(name)) continue;
    try {
      read.set(name, readXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes(name))));
    } catch (error) {
      faults.push(`${name} is no XML: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const types = read.get("[Content_Types].xml")?.children ?? [];
  const declared = (element: string, attribute: string) =>
    types
      .filter(({ name }) => name === element)
      .map(({ attributes }) => [attributes.get(attribute) ?? "", attributes.get("ContentType") ?? ""] as const);
  const overrides = declared("Override", "PartName").map(([name, type]) => [name.replace(/^\//, ""), type] as const);
  const defaults = declared("Default", "Extension");
  for (const [what, list] of [
    ["Override", overrides],
    ["Default", defaults],
  ] as const) {
    if (new Set(list.map(([name]) => name)).size !== list.length) faults.push(`an ${what} stands twice`);
  }
  return {
    names: [...byName.keys()],
    bytes,
    trees: new Map([...read].filter(([name]) => name !== "[Content_Types].xml" && !name.endsWith(".rels"))),
    relationships: (part) =>
      (read.get(relationshipsName(part))?.children ?? []).map(({ attributes }) => ({
        id: attributes.get("Id") ?? "",
        kind: (attributes.get("Type") ?? "").replace(/^.*\//, ""),
        part: resolved(part, attributes.get("Target") ?? ""),
      })),
    defaults: new Map(defaults),
    overrides: new Map(overrides),
    faults,
  };
}
