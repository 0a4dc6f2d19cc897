import type { Assessment } from "../api/types.ts";
import type { BulletValues } from "../charts/bullet-marks.tsx";

/** An assessment as shares of its target, for drawing only: the figures beside the bar are the API's texts. */
export function completionValues(assessment: Assessment): BulletValues {
  const { completion, completionBasis, scheduleShare, stretch, start, targetValue, light, isCarriedForward } =
    assessment;
  const origin = completionBasis === "whole" ? 0 : start.value;
  const way = targetValue.value === null || origin === null ? 0 : targetValue.value - origin;
  return {
    achieved: completion.value,
    expected: completionBasis === "increment" ? scheduleShare.value : null,
    target: 1,
    stretch: stretch?.value == null || origin === null || way === 0 ? null : (stretch.value - origin) / way,
    light,
    isCarriedForward,
  };
}
