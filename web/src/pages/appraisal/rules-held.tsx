import type { Appraisal } from "../../api/types.ts";
import { type Column, FigureTable } from "../../components/figure-table.tsx";
import { Original } from "../../components/original.tsx";
import { useWords } from "../../words/use-words.ts";

type Rule = Appraisal["rules"][number];
type Indicator = Rule["indicators"][number];

/** What is appraised: full marks, weight, and how a figure becomes points. */
export function IndicatorTable({
  indicators,
  fullMarks,
}: {
  readonly indicators: readonly Indicator[];
  readonly fullMarks: string;
}) {
  const { t, say } = useWords();
  const columns: readonly Column<Indicator>[] = [
    { key: "name", heading: t("appraisal.indicator"), cell: ({ name, unit }) => `${say(name)} (${say(unit)})` },
    {
      key: "marks",
      heading: t("appraisal.fullMarks", { marks: fullMarks }),
      isFigure: true,
      cell: ({ fullMarks: own }) => own.text,
    },
    { key: "weight", heading: t("appraisal.weight"), isFigure: true, cell: ({ weight }) => weight.text },
    { key: "method", heading: t("appraisal.method"), cell: ({ text }) => say(text) },
  ];
  return <FigureTable caption={t("appraisal.rule")} columns={columns} rows={indicators} keyOf={({ key }) => key} />;
}

/** All rules, the latest first: from when, who set it, why. */
export function RulesHeld({ rules }: { readonly rules: readonly Rule[] }) {
  const { t, say, month } = useWords();
  const columns: readonly Column<Rule>[] = [
    { key: "from", heading: t("appraisal.from"), cell: ({ from }) => month(from) },
    {
      key: "state",
      heading: t("appraisal.state"),
      cell: ({ isInForce }) => t(isInForce ? "appraisal.inForce" : "appraisal.notInForce"),
    },
    {
      key: "said",
      heading: t("appraisal.said"),
      cell: ({ indicators, units, subject }) =>
        t("appraisal.counts", { indicators: indicators.length, units: units.length, subject: say(subject.name) }),
    },
    {
      key: "reason",
      heading: t("appraisal.reason"),
      cell: ({ reason, document }) => (
        <Original>
          {reason}
          {document !== null && ` ${document}`}
        </Original>
      ),
    },
    {
      key: "by",
      heading: t("appraisal.by"),
      cell: ({ by, at }) => (
        <>
          <Original>{by}</Original> {at.slice(0, 10)}
        </>
      ),
    },
  ];
  return (
    <section className="block" aria-labelledby="rules-title">
      <h2 id="rules-title">{t("appraisal.rules")}</h2>
      <FigureTable
        caption={t("appraisal.rules")}
        columns={columns}
        rows={rules}
        keyOf={({ from, at }) => `${from} ${at}`}
      />
    </section>
  );
}
