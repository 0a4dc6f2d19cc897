import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** Signs that a bare number does not say by itself: at least is what a target means where nothing is said. */
const signs: Record<Assessment["comparator"], string> = {
  ">=": "",
  "=": "",
  range: "",
  ">": ">",
  "<=": "≤",
  "<": "<",
};

type Stated = Pick<Assessment, "targetValue" | "stretch" | "comparator" | "reading">;

/** A target as it stands in a column of figures, without its unit: 15, ≤10, 3—5; a milestone is a word. */
function StatedFigure({ target: { targetValue, stretch, comparator, reading } }: { readonly target: Stated }) {
  const { t } = useWords();
  if (reading === "done") return <>{t("value.done")}</>;
  if (stretch) return <>{t("value.range", { from: targetValue.text, to: stretch.text })}</>;
  return <>{`${signs[comparator]}${targetValue.text}`}</>;
}

/** The same with what it was before, where it was adjusted (目标调整). */
export function TargetFigure({ target }: { readonly target: Stated & Pick<Assessment, "adjustment"> }) {
  const { t } = useWords();
  const { adjustment } = target;
  return (
    <>
      <StatedFigure target={target} />
      {adjustment && <small className="aside">{t("value.adjustedFrom", { value: adjustment.formerValue.text })}</small>}
    </>
  );
}
