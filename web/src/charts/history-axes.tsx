import type { HistoryScale } from "./history-scale.ts";

/** Where a month and a quantity lie on the paper, and the plot's edges, all in px. */
export type HistoryFrame = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const tickText = (tick: number) => tick.toLocaleString("en-US").replace("-", "−");

/** Round values on hairlines, and the years between their ends; the month looked at stands as a fine line. */
export function HistoryAxes({
  frame,
  scale,
  first,
  last,
  asOf,
}: {
  readonly frame: HistoryFrame;
  readonly scale: HistoryScale;
  readonly first: number;
  readonly last: number;
  readonly asOf: number;
}) {
  const years = Array.from({ length: Math.ceil((last - first) / 12) + 1 }, (_, each) => Math.floor(first / 12) + each);
  const wide = frame.x(first + 12) - frame.x(first);
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "history-zero" : "history-grid"}
            x1={frame.left}
            x2={frame.right}
            y1={frame.y(tick)}
            y2={frame.y(tick)}
          />
          <text className="history-tick" x={frame.left - 6} y={frame.y(tick) + 4} textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {years.map((year) => {
        // The state at a year's end is its December; the year's own months run from there to the next.
        const from = Math.max(year * 12 - 1, first);
        const to = Math.min(year * 12 + 11, last);
        if (to - from < 4) return null;
        return (
          <g key={year}>
            <line className="history-year" x1={frame.x(to)} x2={frame.x(to)} y1={frame.bottom} y2={frame.bottom + 5} />
            <text
              className="history-tick"
              x={(frame.x(from) + frame.x(to)) / 2}
              y={frame.bottom + 16}
              textAnchor="middle"
            >
              {wide < 34 ? `’${String(year).slice(2)}` : year}
            </text>
          </g>
        );
      })}
      {asOf > first && asOf < last && (
        <line className="history-now" x1={frame.x(asOf)} x2={frame.x(asOf)} y1={frame.top} y2={frame.bottom} />
      )}
    </g>
  );
}
