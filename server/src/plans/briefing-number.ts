/** How an issued briefing is named: by the year of its issue and its number within it, 2023-1 for 2023年第1期. */

/** A year and a number within it. */
export interface BriefingNumber {
  readonly year: number;
  readonly number: number;
}

/** The name as addresses and the audit write it. */
export const briefingName = ({ year, number }: BriefingNumber): string => `${year}-${number}`;

/** The year and number of a name such as 2023-1. */
export function numberOf(name: string): BriefingNumber {
  const [year, number] = name.split("-").map(Number);
  if (year === undefined || number === undefined) throw new Error(`${name} is no name of a briefing`);
  return { year, number };
}

/** The number that follows the last one of a year. */
export function nextNumber(issued: readonly BriefingNumber[], year: number): BriefingNumber {
  const numbers = issued.filter((each) => each.year === year).map(({ number }) => number);
  return { year, number: Math.max(0, ...numbers) + 1 };
}
