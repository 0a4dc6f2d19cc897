import type { SubjectTarget } from "../../api/types.ts";
import { AchievedValue } from "../../components/achieved-value.tsx";
import { AdjustmentNote } from "../../components/adjustment-note.tsx";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { LightOf } from "../../components/light-of.tsx";
import { Clause } from "../../components/original.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";

/** Every target of a subject at the month: value, schedule, completion, light, and the sentence behind the light. */
export function TargetTable({ name, targets }: { readonly name: string; readonly targets: readonly SubjectTarget[] }) {
  const words = useWords();
  const { t, say, horizon } = words;
  const columns: Column<SubjectTarget>[] = [
    {
      key: "indicator",
      heading: t("column.indicator"),
      cell: ({ assessment }) => (
        <>
          {indicatorName(words, assessment)}
          <small className="aside">{horizon(assessment.horizon)}</small>
        </>
      ),
    },
    { key: "target", heading: t("column.target"), cell: (row) => <TargetWords row={row} /> },
    {
      key: "achieved",
      heading: t("column.achieved"),
      cell: ({ assessment }) => <AchievedValue assessment={assessment} />,
      isFigure: true,
    },
    {
      key: "expected",
      heading: t("column.expected"),
      cell: ({ assessment }) => assessment.expected.text,
      isFigure: true,
      isWide: true,
    },
    {
      key: "completion",
      heading: t("column.completion"),
      cell: ({ assessment }) => assessment.completion.text,
      isFigure: true,
    },
    { key: "light", heading: t("column.light"), cell: ({ assessment }) => <LightOf assessment={assessment} /> },
    {
      key: "explanation",
      heading: t("chain.explanation"),
      cell: ({ assessment }) => <span className="chain-explanation">{say(assessment.explanation)}</span>,
      isWide: true,
    },
    {
      key: "clause",
      heading: t("column.clause"),
      cell: ({ target }) => (
        <span className="chain-whole">
          <Clause>{target.clause}</Clause>
        </span>
      ),
      isWide: true,
    },
  ];
  return (
    <div className="chain-targets">
      <FigureTable
        caption={t("chain.targetsCaption", { name })}
        columns={columns}
        rows={targets}
        keyOf={({ target }) => target.key}
      />
    </div>
  );
}

/** The target in words, with what kind of promise it is and where its text leaves something open. */
function TargetWords({ row: { target } }: { readonly row: SubjectTarget }) {
  const { t, say } = useWords();
  const open = target.ambiguous ?? target.implied;
  const notes = [
    target.hardness === "aspirational" && t("hardness.aspirational"),
    target.ambiguous && t("value.ambiguous"),
    target.implied && t("value.implied"),
  ].filter(Boolean);
  return (
    <>
      {say(target.text)}
      {notes.length > 0 && (
        <small className="aside" title={open ? say(open) : undefined}>
          {notes.join(" · ")}
        </small>
      )}
      {target.adjustments.map((adjustment) => (
        <small key={adjustment.from} className="aside">
          <AdjustmentNote adjustment={adjustment} />
        </small>
      ))}
    </>
  );
}
