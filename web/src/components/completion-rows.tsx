import { lazy, Suspense } from "react";
import { type CompletionOf, completionMarks } from "../charts/drawings/completion.ts";
import type { RowLink } from "../charts/row-chart.tsx";
import { useNarrow } from "../lib/use-narrow.ts";
import { useWidth } from "../lib/use-width.ts";
import { useWords } from "../words/use-words.ts";
import { Origin } from "./achieved-value.tsx";

const CompletionChart = lazy(async () => ({
  default: (await import("../charts/completion-chart.tsx")).CompletionChart,
}));

const around = 48;

/** Targets of one indicator as bars of completion with their figures and lights: one picture, in the order given. */
export function CompletionRows({
  rows,
  label,
  link,
  isDense = false,
}: {
  readonly rows: readonly CompletionOf[];
  readonly label: string;
  readonly link?: RowLink;
  /** Lower rows, where the chart stands within a part of the screen; a finger's height on a phone all the same. */
  readonly isDense?: boolean;
}) {
  const words = useWords();
  const { ref, width } = useWidth<HTMLDivElement>();
  const rowHeight = useNarrow() ? 52 : isDense ? 34 : 44;
  const byTarget = new Map(rows.map(({ assessment }) => [assessment.target, assessment]));
  return (
    <div ref={ref} style={{ minHeight: rows.length * rowHeight + around }}>
      <Suspense fallback={<span className="chart-awaited" />}>
        {width > 0 && (
          <CompletionChart
            {...completionMarks(words, rows, width)}
            rowHeight={rowHeight}
            label={label}
            figureLink={(key, text) => <Origin assessment={byTarget.get(key)}>{text}</Origin>}
            {...(link && { link })}
          />
        )}
      </Suspense>
    </div>
  );
}
