/** A skeleton while it is edited: its sections keep who they are when they are moved. */
import type { BriefingSkeleton, SkeletonTrial } from "../../api/types.ts";

type Section = SkeletonTrial["sections"][number];
type Annex = SkeletonTrial["annexes"][number];
/** What a section is made of: sentences of the product, or text of the office alone. */
export type SectionKind = Section["kind"];

/** A section of the draft. */
export interface DraftSection extends Section {
  readonly id: number;
}

/** What is edited. */
export interface Draft {
  readonly sections: readonly DraftSection[];
  readonly annexes: readonly Annex[];
}

/** The annexes that a document prints, in their order. */
export const printedAnnexes = [
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
] as const satisfies readonly Annex[];

/** The sections that the product makes, in the order of a 通报. */
export const madeKinds = ["overall", "problems", "next"] as const satisfies readonly SectionKind[];

/** A skeleton as a draft of it begins. */
export const draftOf = ({ sections, annexes }: SkeletonTrial | BriefingSkeleton): Draft => ({
  sections: sections.map((section, id) => ({ ...section, id })),
  annexes,
});

/** What is sent of a draft. */
export const skeletonOf = ({ sections, annexes }: Draft): SkeletonTrial => ({
  sections: sections.map(({ kind, heading, text }) => ({ kind, heading, text })),
  annexes: [...annexes],
});

/** True where a draft is what stands. */
export const isSame = (draft: Draft, skeleton: SkeletonTrial | BriefingSkeleton): boolean =>
  JSON.stringify(skeletonOf(draft)) === JSON.stringify(skeletonOf(draftOf(skeleton)));

/** A section a place further up (−1) or down (1); the same draft at an end. */
export function moved(draft: Draft, id: number, by: -1 | 1): Draft {
  const from = draft.sections.findIndex((section) => section.id === id);
  const to = from + by;
  const section = draft.sections[from];
  if (section === undefined || to < 0 || to >= draft.sections.length) return draft;
  return { ...draft, sections: draft.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

/** A section with other words. */
export const reworded = (draft: Draft, id: number, said: Partial<Pick<Section, "heading" | "text">>): Draft => ({
  ...draft,
  sections: draft.sections.map((section) => (section.id === id ? { ...section, ...said } : section)),
});

/** Without a section. */
export const without = (draft: Draft, id: number): Draft => ({
  ...draft,
  sections: draft.sections.filter((section) => section.id !== id),
});

/** With another section at the end. */
export const withSection = (draft: Draft, kind: SectionKind, heading: string): Draft => ({
  ...draft,
  sections: [
    ...draft.sections,
    { id: Math.max(-1, ...draft.sections.map(({ id }) => id)) + 1, kind, heading, text: "" },
  ],
});

/** With an annex or without it, in the order of the document. */
export function switched(draft: Draft, annex: Annex): Draft {
  const isOn = draft.annexes.includes(annex);
  const wanted = isOn ? draft.annexes.filter((each) => each !== annex) : [...draft.annexes, annex];
  const inOrder: readonly Annex[] = printedAnnexes;
  return { ...draft, annexes: wanted.toSorted((one, other) => inOrder.indexOf(one) - inOrder.indexOf(other)) };
}

/** True where nothing is left empty that the server asks for. */
export const isWhole = ({ sections }: Draft): boolean =>
  sections.length > 0 &&
  sections.every(({ kind, heading, text }) => heading.trim() !== "" && (kind !== "own" || text.trim() !== ""));
