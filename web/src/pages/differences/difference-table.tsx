import { Link } from "@tanstack/react-router";
import type { MeasureDifference } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { LightBadge } from "../../components/light-badge.tsx";
import { Original } from "../../components/original.tsx";
import type { Search } from "../../lib/search.ts";
import { BasisContext } from "../../words/basis.ts";
import { useWords } from "../../words/use-words.ts";

type Figures = MeasureDifference["figures"][number];
type ShownFigure = "reported" | "confirmed" | "difference" | "percent";

/** The measures that differ: both figures, how far they are apart, what it makes of the lights, and what either side said. */
export function DifferenceTable({ rows }: { readonly rows: readonly MeasureDifference[] }) {
  const { t } = useWords();
  const figure = (key: ShownFigure, isWide = false): Column<MeasureDifference> => ({
    key,
    heading: t(`differences.${key}`),
    isFigure: true,
    isWide,
    cell: ({ figures }) =>
      figures.map((each) => <FigureLine key={each.field} of={each} figure={key} figures={figures} />),
  });
  const columns: readonly Column<MeasureDifference>[] = [
    { key: "measure", heading: t("differences.measure"), cell: (row) => <MeasureName row={row} /> },
    figure("reported"),
    figure("confirmed"),
    figure("difference"),
    figure("percent", true),
    { key: "lights", heading: t("differences.lights"), cell: (row) => <Lights row={row} /> },
    { key: "remarks", heading: t("differences.remarks"), cell: (row) => <Remarks row={row} /> },
  ];
  return (
    <FigureTable caption={t("differences.caption")} columns={columns} rows={rows} keyOf={({ measure }) => measure} />
  );
}

/** One figure of a cell; where several differ, each says which it is. */
function FigureLine(props: { of: Figures; figure: ShownFigure; figures: readonly Figures[] }) {
  const { t } = useWords();
  const { of, figure, figures } = props;
  const former = figure === "reported" ? of.reportedFormer : figure === "confirmed" ? of.confirmedFormer : null;
  return (
    <span className="difference-figure">
      {figures.length > 1 && figure === "reported" && <small>{t(`differences.field.${of.field}`)} </small>}
      {of[figure].text}
      {former && <small className="aside">{t("value.correctedFrom", { value: former.text })}</small>}
    </span>
  );
}

function MeasureName({ row }: { readonly row: MeasureDifference }) {
  const { say, month } = useWords();
  const name = row.scopeName ? `${say(row.name)} · ${say(row.scopeName)}` : say(row.name);
  return (
    <>
      <Link to="/chain" search={(old: Search): Search => ({ ...old, subject: row.subject })}>
        {say(row.subjectName)}
      </Link>{" "}
      {name}
      <span className="unit-of">{say(row.unit)}</span>
      <small className="aside">
        {say(row.reportingUnit)} · {month(row.month)}
      </small>
    </>
  );
}

function Lights({ row: { lights } }: { readonly row: MeasureDifference }) {
  const { t, say, horizon } = useWords();
  if (lights.length === 0) return <span className="aside">{t("differences.lightsSame")}</span>;
  return lights.map((each) => (
    <span key={each.target} className="difference-light" title={say(each.text)}>
      <span className="difference-lights">
        <LightBadge light={each.reported} />
        <span aria-hidden="true">→</span>
        <BasisContext value="statistics">
          <LightBadge light={each.confirmed} />
        </BasisContext>
      </span>
      <small className="aside">{horizon(each.horizon)}</small>
    </span>
  ));
}

function Remarks({ row: { reported, confirmed } }: { readonly row: MeasureDifference }) {
  const { t } = useWords();
  const sides = [
    [t("differences.saidReported"), reported],
    [t("differences.saidConfirmed"), confirmed],
  ] as const;
  return sides.map(([side, { by, acceptedAt, reason, note }]) => {
    const words = [...new Set([reason, note].filter((word): word is string => word !== null))];
    return (
      <p key={side} className="difference-remark">
        {side}
        {words.length === 0 && "—"}
        {words.map((word) => (
          <Original key={word}>
            <span className="difference-word">{word}</span>
          </Original>
        ))}
        <small className="aside">
          <Original>{by}</Original> {acceptedAt.slice(0, 10)}
        </small>
      </p>
    );
  });
}
