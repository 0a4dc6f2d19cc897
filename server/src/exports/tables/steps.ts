import type { Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName, reportingWords } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import type { Shown, TableCell, TableSource, TakenTable } from "./table.ts";

interface Group {
  readonly key: string;
  readonly indicatorName: Text;
  readonly reading: Reading;
  readonly unit: Text;
  readonly sentence: Text;
  readonly sources: readonly { readonly name: Text; readonly departmentName: Text }[];
  readonly quarters: readonly {
    readonly name: Text;
    readonly gained: Shown;
    readonly due: Shown;
    readonly running: Shown;
    readonly parts: readonly {
      readonly source: number;
      readonly state: "reported" | "unreported" | "awaited";
      readonly gained: Shown;
      readonly standsAt: string | null;
      readonly reportedOn: string | null;
    }[];
  }[];
}

/** What each quarter brought, a row for each source of each quarter, of every indicator or of one (`indicator.reading`). */
export function stepsTable(
  answer: Omit<TableSource, "horizon"> & {
    readonly subject: { readonly name: Text };
    readonly groups: readonly Group[];
  },
  indicator: string | undefined,
): TakenTable {
  const groups = answer.groups.filter(({ key }) => (indicator ?? key) === key);
  const [first, ...rest] = groups;
  const isOne = first !== undefined && rest.length === 0;
  const { lacking } = reportingWords[answer.quotation.basis];
  const gainedCell = ({ state, gained }: Group["quarters"][number]["parts"][number]): TableCell =>
    state === "unreported" ? lacking : gained;
  return {
    name: { zh: `${answer.subject.name.zh}分步`, en: `${answer.subject.name.en} by quarter` },
    title: isOne ? first.sentence : answer.subject.name,
    unit: isOne ? first.unit : null,
    columns: [
      { heading: headings.indicator },
      { heading: headings.unit },
      { heading: headings.quarter },
      { heading: headings.source },
      { heading: headings.reportedBy },
      { heading: headings.brought, isFigure: true },
      { heading: headings.broughtTogether, isFigure: true },
      { heading: headings.dueInQuarter, isFigure: true },
      { heading: headings.running, isFigure: true },
      { heading: headings.standsAt },
      { heading: headings.reportedOn },
    ],
    rows: groups.flatMap(({ indicatorName, reading, unit, sources, quarters }) =>
      quarters.flatMap(({ name, gained, due, running, parts }) =>
        parts.flatMap((part) => {
          const source = sources[part.source];
          return source === undefined
            ? []
            : [
                [
                  readingName(reading, indicatorName),
                  unit,
                  name,
                  source.name,
                  source.departmentName,
                  gainedCell(part),
                  ...[gained, due, running],
                  part.standsAt ?? "",
                  part.reportedOn ?? "",
                ],
              ];
        }),
      ),
    ),
  };
}
