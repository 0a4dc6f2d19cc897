/** How addresses name an issued briefing: 2023-1 for 2023年第1期. */
export const nameOf = ({ year, number }: { readonly year: number; readonly number: number }): string =>
  `${year}-${number}`;
