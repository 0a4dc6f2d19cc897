import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useState } from "react";
import type { Light } from "../api/types.ts";
import { lightLegend } from "../charts/drawings/legends.tsx";
import type { LightMapRow, MapCell } from "../charts/light-map-chart.tsx";
import type { RowLink } from "../charts/row-chart.tsx";
import { useWidth } from "../lib/use-width.ts";
import { useWords } from "../words/use-words.ts";
import { LightKey } from "./mark-key.tsx";
import "../styles/light-map.css";

const LightMapPicture = lazy(async () => {
  const { LightMapChart } = await import("../charts/light-map-chart.tsx");
  return { default: LightMapChart };
});

/** A cell of the map as it is spoken of. */
export interface SpokenCell {
  readonly row: LightMapRow;
  readonly month: string;
  readonly light: Light | null;
  readonly isCorrected: boolean;
}

/**
 * A map of lights with the words of the cell that is pointed at below it and its legend; a press, or Enter after the
 * arrow keys, chooses a cell's month. `rows`, `link` and `yearName` are best the same ones while the map stays what it is.
 */
export function LightMapFrame({
  months,
  rows,
  chosen,
  label,
  link,
  yearName,
  cellInWords,
  hint,
  onChoose,
}: {
  readonly months: readonly string[];
  readonly rows: readonly LightMapRow[];
  /** The month looked at. */
  readonly chosen: string;
  readonly label: string;
  readonly link?: RowLink;
  readonly yearName: (year: string) => string;
  readonly cellInWords: (cell: SpokenCell) => string;
  /** What is said while no cell is pointed at. */
  readonly hint: string;
  readonly onChoose: (month: string) => void;
}) {
  const words = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<MapCell | null>(null);
  const seen = rows[0]?.lights.length ?? 0;
  const place = months.indexOf(chosen);
  const choose = ({ month }: MapCell) => {
    const there = months[month];
    if (there !== undefined && month < seen) onChoose(there);
  };
  const under = async ({ nativeEvent, currentTarget }: MouseEvent) => {
    const { cellAt } = await import("../charts/light-map-chart.tsx");
    const { left, top } = currentTarget.getBoundingClientRect();
    const point = { x: nativeEvent.clientX - left, y: nativeEvent.clientY - top };
    return cellAt(point, { width, months: months.length, rows: rows.length });
  };
  const point = (cell: MapCell | null) =>
    setPointed((old) => (old !== null && cell?.row === old.row && cell.month === old.month ? old : cell));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const from = pointed ?? { row: 0, month: Math.max(0, place) };
    if (event.key === "Enter" && pointed && event.target === event.currentTarget) choose(pointed);
    if (step === undefined) return;
    event.preventDefault();
    point({
      row: Math.min(Math.max(from.row + step.row, 0), rows.length - 1),
      month: Math.min(Math.max(from.month + step.month, 0), seen - 1),
    });
  };
  const row = pointed === null ? undefined : rows[pointed.row];
  const cellMonth = pointed === null ? undefined : months[pointed.month];
  return (
    <div className="light-map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture whose cells are gone through by arrow keys has no element of its own */}
      <div
        ref={ref}
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the cells are reached by arrow keys from here
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseMove={(event) => void under(event).then(point)}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => void under(event).then((cell) => cell && choose(cell))}
        onBlur={() => setPointed(null)}
      >
        <Suspense fallback={<span className="chart-awaited" />}>
          {width > 0 && (
            <LightMapPicture
              months={months}
              rows={rows}
              width={width}
              chosen={place}
              pointed={pointed}
              label={label}
              {...(link && { link })}
              yearName={yearName}
            />
          )}
        </Suspense>
      </div>
      <p className="light-map-words" role="status">
        {pointed && row && cellMonth
          ? cellInWords({
              row,
              month: cellMonth,
              light: row.lights[pointed.month] ?? null,
              isCorrected: row.corrected.includes(pointed.month),
            })
          : hint}
      </p>
      <LightKey items={lightLegend(words, (light) => rows.some(({ lights }) => lights.includes(light)))} />
    </div>
  );
}

const steps: Readonly<Partial<Record<string, MapCell>>> = {
  ArrowLeft: { row: 0, month: -1 },
  ArrowRight: { row: 0, month: 1 },
  ArrowUp: { row: -1, month: 0 },
  ArrowDown: { row: 1, month: 0 },
};
