import type { TargetAdjustment } from "../api/types.ts";
import type { useWords } from "../words/use-words.ts";

/** 目标调整: the old target, the new one, from which month, by which document. */
export function adjustmentNote(
  { t, say, month }: Pick<ReturnType<typeof useWords>, "t" | "say" | "month">,
  { former, text, from, document }: TargetAdjustment,
): string {
  return t("value.adjusted", {
    former: say(former),
    text: say(text),
    month: month(from),
    document: document === null ? "" : t("value.adjustedBy", { document }),
  });
}
