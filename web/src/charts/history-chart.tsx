import { ComposedChart, Line, Tooltip, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { HistoryAxes, type HistoryFrame } from "./history-axes.tsx";
import { HistoryAimMark, HistoryDot, HistoryForecast, HistoryLatest, HistoryLines } from "./history-layers.tsx";
import type { HistoryMarks } from "./history-marks.ts";
import type { HistoryScale } from "./history-scale.ts";

/** What one month says to the one who points at it or walks there by the arrow keys. */
export type HistoryNote = {
  readonly at: number;
  readonly value: number | null;
  readonly heading: string;
  readonly lines: readonly string[];
};

/** Everything a history chart shows: values and ready words only, so that a file can draw the same picture. */
export type HistoryChartProps = {
  readonly marks: HistoryMarks;
  readonly scale: HistoryScale;
  /** The ends of the time axis and the month looked at, as month numbers. */
  readonly first: number;
  readonly last: number;
  readonly asOf: number;
  readonly notes: readonly HistoryNote[];
  /** What the picture shows, for those who hear it. */
  readonly label: string;
  readonly height: number;
  /** Room for the labels of the value axis, in px: one for all panels, so that their months align. */
  readonly gutter: number;
  /** A fixed width in px; as wide as its place where not given. */
  readonly width?: number;
};

/** The history of one quantity against its schedule, targets and forecast (LOOK.md, chart grammar). */
export function HistoryChart({
  marks,
  scale,
  first,
  last,
  asOf,
  notes,
  label,
  height,
  gutter,
  width,
}: HistoryChartProps) {
  return (
    <ComposedChart
      data={[...notes]}
      margin={{ top: 22, right: 48, bottom: 22, left: gutter }}
      {...(width ? { width, height } : { responsive: true, style: { width: "100%", height } })}
      className="history-chart"
      role="img"
      aria-label={label}
    >
      <XAxis dataKey="at" type="number" domain={[first, last]} allowDataOverflow hide />
      <YAxis type="number" domain={[scale.bottom, scale.top]} allowDataOverflow hide />
      <Tooltip
        content={NoteBox}
        filterNull={false}
        isAnimationActive={false}
        cursor={{ className: "history-cursor" }}
      />
      <Layers marks={marks} scale={scale} first={first} last={last} asOf={asOf} />
      {/* Carries the months to the pointer; the path itself is drawn above, where its gaps are known. */}
      <Line
        dataKey="value"
        stroke="none"
        dot={false}
        activeDot={{ className: "history-active" }}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

function Layers({
  marks,
  scale,
  first,
  last,
  asOf,
}: Pick<HistoryChartProps, "marks" | "scale" | "first" | "last" | "asOf">) {
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const plot = usePlotArea();
  if (!toX || !toY || !plot) return null;
  const frame: HistoryFrame = {
    x: (at) => toX(at) ?? 0,
    y: (value) => toY(value) ?? 0,
    left: plot.x,
    right: plot.x + plot.width,
    top: plot.y,
    bottom: plot.y + plot.height,
  };
  return (
    <>
      <HistoryAxes frame={frame} scale={scale} first={first} last={last} asOf={asOf} />
      {marks.bands.map((band) => (
        <HistoryForecast key={band.target} frame={frame} scale={scale} band={band} />
      ))}
      <HistoryLines frame={frame} marks={marks} />
      {marks.aims.map((aim) => (
        <HistoryAimMark key={aim.target} frame={frame} aim={aim} />
      ))}
      {marks.points.map((point) => (
        <HistoryDot key={`${point.at}${point.kind}`} frame={frame} point={point} />
      ))}
      {marks.latest.map((point) => (
        <HistoryLatest key={point.at} frame={frame} point={point} aims={marks.aims} />
      ))}
    </>
  );
}

/** The words of the month under the pointer. */
function NoteBox({
  active,
  payload,
}: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: unknown }[];
}) {
  // Recharts hands back the row that was given as data; its own type does not know which.
  const note = payload?.[0]?.payload as HistoryNote | undefined;
  if (!active || !note) return null;
  return (
    <div className="history-note">
      <strong>{note.heading}</strong>
      {note.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
