import { memo } from "react";
import type { Light } from "../api/types.ts";
import { lightPathAt, lightPaths } from "./light-paths.ts";
import type { RowLink } from "./row-chart.tsx";
import { wrapped } from "./wrapped.ts";

/** One line of the map: its lights month by month, null where there is none. */
export interface LightMapRow {
  readonly key: string;
  readonly name: string;
  readonly lights: readonly (Light | null)[];
  /** Places of months in which a correction stands. */
  readonly corrected: readonly number[];
}

/** A cell by the places of its row and month. */
export interface MapCell {
  readonly row: number;
  readonly month: number;
}

const size = { row: 26, slim: 22, axis: 34, name: 13, slimName: 12 };

/**
 * The measures of a map so many px wide; a cell too narrow for its shape is colour alone, its word stands below the map, and
 * the names take what the shapes leave, for two that are cut alike cannot be told apart. Rows too low for a finger lead nowhere.
 */
export function lightMapLayout(width: number, months: number) {
  const isSlim = width < 560;
  const nameWidth = Math.min(178, Math.round(width * (isSlim ? 0.37 : 0.24)));
  const cell = (width - nameWidth - 2) / months;
  return {
    nameWidth,
    nameSize: isSlim ? size.slimName : size.name,
    cell,
    rowHeight: isSlim ? size.slim : size.row,
    hasShapes: cell >= 10,
    hasLinks: !isSlim,
  };
}

/** The height of a map, in px. */
export const mapHeight = (rows: number, width: number): number =>
  size.axis + rows * lightMapLayout(width, 1).rowHeight + 4;

interface Ground {
  readonly months: readonly string[];
  readonly rows: readonly LightMapRow[];
  readonly width: number;
  /** The place of the month looked at; nothing is framed where it is not among them. */
  readonly chosen: number;
  readonly link?: RowLink;
  readonly yearName: (year: string) => string;
}

/**
 * Lights of many rows over many months, one cell each, with a notch where a correction stands and a frame around the month
 * looked at; what came after it is pale. All cells of a light are one path and all of their shapes another, and what is
 * pointed at leaves them as they are, so that a map of a hundred places is as quick as one of ten.
 */
export function LightMapChart({
  pointed,
  moved = [],
  label,
  at,
  ...ground
}: Ground & {
  /** Where it stands in a picture of several maps, in px. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly pointed: MapCell | null;
  /** Cells that stand out because they would be otherwise. */
  readonly moved?: readonly MapCell[];
  readonly label: string;
}) {
  const { months, rows, width, link } = ground;
  const { nameWidth, cell, rowHeight } = lightMapLayout(width, months.length);
  return (
    <svg
      className="light-map"
      {...at}
      width={width}
      height={mapHeight(rows.length, width)}
      role={link ? "group" : "img"}
      aria-label={label}
    >
      <MapGround {...ground} />
      {moved.length > 0 && (
        <path
          className="map-moved"
          d={moved
            .map(({ row, month }) => {
              const [x, y] = [nameWidth + month * cell, size.axis + row * rowHeight + 0.5];
              return `M${x.toFixed(2)} ${y}h${cell.toFixed(2)}v${rowHeight - 1}h${(-cell).toFixed(2)}Z`;
            })
            .join("")}
          data-mark="moved"
        />
      )}
      {pointed && (
        <rect
          className="map-pointed"
          x={nameWidth + pointed.month * cell - 1}
          y={size.axis + pointed.row * rowHeight}
          width={cell + 2}
          height={rowHeight}
        />
      )}
    </svg>
  );
}

