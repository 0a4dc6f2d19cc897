import type { Light } from "../api/types.ts";
import { type Punctuality, punctualityShapes } from "./punctuality-shapes.tsx";

/** A unit at a month: its composite from 0 to 1, and how many of its targets stand at each light. */
export interface UnitMonth {
  readonly month: string;
  readonly composite: number | null;
  readonly lights: Readonly<Record<Light | "none", number>>;
}

/** What stands in the picture besides marks; ready words. */
export interface UnitHistoryWords {
  readonly composite: string;
  readonly lights: string;
  readonly reports: string;
  /** The last composite known, as it is shown. */
  readonly last: string;
}

/** From the axis up: what asks for attention lies lowest, so that its height can be compared. */
const order = ["missed", "far-behind", "behind", "unreported", "on-schedule", "met", "not-due", "none"] as const;
const hollow: readonly string[] = ["unreported", "not-due", "none"];
const margin = { left: 46, right: 46 };
const composite = { top: 24, height: 84 };
const lights = { top: 140, height: 58 };
const reports = { top: 208, height: 20 };
/** The height of the picture in px. */
export const unitHistoryHeight = 254;

/**
 * A unit over the months, three things on one axis of time: its composite as a line from 0 to 100 %, its targets by light as
 * columns, and a square for each period that it was asked for.
 */
export function UnitHistoryChart(props: {
  readonly months: readonly UnitMonth[];
  readonly periods: readonly { readonly period: string; readonly punctuality: Punctuality }[];
  /** The most targets that any unit beside it has, so that columns can be compared. */
  readonly most: number;
  readonly width: number;
  readonly words: UnitHistoryWords;
  readonly label: string;
}) {
  const { months, periods, width, words } = props;
  const most = Math.max(1, props.most);
  const [left, right] = [margin.left, width - margin.right];
  const step = (right - left) / Math.max(1, months.length);
  const middle = (place: number) => left + step * (place + 0.5);
  const y = (share: number) => composite.top + composite.height * (1 - Math.min(Math.max(share, 0), 1));
  const places = new Map(months.map(({ month }, place) => [month, place]));
  const known = months.flatMap(({ composite: share }, place) => (share === null ? [] : [{ place, share }]));
  const runs = known.reduce<(typeof known)[]>((found, point) => {
    const run = found.at(-1);
    if (run?.at(-1)?.place === point.place - 1) run.push(point);
    else found.push([point]);
    return found;
  }, []);
  const last = known.at(-1);
  const unit = lights.height / most;
  const mark = Math.min(16, Math.max(7, step * 1.6));
  return (
    <svg
      className="unit-history"
      data-picture=""
      width={width}
      height={unitHistoryHeight}
      role="img"
      aria-label={props.label}
    >
      <text className="unit-history-name" x={0} y={12}>
        {words.composite}
      </text>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "history-zero" : "history-grid"}
            x1={left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="history-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
            {`${tick * 100}%`}
          </text>
        </g>
      ))}
      {runs.map((run) => (
        <path
          key={run[0]?.place}
          className="history-actual"
          d={run.map(({ place, share }, at) => `${at === 0 ? "M" : "L"}${middle(place)} ${y(share)}`).join("")}
          data-mark="composite"
        />
      ))}
      {runs.flatMap((run) =>
        run.length === 1 && run[0]
          ? [
              <circle
                key={run[0].place}
                className="history-reported-dot"
                cx={middle(run[0].place)}
                cy={y(run[0].share)}
                r={2.6}
              />,
            ]
          : [],
      )}
      {last && (
        <text className="history-latest" x={middle(last.place) + 5} y={y(last.share) + 4}>
          {words.last}
        </text>
      )}
      <text className="unit-history-name" x={0} y={lights.top - 6}>
        {words.lights}
      </text>
      <text className="history-tick" x={left - 6} y={lights.top + 10} textAnchor="end">
        {most}
      </text>
      <line
        className="history-zero"
        x1={left}
        x2={right}
        y1={lights.top + lights.height}
        y2={lights.top + lights.height}
      />
      {months.map(({ month, lights: counts }, place) => {
        let height = 0;
        return (
          <g key={month} data-month={month}>
            {order.map((light) => {
              const count = counts[light];
              if (count === 0) return null;
              height += count * unit;
              const isHollow = hollow.includes(light);
              const inset = isHollow ? 0.5 : 0;
              return (
                <rect
                  key={light}
                  className={`light-${light} ${isHollow ? "unit-history-hollow" : "unit-history-solid"}`}
                  x={left + step * place + step * 0.1 + inset}
                  width={Math.max(0.5, step * 0.8 - 2 * inset)}
                  y={lights.top + lights.height - height + inset}
                  height={Math.max(0.5, count * unit - 2 * inset)}
                  data-mark={light}
                />
              );
            })}
          </g>
        );
      })}
      <text className="unit-history-name" x={0} y={reports.top + 13}>
        {words.reports}
      </text>
      {periods.flatMap(({ period, punctuality }) => {
        const place = places.get(period);
        return place === undefined
          ? []
          : [
              <svg
                key={period}
                x={middle(place) - mark / 2}
                y={reports.top + (reports.height - mark) / 2}
                width={mark}
                height={mark}
                viewBox="0 0 16 16"
                role="presentation"
                className={`punctuality punctuality-${punctuality}`}
                data-mark={punctuality}
              >
                {punctualityShapes[punctuality]}
              </svg>,
            ];
      })}
      {months.map(({ month }, place) => {
        const isFirst = place === 0 || month.endsWith("-01");
        const room = months.slice(place).findIndex((each, at) => at > 0 && each.month.endsWith("-01"));
        const wide = (room === -1 ? months.length - place : room) * step;
        return (
          isFirst && (
            <g key={month}>
              <line className="history-year" x1={left + step * place} x2={left + step * place} y1={232} y2={240} />
              {wide > 34 && (
                <text className="history-tick" x={left + step * place + 4} y={248}>
                  {month.slice(0, 4)}
                </text>
              )}
            </g>
          )
        );
      })}
    </svg>
  );
}
