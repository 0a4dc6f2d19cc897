import { type ReactNode, useId, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { ChartFiles, type ChartSource, type ChartTable, PlanChartFiles } from "./chart-files.tsx";

/**
 * A chart with its title in words, its unit, 截至 and basis below, and the same figures as a table one key away. On
 * paper both stand, the chart above its table, but where the chart says all.
 */
export function ChartFrame({
  title,
  subtitle,
  chart,
  table,
  controls,
  level = 3,
  files,
  isPicture = false,
  saysAll = false,
}: {
  readonly title: string;
  readonly subtitle: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly controls?: ReactNode;
  /** 2 where the chart is a block of the page by itself, 3 within one. */
  readonly level?: 2 | 3;
  /** The server's table of the chart, by name for the plan that the address asks for; with it the chart offers its files. */
  readonly files?: ChartTable | ChartSource;
  /** True for a chart that is one SVG with all of its words. */
  readonly isPicture?: boolean;
  /** True for a chart that says its figures itself: its table stands on paper only where it is chosen. */
  readonly saysAll?: boolean;
}) {
  const { t } = useWords();
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const shown = { title, frame, hasPicture: isPicture && !isTable };
  const Heading = level === 2 ? "h2" : "h3";
  const choose = (chosen: boolean) => ({ "aria-pressed": isTable === chosen, onClick: () => setIsTable(chosen) });
  return (
    <figure ref={frame} className="chart-frame" aria-labelledby={id}>
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
          {files &&
            ("key" in files ? <PlanChartFiles {...shown} table={files} /> : <ChartFiles {...shown} source={files} />)}
        </div>
      </figcaption>
      <div className={isTable ? "paper-only" : undefined}>{chart}</div>
      <div className={isTable ? undefined : "paper-only"} hidden={saysAll && !isTable}>
        {table}
      </div>
    </figure>
  );
}
