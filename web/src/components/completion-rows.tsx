import { lazy, Suspense } from "react";
import type { Assessment } from "../api/types.ts";
import type { RowLink } from "../charts/row-chart.tsx";
import { useNarrow } from "../lib/use-narrow.ts";
import { useWidth } from "../lib/use-width.ts";
import { useWords } from "../words/use-words.ts";
import { achievedNotes, Origin } from "./achieved-value.tsx";
import { achievedInWords, lightInWords, statedInWords } from "./assessment-words.ts";
import { completionValues } from "./completion-values.ts";

const CompletionChart = lazy(async () => ({
  default: (await import("../charts/completion-chart.tsx")).CompletionChart,
}));

/** A target under a name of its own. */
export interface CompletionOf {
  readonly name: string;
  readonly assessment: Assessment;
  readonly isOwn?: boolean;
}

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
  const { t, say, language } = words;
  const { ref, width } = useWidth<HTMLDivElement>();
  const isSlim = width < 520;
  const rowHeight = useNarrow() ? 52 : isDense ? 34 : 44;
  const isEnglish = language === "en";
  const byTarget = new Map(rows.map(({ assessment }) => [assessment.target, assessment]));
  const figure = isSlim ? (isEnglish ? 82 : 72) : 124;
  return (
    <div ref={ref} style={{ minHeight: rows.length * rowHeight + around }}>
      <Suspense fallback={<span className="chart-awaited" />}>
        {width > 0 && (
          <CompletionChart
            rows={rows.map(({ name, assessment, isOwn = false }) => {
              const { scopeName, adjustment, target, completion, light } = assessment;
              const notes = [
                scopeName && say(scopeName),
                ...achievedNotes(words, assessment),
                adjustment && t("value.adjustedFrom", { value: adjustment.formerValue.text }),
              ].filter(Boolean);
              const figures = [`${achievedInWords(words, assessment)} / ${statedInWords(words, assessment)}`];
              return {
                key: target,
                name,
                note: notes.length > 0 ? notes.join(" · ") : undefined,
                figures: isSlim ? figures : [...figures, completion.text],
                values: completionValues(assessment),
                over: completion.text,
                light,
                lightWord: lightInWords(words, assessment),
                isOwn,
              };
            })}
            width={width}
            rowHeight={rowHeight}
            nameWidth={isSlim ? Math.round(width * 0.28) : Math.min(210, Math.round(width * 0.26))}
            columns={[
              { heading: t("column.achievedOfTarget"), width: figure },
              ...(isSlim ? [] : [{ heading: t("column.completion"), width: isEnglish ? 96 : 76 }]),
            ]}
            lights={{ heading: t("column.light"), width: isEnglish ? 118 : 96 }}
            label={label}
            figureLink={(key, text) => <Origin assessment={byTarget.get(key)}>{text}</Origin>}
            {...(link && { link })}
          />
        )}
      </Suspense>
    </div>
  );
}
