/**
 * The invented figures of the bench: a pure function of county, chain and month, whole numbers only, so that two runs
 * make the same bytes and a test can work out by hand what the product must answer.
 */

/** What a department would report of one measure at one month, scaled by the indicator's decimals. */
export interface Reported {
  readonly entries: number | null;
  readonly exits: number | null;
  readonly amount: number | null;
}

/** The first month reported is the first after `origin`; 60 of them follow one another. */
export const monthCount = 60;
const firstYear = 2022;

/** The n-th month reported, 1 … 60, as `YYYY-MM`; before and beyond them the calendar goes on. */
export function monthAt(n: number): string {
  const number = firstYear * 12 + n - 1;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** How fast a chain of a county goes, in percent of the straight line to its target: 60 … 140. */
function paceOf(county: number, chain: number): number {
  return 60 + ((county * 37 + chain * 23) % 81);
}

/** The targets of a chain (0 … 9): by the nearer and by the farther horizon. */
export const chainTargets = {
  "above-scale-industry": (chain: number) => ({ near: 3 + chain, far: 9 + 3 * chain }),
  "small-and-micro": (chain: number) => ({ near: 20 + 5 * chain, far: 60 + 15 * chain }),
  output: (chain: number) => ({ near: (240 + 24 * chain) / 10, far: (360 + 36 * chain) / 10 }),
  matchmaking: () => ({ near: 24, far: 72 }),
} as const;

/** The indicators in the order in which each chain has them. */
export const indicatorKeys = ["above-scale-industry", "small-and-micro", "output", "matchmaking"] as const;

/** Output of the year before the plan, in hundredths of its unit. */
export const openingOutput = (chain: number) => 2000 + 200 * chain;

/** What stands in the n-th month; `matchmaking` and `above-scale-industry` never fall, as the checks ask. */
export function reportedAt(
  county: number,
  chain: number,
  n: number,
): readonly [Reported, Reported, Reported, Reported] {
  const pace = paceOf(county, chain);
  const firms = Math.floor((chainTargets["above-scale-industry"](chain).far * n * pace) / 7200);
  const small = Math.floor((chainTargets["small-and-micro"](chain).far * n * pace * 11) / 72_000);
  const yearsGone = Math.ceil(n / 12);
  const opening = openingOutput(chain);
  const ofTheYear = opening + Math.floor((opening * 80 * yearsGone * pace) / 60_000);
  const output = Math.floor((ofTheYear * (((n - 1) % 12) + 1)) / 12);
  const events = Math.floor((72 * n * pace) / 7200);
  return [
    { entries: firms, exits: null, amount: null },
    { entries: small, exits: Math.floor(small / 11), amount: null },
    { entries: null, exits: null, amount: output },
    { entries: null, exits: null, amount: events },
  ];
}
