import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";

/** What was achieved, or 未报 where nothing ever was; a value of an earlier month and a corrected one say so. */
export function AchievedValue({ assessment }: { readonly assessment: Assessment }) {
  const { t, month } = useWords();
  const { achieved, light, judgedMonth, isCarriedForward, isCorrected } = assessment;
  const isUnreported = light === "unreported" && achieved.value === null;
  return (
    <>
      {isUnreported ? t("value.unreported") : achieved.text}
      {isCarriedForward && judgedMonth && (
        <small className="aside">{t("value.carried", { month: month(judgedMonth) })}</small>
      )}
      {isCorrected && <small className="aside">{t("value.corrected")}</small>}
    </>
  );
}
