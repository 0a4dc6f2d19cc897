import type { ReactNode } from "react";
import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { achievedInWords, achievedNotes } from "./assessment-words.ts";
import { FigureLife } from "./figure-life.tsx";

/** What was achieved, with the notes that belong to it. */
export function AchievedValue({ assessment }: { readonly assessment: Assessment }) {
  return (
    <>
      <AchievedText assessment={assessment} />
      <AchievedNotes assessment={assessment} />
    </>
  );
}

/** A figure that was reported as the way to its life; a sum, or what is not reported, as it stands. */
export function Origin({ assessment, children }: { assessment: Assessment | undefined; children: ReactNode }) {
  if (!assessment || assessment.achieved.value === null || assessment.rollUp !== null) return <>{children}</>;
  const { measure, judgedMonth } = assessment;
  if (judgedMonth === null) return <>{children}</>;
  return (
    <FigureLife measure={measure} month={judgedMonth}>
      {children}
    </FigureLife>
  );
}

/**
 * What was achieved: the figure, 未报 where one is due and none is known, a word for a milestone. A figure that was
 * reported leads to its life; a sum has none of its own.
 */
export function AchievedText({ assessment }: { readonly assessment: Assessment }) {
  return <Origin assessment={assessment}>{achievedInWords(useWords(), assessment)}</Origin>;
}

/** What is to be said of a value beside its figure, as a line of its own; nothing where there is nothing. */
export function AchievedNotes({ assessment }: { readonly assessment: Assessment }) {
  const notes = achievedNotes(useWords(), assessment);
  return notes.length > 0 && <small className="aside">{notes.join(" · ")}</small>;
}
