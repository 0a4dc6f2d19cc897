import type { Punctuality } from "../../../../db/src/vocabulary.ts";
import { punctualityWords } from "../../domain/briefing-words.ts";
import type { Text } from "../../domain/model.ts";
import { headings } from "./headings.ts";
import type { Shown, TableSource, TakenTable } from "./table.ts";

interface Unit {
  readonly name: Text;
  readonly measures: number;
  readonly cells: readonly { readonly period: string; readonly punctuality: Punctuality }[];
}

const counted = (count: number): Shown => ({ value: count, text: String(count) });

/** Reporting units down, periods across: on time, late, missing or not yet due; "—" where nothing was asked. */
export function reportingTable(
  answer: Omit<TableSource, "horizon"> & { readonly periods: readonly string[]; readonly units: readonly Unit[] },
): TakenTable {
  const name: Text = { zh: "逐期填报", en: "Reports by period" };
  return {
    name,
    title: name,
    unit: null,
    columns: [
      { heading: headings.reportedBy },
      { heading: headings.measures, isFigure: true },
      ...answer.periods.map((period) => ({ heading: { zh: period, en: period } })),
    ],
    rows: answer.units.map((unit) => [
      unit.name,
      counted(unit.measures),
      ...answer.periods.map((period) => {
        const cell = unit.cells.find((each) => each.period === period);
        return cell === undefined ? "—" : punctualityWords[cell.punctuality];
      }),
    ]),
  };
}
