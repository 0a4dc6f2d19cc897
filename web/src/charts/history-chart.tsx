import { HistoryAxes, type HistoryFrame } from "./history-axes.tsx";
import { HistoryAimMark, HistoryDot, HistoryForecast, HistoryLatest, HistoryLines } from "./history-layers.tsx";
import type { HistoryMarks, Place } from "./history-marks.ts";
import type { HistoryScale } from "./history-scale.ts";

/** Everything a history chart shows: values and ready words only, so that a file can draw the same picture. */
export interface HistoryChartProps {
  readonly marks: HistoryMarks;
  readonly scale: HistoryScale;
  /** The ends of the time axis and the month looked at, as month numbers. */
  readonly first: number;
  readonly last: number;
  readonly asOf: number;
  /** The month that is pointed at; its value is null where it has none. */
  readonly pointed: { readonly at: number; readonly value: number | null } | null;
  /** What the picture shows, for those who hear it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Room for the labels of the value axis, in px: one for all panels, so that their months align. */
  readonly gutter: number;
}

const margin = { top: 20, right: 44, bottom: 22 };

type Sized = Pick<HistoryChartProps, "first" | "last" | "width" | "gutter">;

/** Where months and values of a chart lie, in px from its corner. */
function frameOf({ first, last, width, gutter, height, scale }: Sized & Pick<HistoryChartProps, "height" | "scale">) {
  const [left, right] = [gutter, Math.max(gutter + 40, width - margin.right)];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const frame: HistoryFrame = {
    x: (at) => left + ((at - first) / Math.max(1, last - first)) * (right - left),
    y: (value) => bottom - ((value - scale.bottom) / (scale.top - scale.bottom || 1)) * (bottom - top),
    ...{ left, right, top, bottom },
  };
  return frame;
}

/** The month under a place of a chart, in px from its left edge, as a month number. */
export function monthAt(x: number, { first, last, width, gutter }: Sized): number {
  const right = Math.max(gutter + 40, width - margin.right);
  return Math.round(first + ((x - gutter) / (right - gutter)) * (last - first));
}

/** The history of one quantity against its schedule, targets and forecast (LOOK.md, chart grammar), in one SVG. */
export function HistoryChart(props: HistoryChartProps) {
  const { marks, scale, first, last, asOf, pointed, label, width, height } = props;
  const frame = frameOf(props);
  const at: Place | null = pointed?.value == null ? null : { at: pointed.at, value: pointed.value };
  return (
    <svg className="history-chart" data-picture="" width={width} height={height} role="img" aria-label={label}>
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
      {pointed && (
        <line
          className="history-cursor"
          x1={frame.x(pointed.at)}
          x2={frame.x(pointed.at)}
          y1={frame.top}
          y2={frame.bottom}
        />
      )}
      {at && <circle className="history-active" cx={frame.x(at.at)} cy={frame.y(at.value)} r={4} />}
    </svg>
  );
}
