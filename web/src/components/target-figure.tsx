import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { type Stated, statedInWords } from "./assessment-words.ts";

/** A target as it stands in a column of figures, with what it was before where it was adjusted (目标调整). */
export function TargetFigure({ target }: { readonly target: Stated & Pick<Assessment, "adjustment"> }) {
  const words = useWords();
  const { adjustment } = target;
  return (
    <>
      {statedInWords(words, target)}
      {adjustment && (
        <small className="aside">{words.t("value.adjustedFrom", { value: adjustment.formerValue.text })}</small>
      )}
    </>
  );
}
