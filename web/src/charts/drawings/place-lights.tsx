/** The lights of one target of all places over the months: its words, its rows, and the drawing that can leave the page. */
import type { HeadlineLights } from "../../api/types.ts";
import { indicatorName } from "../../words/indicator-name.ts";
import type { Words } from "../../words/spoken-words.ts";
import { LightMapChart, type LightMapRow } from "../light-map-chart.tsx";
import { type Drawing, drawnWidth } from "./drawing.ts";
import { lightLegend } from "./legends.tsx";

/** A target of a place, by the key of its plan and its own. */
interface PlacedTarget {
  readonly plan: string;
  readonly target: string;
}

const keyOf = ({ plan, target }: PlacedTarget) => `${plan} ${target}`;

/** Which target the map is about. */
export function placeLightsTitle(words: Words, lights: HeadlineLights): string {
  const name = indicatorName(words, { ...lights, scopeName: null });
  return words.t("places.lights.titleOf", { name, horizon: words.horizon(lights.horizon, true) });
}

/** The months that the map has cells of, and whose figures they are. */
export function placeLightsSubtitle({ t }: Words, { months, rows, basis }: HeadlineLights): string {
  const last = months[(rows[0]?.lights.length ?? 0) - 1] ?? "";
  return [t("places.lights.span", { from: months[0] ?? "", to: last }), t(`basis.${basis}`)].join(" · ");
}

/** The rows of the map in an order of targets; those that the order does not name are left out. */
export function placeLightRows({ say }: Words, lights: HeadlineLights, order: readonly PlacedTarget[]): LightMapRow[] {
  const byKey = new Map(lights.rows.map((row) => [keyOf(row), row]));
  return order.flatMap((placed) => {
    const row = byKey.get(keyOf(placed));
    if (row === undefined) return [];
    const name = [row.place, ...(row.scopeName ? [row.scopeName] : [])].map(say).join(" · ");
    const corrected = row.corrected.map((month) => lights.months.indexOf(month));
    return [{ key: keyOf(row), name, lights: row.lights, corrected }];
  });
}

/** The map of all places where no page stands around it; null before the first light. */
export function placeLightsDrawing(
  words: Words,
  lights: HeadlineLights,
  order: readonly PlacedTarget[],
  month: string,
): Drawing | null {
  const rows = placeLightRows(words, lights, order);
  if (lights.months.length === 0 || rows.length === 0) return null;
  const title = placeLightsTitle(words, lights);
  return {
    title,
    subtitle: placeLightsSubtitle(words, lights),
    legend: lightLegend(words, (light) => rows.some((row) => row.lights.includes(light))),
    charts: [
      {
        heading: null,
        chart: (
          <LightMapChart
            months={lights.months}
            rows={rows}
            width={drawnWidth.alone}
            chosen={lights.months.indexOf(month)}
            pointed={null}
            label={title}
            yearName={(year) => words.t("month.year", { year })}
          />
        ),
      },
    ],
  };
}
