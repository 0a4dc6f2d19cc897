import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Progress } from "../../api/types.ts";
import {
  type ChainIndicator,
  type ChainRow,
  chainIndicators,
  sortingOf,
  sortings,
  sortRows,
} from "../../charts/drawings/chain-rows.ts";
import { chainsTitle } from "../../charts/drawings/month-marks.ts";
import { assessmentColumns, assessmentValues } from "../../components/assessment-columns.tsx";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { FigureTable } from "../../components/figure-table.tsx";
import { NoteCount } from "../../components/note-count.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { ChainsChart } from "./chains-chart.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";

/** All chains in one chart of completion, for the indicator and in the order that the address asks for. */
export function ChainsBlock({ progress }: { readonly progress: Progress }) {
  const words = useWords();
  const { t, say } = words;
  const question = useQuestion();
  const indicators = chainIndicators(progress.chains);
  const chosen = indicators.find(({ key }) => key === question.indicator) ?? indicators[0];
  const nameOf = ({ indicatorName: name, reading }: ChainIndicator) =>
    indicatorName(words, { indicatorName: name, reading, scopeName: null });
  if (!chosen) {
    // A plan without chains has its tasks instead; a plan with chains may have none in this horizon.
    if (progress.plan.counts.chains === 0) return null;
    return (
      <section className="block block-chains">
        <div className="block-head">
          <h2>{t("overview.chains")}</h2>
        </div>
        <EmptyNote>{t("overview.chainsNone")}</EmptyNote>
      </section>
    );
  }
  const rows = sortRows(chosen.rows, sortingOf(question.sort), say);
  const title = chainsTitle(words, chosen);
  const rest = assessmentColumns(words).filter(({ key }) => key !== "indicator" && key !== "unit");
  return (
    <section className="block block-chains">
      <ChartFrame
        level={2}
        title={title}
        subtitle={<QuotationLine quotation={progress.quotation} unit={say(chosen.unit)} />}
        controls={<Controls indicators={indicators} chosen={chosen} nameOf={nameOf} />}
        files={{ key: "chains", indicator: chosen.key }}
        isPicture
        saysAll
        chart={<ChainsChart rows={rows} title={title} />}
        table={
          <FigureTable
            caption={title}
            rows={rows}
            keyOf={({ assessment }) => assessment.target}
            columns={[
              {
                key: "chain",
                heading: t("column.chain"),
                cell: ({ subject }) => (
                  <>
                    {say(subject.name)} <NoteCount plan={question.plan} month={question.month} subject={subject} />
                  </>
                ),
                value: ({ subject }) => say(subject.name),
              },
              ...rest.map((column) => {
                const sortBy = assessmentValues[column.key];
                return {
                  ...column,
                  cell: (row: ChainRow) => column.cell(row.assessment),
                  ...(sortBy && { value: (row: ChainRow) => sortBy(row.assessment) }),
                };
              }),
            ]}
          />
        }
      />
    </section>
  );
}

function Controls(props: {
  indicators: readonly ChainIndicator[];
  chosen: ChainIndicator;
  nameOf: (indicator: ChainIndicator) => string;
}) {
  const { t } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const { sort } = useQuestion();
  const ask = (change: Search) =>
    void navigate({ to: ".", search: (old: Search) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <>
      {props.indicators.length > 1 && (
        <IndicatorChoice
          label={t("overview.indicator")}
          chosen={props.chosen.key}
          options={props.indicators.map((each) => ({
            key: each.key,
            name: t("overview.indicatorOption", { name: props.nameOf(each), count: each.rows.length }),
          }))}
        />
      )}
      <div className="inline-select">
        <label htmlFor={`${id}sort`}>{t("overview.sort")}</label>
        <select id={`${id}sort`} value={sortingOf(sort)} onChange={(event) => ask({ sort: event.target.value })}>
          {sortings.map((each) => (
            <option key={each} value={each}>
              {t(`overview.sortBy.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
