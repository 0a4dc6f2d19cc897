import type { Text } from "../../domain/model.ts";
import { type AssessedTarget, assessmentColumns, assessmentRows } from "./assessment-rows.ts";
import { headings } from "./headings.ts";
import type { TableSource, TakenTable } from "./table.ts";

interface Group {
  readonly key: string;
  readonly unit: Text;
  readonly sentence: Text;
  readonly rows: readonly {
    readonly subject: { readonly name: Text };
    readonly place: number | null;
    readonly assessment: AssessedTarget;
  }[];
}

/** A subject beside the others, the largest gap first, of every indicator or of one (`indicator.reading`). */
export function comparisonTable(
  answer: TableSource & { readonly subject: { readonly name: Text }; readonly groups: readonly Group[] },
  indicator: string | undefined,
): TakenTable {
  const groups = answer.groups.filter(({ key }) => (indicator ?? key) === key);
  const [first, ...rest] = groups;
  const isOne = first !== undefined && rest.length === 0;
  return {
    name: { zh: `${answer.subject.name.zh}对比`, en: `${answer.subject.name.en} compared` },
    title: isOne ? first.sentence : answer.subject.name,
    unit: isOne ? first.unit : null,
    columns: [{ heading: headings.subject }, ...assessmentColumns, { heading: headings.gapPlace, isFigure: true }],
    rows: groups.flatMap(({ rows }) =>
      rows.flatMap(({ subject, assessment, place }) =>
        assessmentRows([{ subject, assessments: [assessment] }], answer.quotation.basis, undefined).map((cells) => [
          ...cells,
          place === null ? "—" : { value: place, text: String(place) },
        ]),
      ),
    ),
  };
}
