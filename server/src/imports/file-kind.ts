/** What a file is, by its bytes: its name says nothing. */
import { FaultyFile } from "./faults.ts";
import { limits } from "./limits.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** A workbook in a zip (.xlsx, .ods) with its parts, or one in the compound file of old (.xls, .et). */
export type WorkbookFile =
  | { readonly kind: "xlsx" | "ods"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "compound" };

const startsWith = (bytes: Uint8Array, beginning: readonly number[]) =>
  beginning.every((byte, index) => bytes[index] === byte);

const zipBeginning = [0x50, 0x4b, 0x03, 0x04];
const compoundBeginning = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function kindOfZip(entries: readonly ZipEntry[]): "xlsx" | "ods" {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const holds = (beginning: string) => [...names].some((name) => name.startsWith(beginning));
  if (holds("xl/vbaproject") || holds("basic/") || holds("scripts/")) throw new FaultyFile("holds-macros");
  if (names.has("xl/workbook.bin")) throw new FaultyFile("binary-workbook");
  if (names.has("[content_types].xml") && holds("xl/")) return "xlsx";
  if (names.has("mimetype") && names.has("content.xml")) return "ods";
  // How newer programs keep an .ods with a password.
  if (names.has("encrypted-package")) throw new FaultyFile("encrypted");
  throw new FaultyFile("not-a-workbook");
}

/** The kind of a file that is bearable as far as can be told without unpacking it. Throws `FaultyFile`. */
export function fileKind(bytes: Uint8Array): WorkbookFile {
  if (bytes.length === 0) throw new FaultyFile("empty");
  if (bytes.length > limits.bytes) throw new FaultyFile("too-large");
  if (startsWith(bytes, compoundBeginning)) return { kind: "compound" };
  if (!startsWith(bytes, zipBeginning)) throw new FaultyFile("not-a-workbook");
  const entries = zipDirectory(bytes);
  return { kind: kindOfZip(entries), entries };
}
