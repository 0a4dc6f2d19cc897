import type { LegendItem } from "../charts/drawings/drawing.ts";
import { bulletLegend } from "../charts/drawings/legends.tsx";
import { useWords } from "../words/use-words.ts";

/** What the marks of the bars mean, drawn by the marks themselves. */
export function MarkKey() {
  const words = useWords();
  return <Legend items={bulletLegend(words)} isNamed />;
}

/** Marks beside their words; `isNamed` says first that it is a legend, where it stands above what it is of. */
export function Legend({
  items,
  isNamed = false,
}: {
  readonly items: readonly LegendItem[];
  readonly isNamed?: boolean;
}) {
  const { t } = useWords();
  return (
    <p className="mark-key" data-legend="">
      {isNamed && <span className="unseen">{t("mark.legend")}</span>}
      {items.map(({ key, mark, word }) => (
        <span key={key}>
          {mark}
          {word}
        </span>
      ))}
    </p>
  );
}

/** The lights that occur in a chart, beside their words. */
export function LightKey({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="light-key" data-legend="">
      {items.map(({ key, mark, word }) => (
        <li key={key} className="light">
          {mark}
          {word}
        </li>
      ))}
    </ul>
  );
}
