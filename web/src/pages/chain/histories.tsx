import type { Quotation } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { HistoryKey } from "./history-key.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import type { Panels } from "./panels.ts";

/** One row of charts has the height of two of many. */
const heights = { few: 260, many: 152 };

/** All histories of a subject as small multiples on one axis of time, the primary indicator first. */
export function Histories({
  panels,
  subject,
  quotation,
}: {
  readonly panels: Panels;
  readonly subject: string;
  readonly quotation: Quotation;
}) {
  const words = useWords();
  const { t, language } = words;
  const names = panels.milestones.map(({ assessment }) => indicatorName(words, assessment));
  const ticks = panels.panels.flatMap(({ scale }) => scale.ticks.map((tick) => tick.toLocaleString("en-US").length));
  const gutter = 12 + 7 * Math.max(1, ...ticks);
  if (panels.panels.length === 0) return <EmptyNote>{t("chain.historyNone")}</EmptyNote>;
  return (
    <div data-shared-legend="">
      <HistoryKey />
      <div className="chain-panels">
        {panels.panels.map((panel) => (
          <HistoryPanel
            key={panel.key}
            panel={panel}
            subject={subject}
            first={panels.first}
            last={panels.last}
            gutter={gutter}
            height={heights[panels.panels.length > 3 ? "many" : "few"]}
            quotation={quotation}
          />
        ))}
      </div>
      <p className="aside chain-scale">
        {panels.panels.length > 1 && t("chain.historyScale")}
        {names.length > 0 && ` ${t("chain.milestones", { names: listed(language, names) })}`}
      </p>
    </div>
  );
}
