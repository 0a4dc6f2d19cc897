import type { Assessment, EditionFigures } from "../../api/types.ts";
import { assessmentColumns } from "../../components/assessment-columns.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { useWords } from "../../words/use-words.ts";

/** Every target as the edition judged it, in the order of the document. */
export function EditionTable({ data: { assessments, subjects, edition } }: { readonly data: EditionFigures }) {
  const words = useWords();
  const { t, say, horizon } = words;
  const names = new Map(subjects.map(({ key, name }) => [key, say(name)]));
  const [indicator, ...rest] = assessmentColumns(words);
  const columns: readonly Column<Assessment>[] = [
    { key: "subject", heading: t("column.subject"), cell: ({ subject }) => names.get(subject) ?? subject },
    {
      key: "indicator",
      heading: t("column.indicator"),
      cell: (each) => (
        <>
          {indicator?.cell(each)}
          <small className="aside">{horizon(each.horizon)}</small>
        </>
      ),
    },
    ...rest.filter(({ key }) => key !== "remaining"),
  ];
  return (
    <FigureTable
      caption={t("edition.caption", { edition: edition.edition })}
      columns={columns}
      rows={assessments}
      keyOf={({ target }) => target}
    />
  );
}
