import type { PlanAddition } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { Original } from "./original.tsx";

/** 增补: from which month something that was added counts, why, and by which document. */
export function AdditionNote({ addition: { from, reason, document } }: { readonly addition: PlanAddition }) {
  const { t, month } = useWords();
  return (
    <>
      {t("plan.added", { month: month(from), reason })}
      {document !== null && (
        <>
          {t("value.adjustedBy")}
          <Original>{document}</Original>
        </>
      )}
    </>
  );
}
