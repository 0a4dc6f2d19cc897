/** What the thread that makes files is told and says: values alone, which are copied to it. */
import type { BriefingFileKey } from "../contract/briefing.ts";
import type { BriefingContent } from "../exports/briefing/briefing.ts";
import type { BriefingFile } from "../exports/briefing/files.ts";
import type { PictureOrder } from "../exports/pictures/index.ts";
import type { FlatSource } from "../reads/flat-figures.ts";

/** What files are made of; the flat list is reckoned where they are made, so that nobody waits for it. */
export interface OrderedContent extends Omit<BriefingContent, "flat"> {
  readonly flatSource: FlatSource;
}

/** Files to make of a briefing, all in one archive (材料包) where `isPacked`; files that are there to put into one; or the picture of a chart. */
export type FileOrder =
  | {
      readonly kind: "make";
      readonly files: readonly BriefingFileKey[];
      readonly isPacked: boolean;
      readonly content: OrderedContent;
    }
  | { readonly kind: "pack"; readonly files: readonly BriefingFile[] }
  | { readonly kind: "picture"; readonly picture: PictureOrder };

/** What the thread answers; `fault` is a mistake of ours, by its stack. */
export type Made =
  | { readonly ok: true; readonly files: readonly BriefingFile[] }
  | { readonly ok: false; readonly fault: string };
