/** How a measure gets on compared with its schedule, by year: the vocabulary of the scenarios. */
import { type Month, monthOfYear, yearOf } from "@beizeng/server/domain/month.ts";
import { sway } from "./accident.ts";

/**
 * Share of what is due that is done: at the beginning of 2022, then at the end of 2022, 2023, 2024 and 2025; between
 * them it moves evenly. `unrest` is how far single periods stray.
 */
type PaceStory = { readonly shares: readonly [number, number, number, number, number]; readonly unrest: number };

const stories = {
  exact: { shares: [1, 1, 1, 1, 1], unrest: 0 },
  steady: { shares: [1, 1.03, 1.01, 1.02, 1.03], unrest: 0.03 },
  ahead: { shares: [1.1, 1.2, 1.22, 1.18, 1.15], unrest: 0.03 },
  soaring: { shares: [1.3, 1.65, 1.8, 1.85, 1.9], unrest: 0.04 },
  slow: { shares: [0.8, 0.9, 0.88, 0.9, 0.9], unrest: 0.02 },
  lagging: { shares: [0.6, 0.72, 0.75, 0.76, 0.78], unrest: 0.03 },
  stalled: { shares: [0.2, 0.4, 0.5, 0.52, 0.5], unrest: 0.02 },
  "late-finish": { shares: [0.5, 0.82, 1.06, 1.04, 1.03], unrest: 0.02 },
  "last-minute": { shares: [0.45, 1.02, 1, 1, 1], unrest: 0.01 },
  fading: { shares: [1.15, 1.06, 0.9, 0.8, 0.72], unrest: 0.02 },
} as const satisfies Record<string, PaceStory>;

/** The name of a way to get on. */
export type Pace = keyof typeof stories;

const firstYear = 2022;

/** The share of what is due that is done by a month, strays included; `words` name what gets on. */
export function paceAt(pace: Pace, month: Month, words: string): number {
  const { shares, unrest }: PaceStory = stories[pace];
  const year = Math.min(Math.max(yearOf(month) - firstYear, 0), shares.length - 2);
  const before = shares[year] ?? 1;
  const after = shares[year + 1] ?? 1;
  return before + ((after - before) * monthOfYear(month)) / 12 + unrest * sway(words, month);
}
