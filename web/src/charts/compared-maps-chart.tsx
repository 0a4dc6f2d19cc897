import { LightMapChart, type LightMapRow, type MapCell, mapHeight } from "./light-map-chart.tsx";

/** One map of the pair: what it is called, its rows, and which of its cells differ from the other's. */
export interface ComparedMap {
  readonly heading: string;
  readonly rows: readonly LightMapRow[];
  readonly moved: readonly MapCell[];
}

const size = { heading: 22, between: 28, below: 16, twoFrom: 1100 };

/** Maps of the same rows and months beside each other, below each other where that is too narrow; one SVG, so that its picture is whole. */
export function ComparedMapsChart({
  maps,
  months,
  width,
  label,
  yearName,
}: {
  readonly maps: readonly ComparedMap[];
  readonly months: readonly string[];
  readonly width: number;
  readonly label: string;
  readonly yearName: (year: string) => string;
}) {
  const columns = width >= size.twoFrom ? maps.length : 1;
  const mapWidth = (width - (columns - 1) * size.between) / columns;
  const rowHeight = size.heading + mapHeight(maps[0]?.rows.length ?? 0, mapWidth) + size.below;
  return (
    <svg
      className="compared-maps"
      data-picture=""
      width={width}
      height={Math.ceil(maps.length / columns) * rowHeight}
      role="img"
      aria-label={label}
    >
      {maps.map(({ heading, rows, moved }, place) => {
        const [x, y] = [(place % columns) * (mapWidth + size.between), Math.floor(place / columns) * rowHeight];
        return (
          <g key={heading}>
            <text x={x + 2} y={y + 14}>
              {heading}
            </text>
            <LightMapChart
              at={{ x, y: y + size.heading }}
              months={months}
              rows={rows}
              width={mapWidth}
              chosen={-1}
              pointed={null}
              moved={moved}
              label={heading}
              yearName={yearName}
            />
          </g>
        );
      })}
    </svg>
  );
}
