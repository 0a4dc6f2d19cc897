import { Bar, BarChart, CartesianGrid, usePlotArea, useYAxisScale, XAxis, YAxis } from "recharts";
import { BulletMarks, type BulletValues } from "./bullet-marks.tsx";

/** One bar of the chart; `values` are shares of the target (1 is met). */
export interface CompletionRow {
  readonly key: string;
  readonly values: BulletValues;
}

/** What lies beyond this multiple of the target is an arrow, so that one row cannot flatten the rest. */
const furthest = 1.5;
const axisHeight = 26;

/** The ends of the scale that all rows share: zero and every target inside. */
function sharedScale(rows: readonly CompletionRow[]) {
  const highest = rows.flatMap(({ values }) => [values.stretch ?? 1, Math.min(values.achieved ?? 0, furthest)]);
  const lowest = rows.map(({ values }) => Math.max(values.achieved ?? 0, -0.25));
  const low = Math.min(0, ...lowest);
  return { low: low < 0 ? low - 0.04 : 0, high: Math.max(1, ...highest) + 0.04 };
}

/** The height in px of a chart of so many rows, its axis included. */
export const completionChartHeight = (rows: number, rowHeight: number) => rows * rowHeight + axisHeight;

/**
 * Completion of many targets on one scale, a row of `rowHeight` px each, in the order given; the axis stands below.
 * Rows keep their marks when the order changes, so that the eye can follow them.
 */
export function CompletionChart(props: {
  readonly rows: readonly CompletionRow[];
  readonly width: number;
  readonly rowHeight: number;
}) {
  const { rows, width, rowHeight } = props;
  const { low, high } = sharedScale(rows);
  const ticks = high > 1.4 ? [0, 0.5, 1, 1.5] : [0, 0.25, 0.5, 0.75, 1];
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={completionChartHeight(rows.length, rowHeight)}
      data={rows.map(({ key, values }) => ({ key, share: values.achieved }))}
      margin={{ top: 0, right: 12, bottom: 0, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} syncWithTicks stroke="var(--rule)" strokeDasharray="1 3" />
      <XAxis
        type="number"
        domain={[low, high]}
        allowDataOverflow
        ticks={ticks.filter((tick) => tick <= high)}
        tickFormatter={(tick: number) => `${tick * 100}%`}
        height={axisHeight}
        tickLine={false}
        axisLine={false}
        interval={width < 260 ? 1 : 0}
      />
      <YAxis type="category" dataKey="key" hide />
      <Bar dataKey="share" shape={() => null} isAnimationActive={false} />
      <Rows rows={rows} low={low} high={high} rowHeight={rowHeight} />
    </BarChart>
  );
}

function Rows(props: { rows: readonly CompletionRow[]; low: number; high: number; rowHeight: number }) {
  const plot = usePlotArea();
  const placeOf = useYAxisScale();
  if (!plot || !placeOf) return null;
  // Drawn in one order whatever the sorting, so that a row's marks move instead of being drawn anew.
  const steady = [...props.rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  return (
    <g className="bullet-row">
      {steady.map(({ key, values }) => (
        <svg key={key} x={plot.x} y={placeOf(key, { position: "start" }) ?? 0} overflow="visible" role="presentation">
          <svg y={props.rowHeight * 0.2} overflow="visible" role="presentation">
            <BulletMarks
              values={values}
              scale={{ low: props.low, high: props.high, span: plot.width }}
              height={props.rowHeight * 0.6}
            />
          </svg>
        </svg>
      ))}
    </g>
  );
}
