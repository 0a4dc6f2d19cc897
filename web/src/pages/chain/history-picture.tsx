import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useState } from "react";
import type { HistoryChartProps } from "../../charts/history-chart.tsx";
import { useWidth } from "../../lib/use-width.ts";

const HistoryChart = lazy(async () => ({ default: (await import("../../charts/history-chart.tsx")).HistoryChart }));

/** What one month says to the one who points at it or walks there by the arrow keys. */
export interface HistoryNote {
  readonly at: number;
  readonly value: number | null;
  readonly heading: string;
  readonly lines: readonly string[];
}

const steps: Readonly<Partial<Record<string, number>>> = { ArrowLeft: -1, ArrowRight: 1 };
const noteWidth = 190;

/** A history as wide as its place, with the words of the month that is pointed at. */
export function HistoryPicture({
  notes,
  ...chart
}: { readonly notes: readonly HistoryNote[] } & Omit<HistoryChartProps, "width" | "pointed">) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [place, setPlace] = useState<number | null>(null);
  const note = place === null ? undefined : notes[place];
  const nearest = (month: number) =>
    notes.reduce(
      (best, each, at) => (Math.abs(each.at - month) < Math.abs((notes[best]?.at ?? 0) - month) ? at : best),
      0,
    );
  const under = async ({ nativeEvent, currentTarget }: MouseEvent) => {
    const { monthAt } = await import("../../charts/history-chart.tsx");
    const x = nativeEvent.clientX - currentTarget.getBoundingClientRect().left;
    if (notes.length > 0) setPlace(nearest(monthAt(x, { ...chart, width })));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || notes.length === 0) return;
    event.preventDefault();
    const from = place ?? (step > 0 ? -1 : notes.length);
    setPlace(Math.min(Math.max(from + step, 0), notes.length - 1));
  };
  const share = note ? (note.at - chart.first) / Math.max(1, chart.last - chart.first) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose months are gone through by arrow keys has no element of its own
    <div
      ref={ref}
      className="history-place"
      style={{ minHeight: chart.height }}
      role="group"
      aria-label={chart.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the months are reached by arrow keys from here
      tabIndex={0}
      onKeyDown={onKeyDown}
      onMouseMove={(event) => void under(event)}
      onMouseLeave={() => setPlace(null)}
      onBlur={() => setPlace(null)}
    >
      <Suspense fallback={<span className="chart-awaited" />}>
        {width > 0 && (
          <HistoryChart {...chart} width={width} pointed={note ? { at: note.at, value: note.value } : null} />
        )}
      </Suspense>
      {note && (
        <p
          className="history-note"
          role="status"
          style={{ width: noteWidth, left: Math.max(0, Math.min(width - noteWidth, share * width - noteWidth / 2)) }}
        >
          <strong>{note.heading}</strong>
          {note.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
    </div>
  );
}
