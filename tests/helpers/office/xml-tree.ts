/** XML read strictly: whatever is not well-formed, with every prefix declared, throws. What Office does not take is not taken. */

/** An element; `text` is what stands in it directly. Attributes go by their written names. */
export interface XmlElement {
  readonly name: string;
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const namePattern = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error("a character that XML forbids");
  return text.replace(/&([^;]*;?)/g, (_, written: string) => {
    const name = written.replace(/;$/, "");
    if (!written.endsWith(";")) throw new Error("a bare &");
    const code = /^#(\d+)$/.exec(name)?.[1] ?? null;
    const hex = /^#x([0-9a-f]+)$/i.exec(name)?.[1] ?? null;
    if (code !== null) return String.fromCodePoint(Number(code));
    if (hex !== null) return String.fromCodePoint(Number.parseInt(hex, 16));
    const character = known[name];
    if (character === undefined) throw new Error(`an unknown entity &${name};`);
    return character;
  });
}

type Spaces = ReadonlyMap<string, string>;

function spacesOf(attributes: ReadonlyMap<string, string>, outer: Spaces): Spaces {
  const own = [...attributes].flatMap(([name, value]): [string, string][] => {
    if (name === "xmlns") return [["", value]];
    return name.startsWith("xmlns:") ? [[name.slice(6), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

const prefixOf = (name: string) => (name.includes(":") ? name.slice(0, name.indexOf(":")) : "");

function reader(source: string) {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${source.slice(Math.max(0, at - 30), at + 30)}`);
  };
  const expect = (text: string) => {
    if (!source.startsWith(text, at)) fail(`${text} is missing`);
    at += text.length;
  };
  const skipSpace = () => {
    const from = at;
    while (/\s/.test(source[at] ?? "")) at += 1;
    return at > from;
  };
  const readName = () => {
    namePattern.lastIndex = at;
    const [name] = namePattern.exec(source) ?? fail("no name");
    at += name.length;
    return name;
  };
  const readAttributes = () => {
    const attributes = new Map<string, string>();
    while (skipSpace() && /[A-Za-z_]/.test(source[at] ?? "")) {
      const name = readName();
      expect("=");
      const quote = source[at] === "'" ? "'" : '"';
      expect(quote);
      const end = source.indexOf(quote, at);
      const value = end < 0 ? fail("an open attribute") : source.slice(at, end);
      if (value.includes("<")) fail("< in an attribute");
      if (attributes.has(name)) fail(`${name} twice`);
      attributes.set(name, plain(value));
      at = end + 1;
    }
    return attributes;
  };
  const readElement = (outer: Spaces): XmlElement => {
    expect("<");
    const name = readName();
    const attributes = readAttributes();
    const spaces = spacesOf(attributes, outer);
    for (const each of [name, ...attributes.keys()]) {
      const prefix = prefixOf(each);
      if (prefix !== "" && prefix !== "xmlns" && prefix !== "xml" && !spaces.has(prefix))
        fail(`${each} has no namespace`);
    }
    const element: XmlElement = { name, space: spaces.get(prefixOf(name)) ?? "", attributes, children: [], text: "" };
    if (source.startsWith("/>", at)) {
      at += 2;
      return element;
    }
    expect(">");
    while (!source.startsWith("</", at)) {
      if (source[at] === "<") {
        element.children.push(readElement(spaces));
        continue;
      }
      const end = source.indexOf("<", at);
      if (end < 0) fail(`${name} does not end`);
      element.text += plain(source.slice(at, end));
      at = end;
    }
    expect(`</${name}`);
    skipSpace();
    expect(">");
    return element;
  };
  return () => {
    if (source.startsWith("<?xml")) at = source.indexOf("?>") + 2;
    skipSpace();
    const root = readElement(new Map());
    skipSpace();
    if (at !== source.length) fail("something after the end");
    return root;
  };
}

/** The root of a document; throws where it is not well-formed. Comments, CDATA and DOCTYPE are faults: no part needs them. */
export const readXml = (source: string): XmlElement => reader(source)();

/** An element with all that stand in it, in the order of the document. */
export function everyElement(root: XmlElement): readonly XmlElement[] {
  return [root, ...root.children.flatMap(everyElement)];
}

/** All elements of a name within an element, however deep. */
export const allNamed = (root: XmlElement, name: string): readonly XmlElement[] =>
  everyElement(root).filter((each) => each.name === name);

/** The first child of a name, or null. */
export const childNamed = (element: XmlElement, name: string): XmlElement | null =>
  element.children.find((each) => each.name === name) ?? null;

/** A child's `val`, under the element's own prefix; empty where it has none. */
export function givenValue(element: XmlElement, name: string): string {
  const attributes = childNamed(element, name)?.attributes;
  return attributes?.get("val") ?? attributes?.get("w:val") ?? "";
}
