import type { Assessment } from "../api/types.ts";
import type { BulletValues } from "../charts/bullet-marks.tsx";
import { indicatorName } from "../words/indicator-name.ts";
import { useWords } from "../words/use-words.ts";
import { BulletBar } from "./bullet-bar.tsx";

/** The quantities of an assessment as marks, in the target's unit. */
const bulletOf = (assessment: Assessment): BulletValues => ({
  achieved: assessment.achieved.value,
  expected: assessment.expected.value,
  target: assessment.targetValue.value,
  stretch: assessment.stretch?.value ?? null,
  light: assessment.light,
  isCarriedForward: assessment.isCarriedForward,
});

/** The bullet bar of one target at one month. */
export function TargetBullet({ assessment, height }: { readonly assessment: Assessment; readonly height?: number }) {
  const words = useWords();
  const label = words.t("mark.sentence", {
    name: indicatorName(words, assessment),
    achieved: words.quantity(assessment.achieved.text, assessment.unit),
    target: words.quantity(assessment.targetValue.text, assessment.unit),
    expected: words.quantity(assessment.expected.text, assessment.unit),
  });
  return <BulletBar values={bulletOf(assessment)} label={label} {...(height && { height })} />;
}
