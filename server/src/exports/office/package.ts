/** The package of an Office file: its parts, what each part leads to, and what kind of content each is. */
import { escaped } from "./xml.ts";
import { type ZippedFile, zipped } from "./zip.ts";

/** What stands first in every part of XML. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespace of relationships, by which a part names where it leads. */
export const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const packaged = "http://schemas.openxmlformats.org/package/2006";

/** Where a part leads: another part by its name, under a kind such as `chart`. */
export interface Relationship {
  readonly kind: string;
  readonly part: string;
}

/** A part such as `word/document.xml`; its first relationship is `rId1`, the second `rId2`. */
export interface Part {
  readonly name: string;
  /** The kind of its content as Office names it. */
  readonly type: string;
  readonly content: ZippedFile["content"];
  readonly leadsTo?: readonly Relationship[];
}

/** The address of a part as seen from the folder of another: `../charts/chart1.xml`. */
function addressFrom(folder: readonly string[], part: string): string {
  const to = part.split("/");
  let shared = 0;
  while (shared < folder.length && folder[shared] === to[shared]) shared += 1;
  return [...folder.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

const typeOf = (kind: string) => (kind.includes("://") ? kind : `${relationshipNamespace}/${kind}`);

function relationshipsXml(folder: readonly string[], leadsTo: readonly Relationship[]): string {
  const written = leadsTo.map(
    ({ kind, part }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${typeOf(kind)}" Target="${escaped(addressFrom(folder, part))}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${written.join("")}</Relationships>`;
}

const endingOf = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/** XML is named part by part; of anything else its ending says what it is. */
function typesXml(parts: readonly Part[]): string {
  const endings = new Map([
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
  ]);
  const overrides: string[] = [];
  for (const { name, type } of parts) {
    const ending = endingOf(name);
    if (ending === "xml") overrides.push(`<Override PartName="/${escaped(name)}" ContentType="${type}"/>`);
    else endings.set(ending, type);
  }
  const defaults = [...endings].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  return `${xmlHead}<Types xmlns="${packaged}/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}

/** The bytes of a package that begins at `start`: the same for the same parts. */
export function packageBytes(start: readonly Relationship[], parts: readonly Part[]): Uint8Array {
  return zipped([
    { name: "[Content_Types].xml", content: typesXml(parts) },
    { name: "_rels/.rels", content: relationshipsXml([], start) },
    ...parts.flatMap(({ name, content, leadsTo = [] }) => {
      if (leadsTo.length === 0) return [{ name, content }];
      const path = name.split("/");
      const folder = path.slice(0, -1);
      const rels = `${[...folder, "_rels", path.at(-1) ?? ""].join("/")}.rels`;
      return [
        { name, content },
        { name: rels, content: relationshipsXml(folder, leadsTo) },
      ];
    }),
  ]);
}