const MapGround = memo(function MapGround(props: Ground) {
  const { months, rows, width, chosen } = props;
  const { nameWidth, nameSize, cell, rowHeight, hasShapes, hasLinks } = lightMapLayout(width, months.length);
  const left = (month: number) => nameWidth + month * cell;
  const top = (row: number) => size.axis + row * rowHeight;
  const gap = cell < 8 ? 0.5 : 1;
  const side = Math.min(9, cell - 3);
  const cells = new Map<Light, { squares: string[]; shapes: string[] }>();
  const notches: string[] = [];
  rows.forEach((row, at) => {
    row.lights.forEach((light, month) => {
      if (light === null) return;
      const kind = cells.get(light) ?? { squares: [], shapes: [] };
      cells.set(light, kind);
      const [x, y] = [left(month) + gap / 2, top(at) + 1];
      kind.squares.push(
        `M${x.toFixed(2)} ${y}h${(cell - gap).toFixed(2)}v${rowHeight - 2}h${(gap - cell).toFixed(2)}Z`,
      );
      if (hasShapes) {
        const [shapeX, shapeY] = [left(month) + (cell - side) / 2, top(at) + (rowHeight - side) / 2];
        kind.shapes.push(lightPathAt(light, shapeX, shapeY, side));
      }
    });
    for (const month of row.corrected) {
      notches.push(`M${(left(month) + cell - gap / 2).toFixed(2)} ${top(at) + 1}h-6l6 6Z`);
    }
  });
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const bottom = top(rows.length);
  return (
    <>
      {years.map((year) => {
        const first = months.findIndex((month) => month.startsWith(year));
        const count = months.filter((month) => month.startsWith(year)).length;
        return (
          <g key={year}>
            <line className="map-year-rule" x1={left(first)} x2={left(first)} y1={8} y2={bottom} />
            {count * cell > 30 && (
              <text className="map-year" x={left(first) + 4} y={18}>
                {props.yearName(year)}
              </text>
            )}
          </g>
        );
      })}
      {rows.map((row, at) => {
        const [name = row.name] = wrapped(row.name, nameWidth - 8, nameSize, 1);
        const text = (
          <text className={hasLinks ? "row-name" : "row-name slim"} x={2} y={top(at) + rowHeight / 2 + 5}>
            {name}
          </text>
        );
        return (
          <g key={row.key}>
            {props.link && hasLinks ? props.link(row.key, text) : text}
            <line className="row-rule" x1={0} x2={width} y1={top(at)} y2={top(at)} />
          </g>
        );
      })}
      {[...cells].map(([light, { squares, shapes }]) => (
        <g key={light} className={`map-cells map-${light}`}>
          <path d={squares.join("")} data-mark={light} />
          {shapes.length > 0 && (
            <path
              d={shapes.join("")}
              className={`map-shape map-shape-${light}`}
              fill={lightPaths[light].stroke === 0 ? "currentColor" : "none"}
              stroke={lightPaths[light].stroke === 0 ? "none" : "currentColor"}
              strokeWidth={(lightPaths[light].stroke * side) / 16}
            />
          )}
        </g>
      ))}
      {notches.length > 0 && <path className="map-notch" d={notches.join("")} data-mark="corrected" />}
      {chosen >= 0 && (
        <rect
          className="map-later"
          x={left(chosen + 1)}
          y={size.axis}
          width={Math.max(0, left(months.length) - left(chosen + 1))}
          height={bottom - size.axis}
        />
      )}
      {chosen >= 0 && (
        <rect
          className="map-chosen"
          x={left(chosen) - 0.5}
          y={size.axis - 4}
          width={cell + 1}
          height={bottom - size.axis + 6}
          data-mark="chosen"
        />
      )}
    </>
  );
});

/** The cell under a point of the map, in px from its corner; null beside the cells. */
export function cellAt(
  point: { readonly x: number; readonly y: number },
  map: { readonly width: number; readonly months: number; readonly rows: number },
): MapCell | null {
  const { nameWidth, cell, rowHeight } = lightMapLayout(map.width, map.months);
  const month = Math.floor((point.x - nameWidth) / cell);
  const row = Math.floor((point.y - size.axis) / rowHeight);
  const isInside = month >= 0 && month < map.months && row >= 0 && row < map.rows;
  return isInside ? { row, month } : null;
}
