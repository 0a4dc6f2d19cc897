/** The time that a target covers, from what a text says of it. DOMAIN sections 1 and 2. Months are text as written. */

/** The time that a target covers; `horizon` is the deadline month, or `standing` where there is none. */
export interface TargetSpan {
  readonly horizon: string;
  readonly origin: string;
  readonly deadline: string | null;
}

/** What is said of a target's time: a deadline, or the years of a quota of every year, or neither where it stands. */
export interface StatedTime {
  /** The month that is counted from, where the text names one. */
  readonly origin?: string;
  readonly deadline?: string;
  readonly yearly?: { readonly from: number; readonly to: number };
}

/** December of the year before a plan was issued (YYYY-MM-DD): the base of its horizons unless its text names another. */
export function defaultOrigin(issuedOn: string): string {
  return `${Number(issuedOn.slice(0, 4)) - 1}-12`;
}

/** The spans of a target: one, or one a year for a yearly quota (origin: December of the year before). */
export function targetSpans({ origin, deadline, yearly }: StatedTime, issuedOn: string): TargetSpan[] {
  if (yearly !== undefined) {
    const { from, to } = yearly;
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
      const december = `${from + index}-12`;
      return { horizon: december, origin: `${from + index - 1}-12`, deadline: december };
    });
  }
  const from = origin ?? defaultOrigin(issuedOn);
  return [{ horizon: deadline ?? "standing", origin: from, deadline: deadline ?? null }];
}
