import type { ReactNode } from "react";
import type { Light } from "../api/types.ts";
import { lightPaths } from "./light-paths.ts";
import { wrapped } from "./wrapped.ts";

/** One row: its name, a second thinner line below it, the figures to the right of its marks, and its light at the end. */
export interface RowText {
  readonly key: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly figures: readonly string[];
  /** A light in shape and word; asked for where the chart has a column of lights. */
  readonly light?: Light | null;
  readonly lightWord?: string;
  /** A second, thinner line below the light's word. */
  readonly lack?: string | null;
  /** Why the light is what it is, for who points at it. */
  readonly why?: string;
  /** Stands on a ground of its own: the row that the page is about. */
  readonly isOwn?: boolean;
}

/** Where the marks of a row stand: from `x`, `width` px wide, in a row of `height` px whose top is `y`. */
export interface RowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Leads from a row's name to what it is about; the name alone where there is no way. */
export type RowLink = (key: string, name: ReactNode) => ReactNode;

/** Leads from a row's first figure to where it came from; the figure alone where it has no origin of its own. */
export type FigureLink = (key: string, figure: ReactNode) => ReactNode;

/** A column of figures, or that of the lights. */
export interface RowColumn {
  readonly heading: string;
  readonly width: number;
}

const size = { name: 13, note: 12, line: 17, head: 22, shape: 14 };

/**
 * A chart that is read as rows: names on the left, marks on one scale in the middle, figures on the right under their
 * headings, lights last. All of it is one SVG, so that a picture of it is whole. Widths in px.
 */
export function RowChart<Row extends RowText>(props: {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  /** The columns of the figures; as many as each row has figures. */
  readonly columns: readonly RowColumn[];
  readonly lights?: RowColumn;
  readonly label: string;
  readonly link?: RowLink;
  readonly figureLink?: FigureLink;
  readonly marks: (row: Row, place: RowPlace) => ReactNode;
  /** What stands behind all rows and below them, so many px high: an axis. */
  readonly axis?: { readonly height: number; readonly marks: (place: RowPlace) => ReactNode };
}) {
  const { rows, width, rowHeight, nameWidth, columns, lights, axis } = props;
  const lightsWidth = lights?.width ?? 0;
  const figuresWidth = columns.reduce((sum, column) => sum + column.width, 0);
  const marksWidth = Math.max(40, width - nameWidth - figuresWidth - lightsWidth - 16);
  const rightOf = (place: number) =>
    width - lightsWidth - columns.slice(place + 1).reduce((sum, column) => sum + column.width, 0) - 2;
  const bottom = size.head + rows.length * rowHeight;
  const lightsAt = width - lightsWidth + 12;
  return (
    <svg
      className="row-chart"
      width={width}
      height={bottom + 2 + (axis?.height ?? 0)}
      role={props.link || props.figureLink ? "group" : "img"}
      aria-label={props.label}
    >
      {rows.map(
        ({ key, isOwn }, place) =>
          isOwn && (
            <rect
              key={key}
              className="row-own"
              x={0}
              y={size.head + place * rowHeight}
              width={width}
              height={rowHeight}
              data-mark="own"
            />
          ),
      )}
      {axis?.marks({ x: nameWidth, y: size.head, width: marksWidth, height: bottom - size.head })}
      {columns.map(({ heading }, place) => (
        <text key={heading} className="row-heading" x={rightOf(place)} y={14} textAnchor="end">
          {heading}
        </text>
      ))}
      {lights && (
        <text className="row-heading" x={lightsAt} y={14}>
          {lights.heading}
        </text>
      )}
      <line className="row-rule-head" x1={0} x2={width} y1={size.head - 2} y2={size.head - 2} />
      {rows.map((row, place) => {
        const y = size.head + place * rowHeight;
        const isHigh = row.note === undefined || rowHeight >= 3 * size.line;
        const lines = wrapped(row.name, nameWidth - 8, size.name, isHigh ? 2 : 1);
        const notes = row.note === undefined ? [] : wrapped(row.note, nameWidth - 8, size.note, 1);
        const lightMiddle = y + rowHeight / 2 - (row.lack ? size.line / 2 : 0);
        const top = y + (rowHeight - (lines.length + notes.length) * size.line) / 2 + 13;
        const name = (
          <>
            <rect className="row-touch" x={0} y={y} width={nameWidth - 8} height={rowHeight - 1} />
            <text className="row-name" x={2} y={top}>
              {lines.map((line, at) => (
                <tspan key={line} x={2} dy={at === 0 ? 0 : size.line}>
                  {line}
                </tspan>
              ))}
            </text>
          </>
        );
        return (
          <g key={row.key} data-row={row.key}>
            {props.link ? props.link(row.key, name) : name}
            {notes.map((note) => (
              <text key={note} className="row-note" x={2} y={top + lines.length * size.line}>
                {note}
              </text>
            ))}
            {props.marks(row, { x: nameWidth, y, width: marksWidth, height: rowHeight })}
            {row.figures.map((figure, at) => {
              const span = columns[at]?.width ?? 0;
              const text = (
                <>
                  {at === 0 && props.figureLink && (
                    <rect
                      className="row-touch"
                      x={rightOf(at) - span + 12}
                      y={y}
                      width={span - 12}
                      height={rowHeight - 1}
                    />
                  )}
                  <text className="row-figure" x={rightOf(at)} y={y + rowHeight / 2 + 5} textAnchor="end">
                    {figure}
                  </text>
                </>
              );
              return (
                <g key={columns[at]?.heading ?? at}>
                  {at === 0 && props.figureLink ? props.figureLink(row.key, text) : text}
                </g>
              );
            })}
            {lights && (
              <g>
                {row.why && <title>{row.why}</title>}
                {row.light && (
                  <svg
                    x={lightsAt}
                    y={lightMiddle - size.shape / 2}
                    width={size.shape}
                    height={size.shape}
                    viewBox="0 0 16 16"
                    role="presentation"
                    className={`light-${row.light}`}
                    data-mark={row.light}
                  >
                    <path
                      d={lightPaths[row.light].path}
                      fill={lightPaths[row.light].stroke === 0 ? "currentColor" : "none"}
                      stroke={lightPaths[row.light].stroke === 0 ? "none" : "currentColor"}
                      strokeWidth={lightPaths[row.light].stroke}
                    />
                  </svg>
                )}
                <text className="row-light" x={lightsAt + (row.light ? size.shape + 6 : 0)} y={lightMiddle + 5}>
                  {row.lightWord}
                </text>
                {row.lack && (
                  <text className="row-note" x={lightsAt} y={lightMiddle + 4 + size.line}>
                    {row.lack}
                  </text>
                )}
              </g>
            )}
            <line className="row-rule" x1={0} x2={width} y1={y + rowHeight - 0.5} y2={y + rowHeight - 0.5} />
          </g>
        );
      })}
    </svg>
  );
}
