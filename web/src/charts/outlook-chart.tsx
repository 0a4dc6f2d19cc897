import { RowChart, type RowLink, type RowText } from "./row-chart.tsx";

/** A projected target, all in its own unit. */
export interface OutlookRow extends RowText {
  readonly achieved: number;
  readonly projected: number;
  readonly low: number;
  readonly high: number;
  readonly target: number;
}

/** What lies beyond this multiple of the target ends in an arrow. */
const furthest = 1.3;

/**
 * Where targets will stand at their deadline: a solid bar for what is achieved, the 80 % interval as a band, a dotted way
 * to the projected value, and the target's bracket, which stands at the same place in each row.
 */
export function OutlookChart(props: {
  readonly rows: readonly OutlookRow[];
  readonly width: number;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly label: string;
  readonly link?: RowLink;
}) {
  return (
    <RowChart
      {...props}
      rowHeight={52}
      nameWidth={Math.min(230, Math.round(props.width * 0.34))}
      marks={(row, { x, y, width, height }) => {
        const whole = Math.abs(row.target) * furthest || 1;
        const at = (value: number) => x + (Math.min(Math.max(value, 0), whole) / whole) * width;
        const middle = y + height / 2;
        const over = row.high > whole;
        return (
          <>
            <rect
              className="outlook-band"
              x={at(row.low)}
              width={Math.max(2, at(row.high) - at(row.low))}
              y={middle - 9}
              height={18}
              data-mark="interval"
            />
            <rect className="outlook-bar" x={x} width={at(row.achieved) - x} y={middle - 5} height={10} />
            <line className="outlook-way" x1={at(row.achieved)} x2={at(row.projected)} y1={middle} y2={middle} />
            <circle className="outlook-point" cx={at(row.projected)} cy={middle} r={4} data-mark="projected" />
            <line className="bullet-zero" x1={x} x2={x} y1={middle - 14} y2={middle + 14} />
            <path className="bullet-bracket" d={`M${at(row.target) - 5} ${middle - 14}h5v28h-5`} data-mark="target" />
            {over && <path className="outlook-over" d={`M${x + width + 1} ${middle - 6}l8 6l-8 6Z`} data-mark="over" />}
          </>
        );
      }}
    />
  );
}
