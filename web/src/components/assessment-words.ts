import type { Assessment } from "../api/types.ts";
import type { Tell } from "../words/dictionary.ts";
import { distanceIn, type Words } from "../words/spoken-words.ts";

/** What was achieved in words: the figure, 未报 where one is due and none is known, a word for a milestone. */
export function achievedInWords({ t, say }: Words, { achieved, achievedText, reading }: Assessment): string {
  const isWord = reading === "done" && achieved.value !== null;
  return isWord ? t(achieved.value === 1 ? "value.done" : "value.notDone") : say(achievedText);
}

/** Signs that a bare number does not say by itself: at least is what a target means where nothing is said. */
const signs: Record<Assessment["comparator"], string> = {
  ">=": "",
  "=": "",
  range: "",
  ">": ">",
  "<=": "≤",
  "<": "<",
};

/** What a target states. */
export type Stated = Pick<Assessment, "targetValue" | "stretch" | "comparator" | "reading">;

/** A target as it stands in a column of figures, without its unit: 15, ≤10, 3—5; a milestone is a word. */
export function statedInWords({ t }: Words, { targetValue, stretch, comparator, reading }: Stated): string {
  if (reading === "done") return t("value.done");
  if (stretch) return t("value.range", { from: targetValue.text, to: stretch.text });
  return `${signs[comparator]}${targetValue.text}`;
}

/** The light of a target as a word; 逾期完成 where a missed target was met later. */
export function lightInWords({ t }: Words, { light, metLateAt }: Pick<Assessment, "light" | "metLateAt">): string {
  if (!light) return t("light.none");
  return metLateAt === null ? t(`light.${light}`) : t("light.late");
}

/** 差N户 of a light that says that something is lacking: to the schedule, or for good to the target; null of any other. */
export function shortfallInWords(words: Words, assessment: Assessment): string | null {
  const { light, gap, remaining } = assessment;
  if (light !== "behind" && light !== "far-behind" && light !== "missed") return null;
  const lacking = light === "missed" ? remaining : gap;
  return words.t("short", { gap: distanceIn(words)(lacking.text, assessment) });
}

/** What a bar alone would contradict of its light: what is lacking, or that it is less than one and therefore nothing; null where there is nothing to say. */
export function lackInWords(words: Words, assessment: Assessment): string | null {
  return assessment.cause === "under-one-unit"
    ? words.t("shortOfOne", { one: distanceIn(words)("1", assessment) })
    : shortfallInWords(words, assessment);
}

/** 更正 with the figure that stood before, where there was one; null for what stands as it was first accepted. */
export function correctionNote(
  t: Tell,
  { isCorrected, correctedFrom }: Pick<Assessment, "isCorrected" | "correctedFrom">,
): string | null {
  if (!isCorrected) return null;
  return correctedFrom === null ? t("value.corrected") : t("value.correctedFrom", { value: correctedFrom.text });
}

/** What is to be said of a value beside its figure: that it is from an earlier month, or stands by a correction. */
export function achievedNotes({ t, month }: Words, assessment: Assessment): string[] {
  const { judgedMonth, isCarriedForward } = assessment;
  return [
    isCarriedForward && judgedMonth && t("value.carried", { month: month(judgedMonth) }),
    correctionNote(t, assessment),
  ].filter((note): note is string => typeof note === "string");
}
