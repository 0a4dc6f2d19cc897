/** How a briefing is built (框架): which sections in which order, with which text of the office's own, and which annexes. */
import { type SectionKey, sectionKeys, sectionNames } from "./briefing-words.ts";
import type { Text } from "./model.ts";

/** The tables that can follow the text as 附件. */
export const annexKeys = [
  "chains",
  "departments",
  "reporting",
  "appraisal",
  "behind",
  "heat-map",
  "outlook",
  "changes",
  "reconciliations",
  "corrections",
] as const;
export type AnnexKey = (typeof annexKeys)[number];

/** What a section holds: sentences made from the figures, or text of the office's own alone. */
export const sectionKinds = [...sectionKeys, "own"] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A section with its heading (without number) and the office's own text, a paragraph a line, before what is made. */
export interface SkeletonSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly text: string;
}

/** The sections and annexes of a plan's briefings. */
export interface Skeleton {
  readonly sections: readonly SkeletonSection[];
  readonly annexes: readonly AnnexKey[];
}

/** The product's own, until an office sets another. */
export const plainSkeleton: Skeleton = {
  sections: sectionKeys.map((kind) => ({ kind, heading: sectionNames[kind], text: "" })),
  annexes: ["chains", "departments", "reporting"],
};

/** A section as it is printed. */
export interface BuiltSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** The sections of a briefing built by a skeleton: the office's text as it was written, before the sentences of the figures. */
export function builtSections(
  { sections }: Skeleton,
  made: readonly { readonly key: SectionKey; readonly paragraphs: readonly string[] }[],
): BuiltSection[] {
  return sections.map(({ kind, heading, text }) => {
    const own = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return { kind, heading, paragraphs: [...own, ...(made.find(({ key }) => key === kind)?.paragraphs ?? [])] };
  });
}

/** What is wrong with a skeleton; null where nothing is. */
export function skeletonFault({ sections, annexes }: Skeleton): Text | null {
  const made = sections.flatMap(({ kind }) => (kind === "own" ? [] : [kind]));
  if (sections.length === 0) return { zh: "至少要有一个部分", en: "there must be a section" };
  if (new Set(made).size < made.length) return { zh: "同一部分出现了两次", en: "a section stands twice" };
  if (new Set(annexes).size < annexes.length) return { zh: "同一附件出现了两次", en: "an annex stands twice" };
  if (sections.some(({ heading }) => heading.trim() === "")) return { zh: "标题不能空着", en: "a heading is empty" };
  if (sections.some(({ kind, text }) => kind === "own" && text.trim() === "")) {
    return { zh: "自写部分没有内容", en: "a section of one's own has no text" };
  }
  return null;
}
