import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { AchievedNotes, AchievedText } from "../../components/achieved-value.tsx";
import { LightOf } from "../../components/light-of.tsx";
import { TargetFigure } from "../../components/target-figure.tsx";
import { useNarrow } from "../../lib/use-narrow.ts";
import { useWidth } from "../../lib/use-width.ts";
import { useWords } from "../../words/use-words.ts";
import type { ChainRow } from "./chain-rows.ts";
import { completionValues } from "./completion-values.ts";

const CompletionChart = lazy(async () => ({
  default: (await import("../../charts/completion-chart.tsx")).CompletionChart,
}));
/** As in overview.css; on a phone names take three lines, and more with the part of a chain or with what stood before a correction. */
const rowHeights = { wide: 44, narrow: 60, tall: 88 };
/** The width of the bars on paper, where print.css gives the figures the rest. */
const barsOnPaper = 290;

/**
 * The chart among the words of its rows: names lead to their chain, figures stand beside the bars, and each light can
 * say why. Names, figures and lights are there before the chart's script is.
 */
export function ChainsChart({ rows, title }: { readonly rows: readonly ChainRow[]; readonly title: string }) {
  const { t, say } = useWords();
  const { ref, width } = useWidth<HTMLDivElement>(barsOnPaper);
  const isTall = rows.some(({ assessment }) => assessment.scopeName !== null || assessment.isCorrected);
  const rowHeight = rowHeights[!useNarrow() ? "wide" : isTall ? "tall" : "narrow"];
  return (
    <table className={isTall ? "chains-chart chains-tall" : "chains-chart"}>
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.chain")}</th>
          <th scope="col" className="chains-bars">
            <span className="unseen">{t("chart.chart")}</span>
          </th>
          <th scope="col" className="figure">
            {t("overview.achievedOfTarget")}
          </th>
          <th scope="col" className="figure">
            {t("column.completion")}
          </th>
          <th scope="col">{t("column.light")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ subject, assessment }, place) => (
          <tr key={assessment.target}>
            <th scope="row">
              <Link to="/chain" search={(old) => ({ ...old, subject: subject.key })}>
                {say(subject.name)}
              </Link>
              {assessment.scopeName && <small className="aside">{say(assessment.scopeName)}</small>}
            </th>
            {place === 0 && (
              <td rowSpan={rows.length + 1} className="chains-bars">
                <div ref={ref} aria-hidden="true">
                  <Suspense fallback={<span className="chart-awaited" />}>
                    {width > 0 && (
                      <CompletionChart
                        rows={rows.map((row) => ({
                          key: row.assessment.target,
                          values: completionValues(row.assessment),
                        }))}
                        width={width}
                        rowHeight={rowHeight}
                      />
                    )}
                  </Suspense>
                </div>
              </td>
            )}
            <td className="figure">
              <AchievedText assessment={assessment} />{" "}
              <span className="of-target">
                {"/ "}
                <TargetFigure target={assessment} />
              </span>
              <AchievedNotes assessment={assessment} />
            </td>
            <td className="figure">{assessment.completion.text}</td>
            <td>
              <LightOf assessment={assessment} />
            </td>
          </tr>
        ))}
        <tr className="chains-axis">
          <td />
          <td colSpan={3} />
        </tr>
      </tbody>
    </table>
  );
}
