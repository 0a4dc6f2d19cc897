import type { Light } from "../api/types.ts";
import { RowChart, type RowLink, type RowText } from "./row-chart.tsx";
import { widthOf } from "./wrapped.ts";

/** A row of the ranking: what is lacking, as a number for the bar and in words with its unit beside it. */
export interface ShortfallRow extends RowText {
  readonly value: number;
  readonly quantity: string;
  readonly light: Light;
}

/** What is lacking, the largest first, each bar in the colour of its light with the quantity beside it. */
export function ShortfallChart(props: {
  readonly rows: readonly ShortfallRow[];
  readonly width: number;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly label: string;
  readonly link?: RowLink;
}) {
  const { rows, width } = props;
  const largest = Math.max(...rows.map(({ value }) => value));
  const room = Math.max(...rows.map(({ quantity }) => widthOf(quantity, 13))) + 14;
  return (
    <RowChart
      {...props}
      rowHeight={44}
      nameWidth={Math.min(176, Math.round(width * 0.3))}
      marks={({ value, quantity, light }, { x, y, width: span, height }) => {
        const length = (value / largest) * Math.max(8, span - room);
        return (
          <>
            <rect
              className={`row-bar light-${light}`}
              x={x}
              y={y + height * 0.28}
              width={length}
              height={height * 0.44}
              fill="currentColor"
            />
            <line className="bullet-zero" x1={x} x2={x} y1={y + height * 0.16} y2={y + height * 0.84} />
            <text className="row-quantity" x={x + length + 6} y={y + height / 2 + 5}>
              {quantity}
            </text>
          </>
        );
      }}
    />
  );
}
