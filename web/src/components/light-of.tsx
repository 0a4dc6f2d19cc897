import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { LightBadge } from "./light-badge.tsx";
import { Why } from "./why.tsx";

/** The light of a target with the sentence of how it came about. */
export function LightOf({ assessment }: { readonly assessment: Assessment }) {
  const { say } = useWords();
  return (
    <Why sentence={say(assessment.explanation)}>
      <LightBadge light={assessment.light} isMetLate={assessment.metLateAt !== null} />
    </Why>
  );
}
