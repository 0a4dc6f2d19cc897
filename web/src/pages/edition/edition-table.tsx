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
  const asked = (each: Assessment) => (
    <>
      {indicator?.cell(each)}
      <small className="aside">{horizon(each.horizon)}</small>
    </>
  );
  const columns: readonly Column<Assessment>[] = [
    {
      key: "subject",
      heading: t("column.subject"),
      cell: (each) => (
        <>
          {names.get(each.subject) ?? each.subject}
          <span className="edition-indicator">{asked(each)}</span>
        </>
      ),
    },
    // On a narrow screen the indicator stands below its subject.
    { key: "indicator", heading: t("column.indicator"), isWide: true, cell: asked },
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
