import { useId } from "react";
import type { HistoryFrame } from "./history-axes.tsx";
import type { HistoryAim, HistoryBand, HistoryMarks, HistoryPoint, Place } from "./history-marks.ts";
import type { HistoryScale } from "./history-scale.ts";

const lineThrough = ({ x, y }: HistoryFrame, places: readonly Place[]) =>
  places.map(({ at, value }, each) => `${each === 0 ? "M" : "L"}${x(at)} ${y(value)}`).join("");

/** A step: what is due at a month's end stays the bar until the next month's end. */
const stepsThrough = ({ x, y }: HistoryFrame, places: readonly Place[]) =>
  places.map(({ at, value }, each) => (each === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`)).join("");

/** The stepped schedule and the path: solid where reported, broken where a value is carried forward. */
export function HistoryLines({ frame, marks }: { readonly frame: HistoryFrame; readonly marks: HistoryMarks }) {
  return (
    <g>
      {marks.schedules.map(({ target, places }) => (
        <path key={target} className="history-schedule" d={stepsThrough(frame, places)} data-mark="schedule" />
      ))}
      {marks.segments.map(({ kind, places }) => (
        <path
          key={`${kind}${places[0]?.at}`}
          className={`history-${kind}`}
          d={lineThrough(frame, places)}
          data-mark={kind === "actual" ? "actual" : "carried"}
        />
      ))}
    </g>
  );
}

/** The forecast: a dotted middle within its band; where the band leaves the frame an arrow says how far it goes. */
export function HistoryForecast({
  frame,
  scale,
  band,
}: {
  readonly frame: HistoryFrame;
  readonly scale: HistoryScale;
  readonly band: HistoryBand;
}) {
  const clip = useId();
  const { places } = band;
  const last = places.at(-1);
  const edge = [
    ...places.map(({ at, high }) => ({ at, value: high })),
    ...[...places].reverse().map(({ at, low }) => ({ at, value: low })),
  ];
  if (!last) return null;
  return (
    <g data-mark="forecast">
      <clipPath id={clip}>
        <rect x={frame.left} y={frame.top} width={frame.right - frame.left} height={frame.bottom - frame.top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path className="history-band" d={`${lineThrough(frame, edge)}Z`} />
        <path className="history-projected" d={lineThrough(frame, places)} />
      </g>
      {last.high > scale.top && (
        <g data-mark="over">
          <path className="history-arrow" d={`M${frame.x(last.at)} ${frame.top - 7}l4 6h-8Z`} />
          <text className="history-aside" x={frame.x(last.at) - 7} y={frame.top} dy="-1" textAnchor="end">
            {band.highText}
          </text>
        </g>
      )}
    </g>
  );
}

/** The target's open end at its deadline, the lighter one of a range, and its value; a standing target runs across. */
export function HistoryAimMark({ frame, aim }: { readonly frame: HistoryFrame; readonly aim: HistoryAim }) {
  const x = aim.at === null ? frame.right : frame.x(aim.at);
  const y = frame.y(aim.value);
  // At the frame's end the value stands in the margin; before it, above the bracket, where no line comes from below.
  const isAtEnd = frame.right - x < 24;
  const serif = aim.isFalling ? -6 : 6;
  const bracket = (height: number) => `M${x - 9} ${height + serif}V${height}H${x + 3}V${height + serif}`;
  return (
    <g data-mark="target">
      {aim.at === null && <line className="history-standing" x1={frame.left} x2={frame.right} y1={y} y2={y} />}
      {aim.stretch !== null && (
        <>
          <path
            className="history-bracket history-stretch"
            d={bracket(frame.y(aim.stretch.value))}
            data-mark="stretch"
          />
          <text
            className="history-aside"
            x={isAtEnd ? x + 7 : x - 12}
            y={frame.y(aim.stretch.value)}
            dy="0.35em"
            textAnchor={isAtEnd ? "start" : "end"}
          >
            {aim.stretch.text}
          </text>
        </>
      )}
      <path className="history-bracket" d={bracket(y)} />
      <text
        className="history-aim"
        x={isAtEnd ? x + 7 : x + 3}
        y={isAtEnd ? y : y - 6}
        dy={isAtEnd ? "0.35em" : 0}
        textAnchor={isAtEnd ? "start" : "end"}
      >
        {aim.text}
      </text>
    </g>
  );
}

/** One month's mark: solid when reported, hollow when carried forward, a dot on the base line when 未报. */
export function HistoryDot({ frame, point }: { readonly frame: HistoryFrame; readonly point: HistoryPoint }) {
  const x = frame.x(point.at);
  const y = point.value === null ? frame.y(0) - 5 : frame.y(point.value);
  return (
    <g>
      <circle
        className={`history-${point.kind}-dot`}
        cx={x}
        cy={y}
        r={point.kind === "reported" ? 2.4 : 2.6}
        data-mark={point.kind}
      />
      {point.isCorrected && <path className="history-notch" d={`M${x + 2} ${y - 10}h7v7Z`} data-mark="corrected" />}
    </g>
  );
}

/** The last value known, in figures above its point, or below it where the point is under its schedule. */
export function HistoryLatest({
  frame,
  point,
  aims,
}: {
  readonly frame: HistoryFrame;
  readonly point: HistoryPoint;
  readonly aims: readonly HistoryAim[];
}) {
  const { at, value } = point;
  if (value === null) return null;
  // A value that stands at its target is already written there.
  const isWritten = aims.some(
    (aim) => aim.at !== null && aim.value === value && Math.abs(frame.x(aim.at) - frame.x(at)) < 40,
  );
  if (isWritten) return null;
  const isBelow = point.isUnderSchedule && frame.y(value) < frame.bottom - 16;
  return (
    <text className="history-latest" x={frame.x(at)} y={frame.y(value) + (isBelow ? 17 : -9)} textAnchor="middle">
      {point.achieved}
    </text>
  );
}
