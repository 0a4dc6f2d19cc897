/** All files of a briefing in one archive (材料包): the same bytes for the same files. */
import { zipped } from "../office/zip.ts";
import type { BriefingFile } from "./files.ts";

/** What the archive is called; of an issued briefing it is asked for by this name beside the files that are kept. */
export const packName = "材料包.zip";

/** Packed already: to pack them again takes time and spares nothing. */
const isPacked = (name: string) => /\.(docx|pptx|xlsx|zip|png)$/.test(name);

/** The archive of files, in their order. */
export function packedFile(files: readonly BriefingFile[]): BriefingFile {
  const content = zipped(files.map(({ name, content }) => ({ name, content, isStored: isPacked(name) })));
  return { name: packName, mediaType: "application/zip", content };
}
