import type { TargetAdjustment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
import { Original } from "./original.tsx";

/** 目标调整: the old target, the new one, from which month, by which document. */
export function AdjustmentNote({
  adjustment: { former, text, from, document },
}: {
  readonly adjustment: TargetAdjustment;
}) {
  const { t, say, month } = useWords();
  return (
    <>
      {t("value.adjusted", { former: say(former), text: say(text), month: month(from) })}
      {document !== null && (
        <>
          {t("value.adjustedBy")}
          <Original>{document}</Original>
        </>
      )}
    </>
  );
}
