import type { HistoryMarks } from "./history-marks.ts";

/** A vertical scale: it holds zero, every value and every target; `ticks` are round and lie within. */
export type HistoryScale = { readonly bottom: number; readonly top: number; readonly ticks: readonly number[] };

/** Panels of one unit share a scale as long as the smallest fills this part of it; a smaller one would lie flat. */
const leastFill = 0.25;
/** How far above targets and values a forecast may lift the scale; beyond it the band ends in an arrow. */
const forecastLift = 1.5;

/** The lowest and highest quantity that a chart must show: zero, values, schedules, targets, and the band in reason. */
export function reachOf(marks: HistoryMarks): { low: number; high: number } {
  const values = [
    0,
    ...marks.points.flatMap(({ value }) => (value === null ? [] : [value])),
    ...marks.segments.flatMap(({ places }) => places.map(({ value }) => value)),
    ...marks.schedules.flatMap(({ places }) => places.map(({ value }) => value)),
    ...marks.aims.flatMap(({ value, stretch, steps }) => [
      value,
      ...(stretch === null ? [] : [stretch.value]),
      ...steps.map((step) => step.value),
    ]),
  ];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const bands = marks.bands.flatMap(({ places }) => places);
  const limit = Math.max(high, -low) * forecastLift;
  return {
    low: Math.max(Math.min(low, ...bands.map((place) => place.low)), -limit),
    high: Math.min(Math.max(high, ...bands.map((place) => place.high)), limit),
  };
}

/**
 * Round ticks of 1, 2 or 5 times a power of ten, some four of them, whole where `isWhole`, with the scale reaching to
 * the next tick beyond both ends.
 */
export function scaleOf({ low, high }: { low: number; high: number }, isWhole: boolean): HistoryScale {
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  const step = isWhole ? Math.max(1, Math.round(factor * power)) : factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, each) =>
    Number(((first + each) * step).toFixed(decimals)),
  );
  return { bottom: ticks[0] ?? 0, top: ticks.at(-1) ?? 1, ticks };
}

/**
 * One scale for the panels of one unit, as far as their reach allows: the largest first, and with it each that would
 * fill at least a quarter; what is smaller starts a scale of its own. Answers in the order given.
 */
export function sharedScales(
  panels: readonly { readonly unit: string; readonly isWhole: boolean; readonly marks: HistoryMarks }[],
): HistoryScale[] {
  const reaches = panels.map(({ marks }) => reachOf(marks));
  const sizeOf = (place: number) => Math.max(reaches[place]?.high ?? 0, -(reaches[place]?.low ?? 0));
  const scales: HistoryScale[] = [];
  for (const unit of new Set(panels.map((panel) => panel.unit))) {
    let waiting = panels
      .flatMap((panel, place) => (panel.unit === unit ? [place] : []))
      .sort((a, b) => sizeOf(b) - sizeOf(a));
    while (waiting.length > 0) {
      const size = sizeOf(waiting[0] ?? 0);
      const together = waiting.filter((place) => sizeOf(place) >= size * leastFill);
      const low = Math.min(...together.map((place) => reaches[place]?.low ?? 0));
      const high = Math.max(...together.map((place) => reaches[place]?.high ?? 0));
      const scale = scaleOf(
        { low, high },
        together.every((place) => panels[place]?.isWhole),
      );
      for (const place of together) scales[place] = scale;
      waiting = waiting.filter((place) => !together.includes(place));
    }
  }
  return scales;
}
