import { BulletMarks, type BulletValues } from "./bullet-marks.tsx";
import { type FigureLink, RowChart, type RowColumn, type RowLink, type RowText } from "./row-chart.tsx";

/** One bar of the chart; `values` are shares of the target (1 is met), `over` is said where the bar goes beyond the scale. */
export interface CompletionRow extends RowText {
  readonly values: BulletValues;
  readonly over: string;
}

/** What lies beyond this multiple of the target is an arrow, so that one row cannot flatten the rest. */
const furthest = 1.5;
const axisHeight = 24;

/** The ends of the scale that all rows share: zero and every target inside. */
function sharedScale(rows: readonly CompletionRow[]) {
  const highest = rows.flatMap(({ values }) => [values.stretch ?? 1, Math.min(values.achieved ?? 0, furthest)]);
  const lowest = rows.map(({ values }) => Math.max(values.achieved ?? 0, -0.25));
  const low = Math.min(0, ...lowest);
  return { low: low < 0 ? low - 0.04 : 0, high: Math.max(1, ...highest) + 0.04 };
}

/** Completion of many targets on one scale, in the order given; the axis stands below. */
export function CompletionChart(props: {
  readonly rows: readonly CompletionRow[];
  readonly width: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  readonly columns: readonly RowColumn[];
  readonly lights: RowColumn;
  readonly label: string;
  readonly link?: RowLink;
  readonly figureLink?: FigureLink;
}) {
  const { rows } = props;
  const { low, high } = sharedScale(rows);
  const known = high > 1.4 ? [0, 0.5, 1, 1.5] : [0, 0.25, 0.5, 0.75, 1];
  const ticks = known.filter((tick) => tick <= high);
  return (
    <RowChart
      {...props}
      axis={{
        height: axisHeight,
        marks: ({ x, y, width, height }) => {
          const at = (tick: number) => x + ((tick - low) / (high - low)) * (width - 12);
          const shown = width < 200 ? ticks.filter((tick) => tick === 0 || tick === 1) : ticks;
          return shown.map((tick) => (
            <g key={tick}>
              <line className="row-grid" x1={at(tick)} x2={at(tick)} y1={y} y2={y + height} />
              <text className="row-heading" x={at(tick)} y={y + height + 17} textAnchor="middle">
                {`${tick * 100}%`}
              </text>
            </g>
          ));
        },
      }}
      marks={({ values, over }, { x, y, width, height }) => {
        const span = width - 12;
        const isOver = values.achieved !== null && values.achieved > high;
        return (
          <>
            <svg x={x} y={y + height * 0.2} overflow="visible" role="presentation">
              <BulletMarks values={values} scale={{ low, high, span }} height={height * 0.6} />
            </svg>
            {isOver && (
              <text className="row-over" x={x + span - 4} y={y + height / 2 + 4} textAnchor="end" data-mark="over-text">
                {over}
              </text>
            )}
          </>
        );
      }}
    />
  );
}
