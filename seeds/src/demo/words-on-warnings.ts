/** What a reporter says where the checks ask for a word, found by the checks themselves. */
import type { FindingCode } from "@beizeng/server/domain/check-list.ts";
import { checkObservation } from "@beizeng/server/domain/checks.ts";
import type { Measure, Observation, Target } from "@beizeng/server/domain/model.ts";
import type { Month } from "@beizeng/server/domain/month.ts";
import { type Figures, type FollowedMeasure, monthIn, type Series, scaled } from "./followed-measure.ts";

/** Nothing but warnings can be answered. */
const answers: Readonly<Partial<Record<FindingCode, string>>> = {
  jump: "演示：本期集中入库或投产，已核对。",
  unchanged: "演示：本期确无变化，已核对。",
  "above-target": "演示：超额完成，名单已核对。",
};

/** The word for each period at which something odd is reported, given what was reported before it. */
export function wordsOnWarnings(followed: FollowedMeasure, reported: Series): ReadonlyMap<Month, string> {
  const targets = followed.aims.map((aim) => checkedTarget(followed, aim));
  const words = new Map<Month, string>();
  const observations: Observation[] = [];
  for (const [period, figures] of reported) {
    const observation = observed(period, figures);
    // The last report may still wait for review when this one is handed in: it is checked against the one before then.
    const findings = [observations, observations.slice(0, -1)].flatMap((accepted) =>
      checkObservation(checkedMeasure(followed, accepted), targets, observation),
    );
    const word = findings.map(({ code }) => answers[code]).find((answer) => answer !== undefined);
    if (word !== undefined) words.set(period, word);
    observations.push(observation);
  }
  return words;
}

function observed(
  month: Month,
  {
    entries = null,
    exits = null,
    stock = null,
    amount = null,
  }: {
    [Field in keyof Figures]?: Figures[Field] | null;
  },
): Observation {
  return { month, entries, exits, stock, amount, isCorrected: false };
}

function checkedMeasure({ measure, decimals }: FollowedMeasure, observations: readonly Observation[]): Measure {
  const { key, nature, opening } = measure;
  return {
    key,
    nature,
    unit: { zh: "", en: "" },
    decimals,
    isIndivisible: false,
    opening:
      opening === null
        ? null
        : {
            month: monthIn(opening.month),
            amount: scaled(opening.value.digits / 10 ** opening.value.decimals, decimals),
            isImplied: opening.implied !== null,
          },
    observations,
  };
}

function checkedTarget(
  { measure }: FollowedMeasure,
  { target, origin, deadline }: FollowedMeasure["aims"][number],
): Target {
  const { key, reading, comparator, direction, hardness, value, stretch } = target;
  return {
    key,
    measure: measure.key,
    reading,
    comparator,
    direction,
    hardness,
    origin,
    deadline,
    curve: { kind: "none", calendars: [], points: null },
    revisions: [{ from: origin, value, stretch }],
  };
}
