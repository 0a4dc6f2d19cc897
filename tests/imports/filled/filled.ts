/** The sample form as a clerk fills it in with LibreOffice, and what must be read of it. */

/** What is typed at which address, as the keyboard gives it: formulas too, as people do. */
export const typedCells: Readonly<Record<string, string>> = {
  I6: "2",
  J7: "1",
  J8: "=30+2",
  J9: "42",
  J10: "36.5",
  J11: "=0.1+0.2",
  J12: "97.5",
  J13: "1",
  J14: "2022-09-08",
  K9: "'=1+1",
  L9: "含线上对接",
};

/** Measure, field, this period's figure, cumulative figure. */
export const readLines = [
  ["steel.firms", "entries", "2", ""],
  ["steel.firms", "exits", "", "1"],
  ["steel.firms", "stock", "", "32"],
  ["steel.events", "amount", "", "42"],
  ["steel.output", "amount", "", "36.5"],
  ["food.capacity", "amount", "", "0.3"],
  ["service.rate", "amount", "", "97.5"],
  ["steel.plant", "amount", "", "1"],
  ["steel.plant", "doneOn", "", "2022-09-08"],
];

/** The kinds of files in which LibreOffice stored it. */
export const endings = ["xlsx", "ods", "xls"] as const;
