/** What a file says of itself beside its content: title, who issues it, and as of when; never the clock. */
import { type Part, type Relationship, xmlHead } from "./package.ts";
import { escaped } from "./xml.ts";

/** Title, issuer, and the moment of the state that is quoted (ISO 8601). */
export interface FileProperties {
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  readonly createdAt: string;
}

const core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/** The relationship by which a package leads to its properties. */
export const propertiesRelationship: Relationship = {
  kind: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  part: "docProps/core.xml",
};

/** The part with the properties. */
export function propertiesPart({ title, creator, description, createdAt }: FileProperties): Part {
  const moment = `${createdAt.slice(0, 19)}Z`;
  const spaces = [
    `xmlns:cp="${core}"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(" ");
  const texts = [
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`,
    `<dc:description>${escaped(description)}</dc:description><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified><dc:language>zh-CN</dc:language>`,
  ];
  return {
    name: "docProps/core.xml",
    type: "application/vnd.openxmlformats-package.core-properties+xml",
    content: `${xmlHead}<cp:coreProperties ${spaces}>${texts.join("")}</cp:coreProperties>`,
  };
}
