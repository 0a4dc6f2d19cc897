import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Reporting } from "../../api/types.ts";
import { PeriodCell } from "../../components/period-cell.tsx";
import { partsOfMonth } from "../../lib/month.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";

/** Units down, periods across by year, the latest at the right end, which is where the frame opens. */
export function ReportingBoard({ data }: { readonly data: Reporting }) {
  const { t, say, month: nameMonth } = useWords();
  const frame = useRef<HTMLElement>(null);
  const { periods, units } = data;
  const latest = periods.at(-1) ?? "";
  useEffect(() => {
    if (frame.current && latest) frame.current.scrollLeft = frame.current.scrollWidth;
  }, [latest]);
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  const caption = t("reporting.caption");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame reporting-frame" ref={frame} aria-label={caption} tabIndex={0}>
      <table className="reporting-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t("reporting.unit")}
            </th>
            <th rowSpan={2} scope="col" className="reporting-measures">
              {t("reporting.measures")}
            </th>
            {years.map((year) => (
              <th
                key={year}
                scope="colgroup"
                className="reporting-year"
                colSpan={periods.filter((period) => period.startsWith(year)).length}
              >
                <span>{t("month.year", { year })}</span>
              </th>
            ))}
            <th rowSpan={2} scope="col" className="reporting-state">
              {t("reporting.latest", { month: nameMonth(latest) })}
            </th>
          </tr>
          <tr>
            {periods.map((period) => (
              <th key={period} scope="col" abbr={nameMonth(period)} className={yearEdge(period, periods)}>
                {partsOfMonth(period).month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRow key={unit.department} unit={unit} periods={periods} say={say} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A rule stands before the first period of each year. */
const yearEdge = (period: string, periods: readonly string[]) => {
  const before = periods[periods.indexOf(period) - 1];
  return before?.slice(0, 4) === period.slice(0, 4) ? undefined : "reporting-edge";
};

function UnitRow({
  unit,
  periods,
  say,
}: {
  readonly unit: Reporting["units"][number];
  readonly periods: readonly string[];
  readonly say: ReturnType<typeof useWords>["say"];
}) {
  const { t } = useWords();
  const cells = new Map(unit.cells.map((cell) => [cell.period, cell]));
  const latest = cells.get(periods.at(-1) ?? "");
  return (
    <tr>
      <th scope="row">
        <Link to="/department" search={(old: Search) => ({ ...old, department: unit.department })}>
          {say(unit.name)}
        </Link>
      </th>
      <td className="reporting-measures">{unit.measures}</td>
      {periods.map((period) => {
        const cell = cells.get(period);
        return (
          <td key={period} className={yearEdge(period, periods)}>
            {cell && <PeriodCell cell={cell} />}
          </td>
        );
      })}
      <td className="reporting-state">
        {latest && (
          <>
            {t(`reporting.punctuality.${latest.punctuality}`)}
            <span className="aside"> {t(`reporting.submission.${latest.state}`)}</span>
            {latest.extension !== null && (
              <small className="aside reporting-extension">{t("reporting.extendedTo", { day: latest.dueOn })}</small>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
