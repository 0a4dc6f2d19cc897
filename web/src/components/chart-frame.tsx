import { type ReactNode, useId, useState } from "react";
import { useWords } from "../words/use-words.ts";

/**
 * A chart with its title in words, its unit, 截至 and basis below, and the same figures as a table one key away. On
 * paper both stand, the chart above its table.
 */
export function ChartFrame({
  title,
  subtitle,
  chart,
  table,
  controls,
  level = 3,
}: {
  readonly title: string;
  readonly subtitle: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly controls?: ReactNode;
  /** 2 where the chart is a block of the page by itself, 3 within one. */
  readonly level?: 2 | 3;
}) {
  const { t } = useWords();
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  const choose = (chosen: boolean) => ({ "aria-pressed": isTable === chosen, onClick: () => setIsTable(chosen) });
  return (
    <figure className="chart-frame" aria-labelledby={id}>
      <figcaption className="chart-head">
        <Heading id={id}>{title}</Heading>
        <p className="subtitle">{subtitle}</p>
        <div className="chart-controls">
          {controls}
          <div className="twins">
            <button type="button" aria-label={t("chart.chartLabel", { title })} {...choose(false)}>
              {t("chart.chart")}
            </button>
            <button type="button" aria-label={t("chart.tableLabel", { title })} {...choose(true)}>
              {t("chart.table")}
            </button>
          </div>
        </div>
      </figcaption>
      <div className={isTable ? "paper-only" : undefined}>{chart}</div>
      <div className={isTable ? undefined : "paper-only"}>{table}</div>
    </figure>
  );
}
