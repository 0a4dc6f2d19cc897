/** All files of a briefing together (材料包): each made of the same value, without clock or chance. */
import type { BuiltSection } from "../../domain/briefing-skeleton.ts";
import type { BriefingFigures } from "./briefing.ts";
import { briefingDocument, type SkeletonPart } from "./document.ts";
import { briefingFiles } from "./index.ts";

/** What the files are made of: the figures, the text as the office builds it, and under which number and when it goes out. */
export interface BriefingContent extends BriefingFigures {
  readonly sections: readonly BuiltSection[];
  readonly number: { readonly year: number; readonly number: number };
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** A file as it goes out. */
export interface BriefingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Makes all files of a briefing. */
export type MakeBriefingFiles = (content: BriefingContent) => Promise<readonly BriefingFile[]>;

const partOf = ({ kind, heading, paragraphs }: BuiltSection): SkeletonPart =>
  kind === "own" ? { kind, heading, paragraphs } : { kind: "section", key: kind };

/** The 通报 with the office's sections, signed by who issues it. */
function builtDocument({ briefing, sections, day }: BriefingContent): Uint8Array {
  const made = sections.flatMap(({ kind, heading, paragraphs }) =>
    kind === "own" ? [] : [{ key: kind, heading, paragraphs: [...paragraphs] }],
  );
  return briefingDocument({ ...briefing, sections: made }, sections.map(partOf), {
    unit: briefing.plan.issuer.zh,
    day,
  });
}

/** The files, in the order in which they are offered. */
export const issuedFiles: MakeBriefingFiles = async (content) =>
  Object.entries(briefingFiles).map(([key, { name, extension, mediaType, make }]) => ({
    name: `${name}.${extension}`,
    mediaType,
    content: key === "document" ? builtDocument(content) : make(content),
  }));
