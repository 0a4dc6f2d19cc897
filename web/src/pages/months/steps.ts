import type { PlanMonth } from "../../api/types.ts";

/** What the office can do to a period. */
export type StepKind = "close" | "ask" | "grant" | "keep" | "extend";

/** A step that somebody wants to take of a period, before it is confirmed. */
export interface WantedStep {
  readonly kind: StepKind;
  readonly month: PlanMonth;
}

/** The steps that a period allows, the likeliest first; who asked for a reopening does not decide on it while another may. */
export function stepsOf(
  { state, isEnded, undone, reopening }: PlanMonth,
  isSecondPersonThere: boolean,
): readonly StepKind[] {
  if (state === "open") {
    const mayWait = undone.length > 0;
    return [...(isEnded ? ["close" as const] : []), ...(mayWait ? ["extend" as const] : [])];
  }
  if (state === "closed") return ["ask"];
  return reopening?.isOwn === true && isSecondPersonThere ? [] : ["grant", "keep"];
}

/** How the period stands as it is told: an open one with an edition was reopened. */
export function shownState({ state, isEnded, editions }: PlanMonth) {
  if (state !== "open") return state;
  return editions.length > 0 ? "reopened" : isEnded ? "open" : "running";
}
