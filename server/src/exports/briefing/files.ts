/** Files of a briefing, each made of the same value, without clock or chance. */
import type { BriefingFileKey } from "../../contract/briefing.ts";
import type { BriefingContent } from "./briefing.ts";
import { briefingFiles } from "./index.ts";

/** A file as it goes out. */
export interface BriefingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** The files of those kinds, in the order in which they are asked for. */
export async function madeFiles(content: BriefingContent, keys: readonly BriefingFileKey[]): Promise<BriefingFile[]> {
  const files: BriefingFile[] = [];
  for (const key of keys) {
    const { name, extension, mediaType, make } = briefingFiles[key];
    files.push({ name: `${name}.${extension}`, mediaType, content: await make(content) });
  }
  return files;
}
