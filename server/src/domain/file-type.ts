/** What a file is, told by its bytes alone: its name and what a browser says of it prove nothing. TRUST S8. */

/** The kinds of files that prove figures, with the name's ending. */
export const fileTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type FileEnding = keyof typeof fileTypes;

const beginnings: readonly { readonly ending: FileEnding; readonly bytes: readonly number[] }[] = [
  { ending: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { ending: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: "jpg", bytes: [0xff, 0xd8, 0xff] },
];
const beginningOfArchive = [0x50, 0x4b, 0x03, 0x04];
const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const directoryEndBytes = 22;
const longestComment = 0xffff;
const entryBytes = 46;
/** More members than any honest office document has. */
const mostMembers = 5000;

function beginsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, place) => content[place] === byte);
}

/** Where the table of an archive's members is told, -1 where it is not. */
function placeOfEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - directoryEndBytes - longestComment);
  for (let place = view.byteLength - directoryEndBytes; place >= first; place -= 1) {
    if (view.getUint32(place, true) === directoryEnd) {
      return place;
    }
  }
  return -1;
}

/** The names of an archive's members as its own table lists them; none where the table is not whole. */
function membersOf(content: Uint8Array): readonly string[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const end = placeOfEnd(view);
  if (end < 0) {
    return [];
  }
  const count = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let member = 0; member < Math.min(count, mostMembers); member += 1) {
    if (place + entryBytes > end || view.getUint32(place, true) !== directoryEntry) {
      return [];
    }
    const nameBytes = view.getUint16(place + 28, true);
    const extraBytes = view.getUint16(place + 30, true);
    const commentBytes = view.getUint16(place + 32, true);
    const begin = place + entryBytes;
    names.push(String.fromCharCode(...content.subarray(begin, begin + nameBytes)));
    place = begin + nameBytes + extraBytes + commentBytes;
  }
  return names;
}

function officeDocument(content: Uint8Array): FileEnding | null {
  const members = membersOf(content);
  const hasMacros = members.some((name) => /vbaProject\.bin$/i.test(name));
  if (hasMacros || !members.includes("[Content_Types].xml")) {
    return null;
  }
  if (members.includes("word/document.xml")) {
    return "docx";
  }
  return members.includes("xl/workbook.xml") ? "xlsx" : null;
}

/** The kind of a file by its bytes; null for every other kind, and for office documents with macros. */
export function fileTypeOf(content: Uint8Array): FileEnding | null {
  if (beginsWith(content, beginningOfArchive)) {
    return officeDocument(content);
  }
  return beginnings.find(({ bytes }) => beginsWith(content, bytes))?.ending ?? null;
}

const longestName = 80;

/** A file's name without folders and control characters, not too long, with the ending of what it is. */
export function fileNameOf(name: string, ending: FileEnding): string {
  const stem = name
    .replace(/^.*[/\\]/s, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{C}"<>:|?*]/gu, "")
    .trim();
  return `${[...stem].slice(0, longestName).join("") || "file"}.${ending}`;
}
