import { scaleOf } from "./history-scale.ts";
import { widthOf } from "./wrapped.ts";

/** What one source brought in a quarter, in the chart's unit; `tint` is its place among the shades of the bars. */
export interface StepPartMark {
  readonly key: string;
  readonly value: number;
  readonly tint: number;
}

/** A quarter with what is written above its bar and below it. */
export interface StepMark {
  readonly key: string;
  readonly year: string;
  readonly name: string;
  readonly text: string;
  readonly parts: readonly StepPartMark[];
  /** What its sources brought together; null where nothing is reported. */
  readonly value: number | null;
  readonly due: number | null;
  /** Somebody has not reported it. */
  readonly isUnreported: boolean;
  readonly isCorrected: boolean;
}

/** A quarter takes no more room than this, so that four of them do not stand lost. */
const widest = 96;
const margin = { top: 22, right: 8, bottom: 40 };

/**
 * What each quarter brought, its sources stacked from zero, what fell away below it; the dark tick is what the schedule asks
 * of the quarter, a dot stands where a report is missing.
 */
export function StepChart(props: {
  readonly quarters: readonly StepMark[];
  readonly isWhole: boolean;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}) {
  const { quarters, isWhole, width, height } = props;
  const sumOf = (parts: readonly StepPartMark[]) => parts.reduce((sum, { value }) => sum + value, 0);
  const ups = quarters.map(({ parts }) => sumOf(parts.filter(({ value }) => value > 0)));
  const downs = quarters.map(({ parts }) => sumOf(parts.filter(({ value }) => value < 0)));
  const dues = quarters.flatMap(({ due }) => due ?? []);
  const scale = scaleOf({ low: Math.min(0, ...downs, ...dues), high: Math.max(0, ...ups, ...dues) }, isWhole);
  const gutter = 14 + Math.max(...scale.ticks.map((tick) => widthOf(tick.toLocaleString("en-US"), 12)));
  const bottom = height - margin.bottom;
  const y = (value: number) =>
    bottom - ((value - scale.bottom) / (scale.top - scale.bottom || 1)) * (bottom - margin.top);
  const step = Math.min(widest, (width - gutter - margin.right) / Math.max(1, quarters.length));
  const thick = Math.min(44, step * 0.62);
  return (
    <svg className="step-chart" data-picture="" width={width} height={height} role="img" aria-label={props.label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? "history-zero" : "history-grid"}
            x1={gutter}
            x2={width - margin.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="history-tick" x={gutter - 6} y={y(tick) + 4} textAnchor="end">
            {tick.toLocaleString("en-US").replace("-", "−")}
          </text>
        </g>
      ))}
      {quarters.map((quarter, place) => {
        const middle = gutter + step * (place + 0.5);
        const left = middle - thick / 2;
        const isYearsFirst = quarters[place - 1]?.year !== quarter.year;
        const ends = { up: 0, down: 0 };
        return (
          <g key={quarter.key} data-quarter={quarter.key}>
            {quarter.parts.map(({ key, value, tint }) => {
              const from = value > 0 ? ends.up : ends.down;
              if (value > 0) ends.up += value;
              else ends.down += value;
              const [low, high] = [Math.min(from, from + value), Math.max(from, from + value)];
              return (
                <rect
                  key={key}
                  className={`step-part step-tint-${tint}`}
                  x={left}
                  width={thick}
                  y={y(high)}
                  height={Math.max(0, y(low) - y(high))}
                  data-mark="part"
                />
              );
            })}
            {quarter.due !== null && (
              <rect
                className="bullet-tick"
                x={left - 5}
                width={thick + 10}
                y={y(quarter.due) - 1.25}
                height={2.5}
                data-mark="expected"
              />
            )}
            {quarter.isUnreported && (
              <circle className="bullet-dot" cx={middle} cy={y(0) - 9} r={3.4} data-mark="unreported" />
            )}
            {quarter.isCorrected && (
              <path className="history-notch" d={`M${left + thick - 7} ${y(ends.up) - 2}h7v7Z`} data-mark="corrected" />
            )}
            {quarter.value !== null && widthOf(quarter.text, 12) < step + 6 && (
              <text
                className="step-value"
                x={middle}
                y={Math.min(y(Math.max(ends.up, 0)), quarter.due === null ? y(0) : y(Math.max(quarter.due, 0))) - 6}
                textAnchor="middle"
              >
                {quarter.text}
              </text>
            )}
            {step > 15 && (
              <text className="history-tick" x={middle} y={bottom + 16} textAnchor="middle">
                {quarter.name}
              </text>
            )}
            {isYearsFirst && (
              <>
                <line
                  className="history-year"
                  x1={middle - step / 2}
                  x2={middle - step / 2}
                  y1={bottom}
                  y2={bottom + 34}
                />
                <text className="history-tick" x={middle - step / 2 + 5} y={bottom + 33}>
                  {quarter.year}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
