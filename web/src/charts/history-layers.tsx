import type { HistoryFrame } from "./history-axes.tsx";
import type { HistoryAim, HistoryBand, HistoryMarks, HistoryPoint, Place } from "./history-marks.ts";
import type { HistoryScale } from "./history-scale.ts";

/** Labels closer than this, in px, would cover each other. */
const labelWidth = 44;
const labelHeight = 16;
const bracketWidth = 12;

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

/** A path held within the scale: where it leaves it, it ends on the scale's edge. */
function heldWithin(places: readonly Place[], { bottom, top }: HistoryScale): Place[] {
  return places.flatMap((place, each) => {
    const before = places[each - 1];
    const crossings = before
      ? [bottom, top]
          .map((edge) => ({ edge, share: (edge - before.value) / (place.value - before.value) }))
          .filter(({ share }) => share > 0 && share < 1)
          .sort((one, other) => one.share - other.share)
          .map(({ edge, share }) => ({ at: before.at + share * (place.at - before.at), value: edge }))
      : [];
    return [...crossings, { at: place.at, value: Math.min(Math.max(place.value, bottom), top) }];
  });
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
  const { places } = band;
  const last = places.at(-1);
  if (!last) return null;
  const high = places.map(({ at, high: value }) => ({ at, value }));
  const low = places.map(({ at, low: value }) => ({ at, value }));
  const edge = [...heldWithin(high, scale), ...heldWithin(low, scale).reverse()];
  return (
    <g data-mark="forecast">
      <path className="history-band" d={`${lineThrough(frame, edge)}Z`} />
      <path className="history-projected" d={lineThrough(frame, heldWithin(places, scale))} />
      {last.high > scale.top && (
        <g data-mark="over">
          <path className="history-arrow" d={`M${frame.x(last.at)} ${frame.top - 7}l4 6h-8Z`} />
          <text className="history-aside" x={frame.x(last.at) - 7} y={frame.top - 1} textAnchor="end">
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
  const isAtEnd = frame.right - x < 24;
  const serif = aim.isFalling ? -6 : 6;
  const bracket = (height: number) => `M${x - 9} ${height + serif}V${height}H${x + 3}V${height + serif}`;
  return (
    <g data-mark="target">
      {aim.steps.length > 1 && (
        <path className="history-adjusted" d={stepsThrough(frame, aim.steps)} data-mark="adjusted" />
      )}
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
            y={frame.y(aim.stretch.value) + 4}
            textAnchor={isAtEnd ? "start" : "end"}
          >
            {aim.stretch.text}
          </text>
        </>
      )}
      <path className="history-bracket" d={bracket(y)} />
      <text className="history-aim" {...labelPlace(x, y, isAtEnd, aim.isUnderPath && frame.bottom - y > labelHeight)}>
        {aim.text}
      </text>
    </g>
  );
}

/** In the margin at the frame's end; before it above the bracket, or below it where the path runs above and there is room. */
function labelPlace(x: number, y: number, isAtEnd: boolean, isBelow: boolean) {
  if (isAtEnd) return { x: x + 7, y: y + 4, textAnchor: "start" } as const;
  return isBelow
    ? ({ x: x + 6, y: y + 15, textAnchor: "start" } as const)
    : ({ x: x + 3, y: y - 6, textAnchor: "end" } as const);
}

/** One month's mark: solid when reported, hollow when carried forward, a dot on the base line when 未报. */
export function HistoryDot({ frame, point }: { readonly frame: HistoryFrame; readonly point: HistoryPoint }) {
  const x = frame.x(point.at);
  const y = point.value === null ? frame.y(0) - 5 : frame.y(point.value);
  // Where months stand close the dots shrink, so that they stay apart and the line is seen.
  const month = frame.x(point.at + 1) - x;
  return (
    <g>
      <circle
        className={`history-${point.kind}-dot`}
        cx={x}
        cy={y}
        r={point.kind === "reported" ? Math.min(2.4, Math.max(1.2, month * 0.35)) : 2.6}
        data-mark={point.kind}
      />
      {point.isCorrected && <path className="history-notch" d={`M${x + 2} ${y - 10}h7v7Z`} data-mark="corrected" />}
    </g>
  );
}

/**
 * The last value known, in figures above its point, or below it where the point is under its schedule; beside it where
 * a target's own figure stands close by, and not at all where that figure is the same.
 */
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
  const x = frame.x(at);
  const y = frame.y(value);
  const near = aims.find(
    (aim) =>
      aim.at !== null &&
      Math.abs(frame.x(aim.at) - x) < labelWidth &&
      Math.abs(frame.y(aim.value) - y) < labelHeight * 1.5,
  );
  if (near?.value === value) return null;
  const isBelow = point.isUnderSchedule && y < frame.bottom - labelHeight;
  // After a target of the same month; before one that is still ahead, above the path on its way up.
  const isAfter = near !== undefined && frame.x(near.at ?? 0) - x < bracketWidth && frame.right - x >= labelWidth;
  const isBefore = near !== undefined && !isAfter;
  return (
    <text
      className="history-latest"
      x={isAfter ? x + 8 : isBefore ? x - 5 : x}
      y={isAfter ? y + 4 : isBelow && !isBefore ? y + labelHeight + 1 : y - 9}
      textAnchor={isAfter ? "start" : isBefore ? "end" : "middle"}
    >
      {point.achieved}
    </text>
  );
}
