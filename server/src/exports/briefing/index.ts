/** The files of a briefing, each by the word that asks for it. A new kind of file is a line here. */
import type { BriefingContent } from "./briefing.ts";
import { briefingDocument } from "./document.ts";
import { flatCsv, flatJson } from "./flat.ts";
import { briefingSlides } from "./slides.ts";
import { briefingWorkbook } from "./tables.ts";

/** A kind of file: what it is called in a file's name, how it ends, its media type, and its making. */
export interface BriefingFileKind {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly make: (content: BriefingContent) => Uint8Array | Promise<Uint8Array>;
}

/** All of them. */
export const briefingFiles = {
  document: {
    name: "通报",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: ({ briefing, ...built }) => briefingDocument(briefing, built),
  },
  slides: {
    name: "幻灯片",
    extension: "pptx",
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    make: briefingSlides,
  },
  tables: {
    name: "数据表",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    make: briefingWorkbook,
  },
  pictures: {
    name: "图表",
    extension: "zip",
    mediaType: "application/zip",
    // What draws them is loaded by whoever wants them: it takes as long as all else.
    make: async ({ briefing, charts }) => {
      const { monthPictures } = await import("../pictures/month-pictures.ts");
      return monthPictures(charts, briefing.edition?.edition ?? null);
    },
  },
  "flat-csv": { name: "平表", extension: "csv", mediaType: "text/csv; charset=utf-8", make: flatCsv },
  "flat-json": { name: "平表", extension: "json", mediaType: "application/json; charset=utf-8", make: flatJson },
} as const satisfies Readonly<Record<string, BriefingFileKind>>;
