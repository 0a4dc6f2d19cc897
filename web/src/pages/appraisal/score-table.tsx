import type { Appraisal } from "../../api/types.ts";
import { FigureLife } from "../../components/figure-life.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { useWords } from "../../words/use-words.ts";

type Row = Appraisal["rows"][number];

/** The units in the order of rank: total, and for each indicator the points with the figure that they are from and its rank. */
export function ScoreTable({
  appraisal: { rows, quarter, fullMarks, quarterName, indicators },
}: {
  readonly appraisal: Pick<Appraisal, "rows" | "quarter" | "fullMarks" | "quarterName" | "indicators">;
}) {
  const { t, say } = useWords();
  const columns: readonly Column<Row>[] = [
    { key: "unit", heading: t("appraisal.unit"), cell: ({ unit }) => say(unit.name) },
    {
      key: "rank",
      heading: t("appraisal.rank"),
      isFigure: true,
      cell: ({ rank }) => (rank === null ? <span className="aside">{t("appraisal.incomplete")}</span> : rank),
      value: ({ rank }) => rank,
    },
    {
      key: "total",
      heading: <Heading name={t("appraisal.total")} marks={fullMarks.text} />,
      isFigure: true,
      cell: ({ total, rank, reported }) =>
        rank === null ? (
          <span className="aside">{t("appraisal.reported", { reported, of: indicators.length })}</span>
        ) : (
          <strong>{total.text}</strong>
        ),
      value: ({ total }) => total.value,
    },
    ...indicators.map(
      (indicator, place): Column<Row> => ({
        key: indicator.key,
        heading: <Heading name={`${say(indicator.name)} (${say(indicator.unit)})`} marks={indicator.fullMarks.text} />,
        isFigure: true,
        cell: ({ scores }) => <Score score={scores[place]} quarter={quarter} />,
        value: ({ scores }) => scores[place]?.points.value ?? null,
      }),
    ),
  ];
  return (
    <FigureTable
      caption={t("appraisal.scores", { quarter: say(quarterName) })}
      columns={columns}
      rows={rows}
      keyOf={({ unit }) => unit.key}
    />
  );
}

function Heading({ name, marks }: { readonly name: string; readonly marks: string }) {
  const { t } = useWords();
  return (
    <>
      {name}
      <small className="aside">{t("appraisal.of", { marks })}</small>
    </>
  );
}

function Score({ score, quarter }: { readonly score: Row["scores"][number] | undefined; readonly quarter: string }) {
  const { t, say } = useWords();
  if (score === undefined) return "—";
  const { measure, value, points, rank, isCorrected } = score;
  if (value.value === null || measure === null) return <span className="aside">{say(value.text)}</span>;
  return (
    <span className="appraisal-score">
      <span>{points.text}</span>
      <small className="aside">
        <FigureLife measure={measure} month={quarter}>
          {say(value.text)}
        </FigureLife>
        {isCorrected && ` ${t("appraisal.corrected")}`} · {t("appraisal.place", { rank: rank ?? 0 })}
      </small>
    </span>
  );
}
