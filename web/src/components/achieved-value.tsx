import type { TFunction } from "i18next";
import type { Assessment } from "../api/types.ts";
import { useWords } from "../words/use-words.ts";
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

/**
 * What was achieved: the figure, 未报 where one is due and none is known, a word for a milestone. A figure that was
 * reported leads to its life; a sum has none of its own.
 */
export function AchievedText({ assessment }: { readonly assessment: Assessment }) {
  const { t, say } = useWords();
  const { achieved, achievedText, reading, rollUp, judgedMonth, measure } = assessment;
  const isWord = reading === "done" && achieved.value !== null;
  const text = isWord ? t(achieved.value === 1 ? "value.done" : "value.notDone") : say(achievedText);
  if (achieved.value === null || rollUp !== null || judgedMonth === null) return <>{text}</>;
  return (
    <FigureLife measure={measure} month={judgedMonth}>
      {text}
    </FigureLife>
  );
}

/** 更正 with the figure that stood before, where there was one; null for what stands as it was first accepted. */
export function correctionNote(
  t: TFunction,
  { isCorrected, correctedFrom }: Pick<Assessment, "isCorrected" | "correctedFrom">,
): string | null {
  if (!isCorrected) return null;
  return correctedFrom === null ? t("value.corrected") : t("value.correctedFrom", { value: correctedFrom.text });
}

/** Says that a value is from an earlier month, or stands by a correction; nothing for any other. */
export function AchievedNotes({ assessment }: { readonly assessment: Assessment }) {
  const { t, month } = useWords();
  const { judgedMonth, isCarriedForward } = assessment;
  const notes = [
    isCarriedForward && judgedMonth && t("value.carried", { month: month(judgedMonth) }),
    correctionNote(t, assessment),
  ].filter(Boolean);
  return notes.length > 0 && <small className="aside">{notes.join(" · ")}</small>;
}
