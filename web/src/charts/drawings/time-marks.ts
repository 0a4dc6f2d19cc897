/** What the charts over time show, of the answers that their pages are given. */
import type { DepartmentHistories, DepartmentHistory, StepGroup } from "../../api/types.ts";
import { quotationLine } from "../../words/quotation-line.ts";
import type { Words } from "../../words/spoken-words.ts";
import type { StepMark } from "../step-chart.tsx";
import type { Panels } from "./panels.ts";

/** The height of the chart of quarters in px. */
export const stepsHeight = 236;
/** So many sources have a shade of their own; what the others brought is paler than any. */
export const stepShades = 4;

/** The shade of each source: those that brought most have one of their own. */
export function tintsOf({ sources }: StepGroup): number[] {
  const order = sources
    .map(({ gained }, place) => ({ place, value: gained.value ?? 0 }))
    .sort((one, other) => other.value - one.value);
  const tints = sources.map(() => stepShades);
  for (const [rank, { place }] of order.entries()) tints[place] = Math.min(rank, stepShades);
  return tints;
}

/** The quarters of a group, and whether its figures are whole numbers. */
export function stepMarks({ t }: Words, group: StepGroup) {
  const tints = tintsOf(group);
  return {
    quarters: group.quarters.map(({ quarter, gained, due, parts }): StepMark => {
      const place = Number(quarter.slice(5)) / 3;
      return {
        key: quarter,
        year: t("month.year", { year: quarter.slice(0, 4) }),
        name: t("chain.steps.quarter", { place }),
        text: gained.text,
        value: gained.value,
        due: due.value,
        parts: parts.flatMap(({ source, gained: own }) =>
          own.value ? [{ key: `${source}`, value: own.value, tint: tints[source] ?? stepShades }] : [],
        ),
        isUnreported: parts.some(({ state }) => state === "unreported"),
        isCorrected: parts.some(({ isCorrected }) => isCorrected),
      };
    }),
    isWhole: group.quarters.every(({ parts }) => parts.every(({ gained }) => Number.isInteger(gained.value ?? 0))),
  };
}

/** The room that the labels of all panels' value axes need, in px, so that their months align. */
export function gutterOf({ panels }: Panels): number {
  const ticks = panels.flatMap(({ scale }) => scale.ticks.map((tick) => tick.toLocaleString("en-US").length));
  return 12 + 7 * Math.max(1, ...ticks);
}

/** The height of a history in px: one row of charts has the height of two of many. */
export const historyHeight = ({ panels }: Panels) => (panels.length > 3 ? 152 : 260);

/** The most targets that stand in any month of any of the units: the scale that they share. */
export const mostTargets = (units: readonly DepartmentHistory[]) =>
  Math.max(
    0,
    ...units.flatMap(({ months }) =>
      months.map(({ lights: counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0)),
    ),
  );

/** A unit's months as its chart draws them, with the words that stand in it. */
export function unitMarks({ t }: Words, { months, periods }: DepartmentHistory) {
  const last = months.findLast(({ composite }) => composite.value !== null);
  return {
    months: months.map((each) => ({ ...each, composite: each.composite.value })),
    periods,
    words: {
      composite: t("departments.composite"),
      lights: t("unitHistory.lights"),
      reports: t("unitHistory.reports"),
      last: last?.composite.text ?? "",
    },
  };
}

/** What a unit's months are asked by: horizon and attribution before the rest. */
export const unitHistorySubtitle = (words: Words, { horizon, attribution, quotation }: DepartmentHistories) =>
  [words.horizon(horizon), words.t(`departments.attribution.${attribution}`), quotationLine(words, quotation)].join(
    " · ",
  );
