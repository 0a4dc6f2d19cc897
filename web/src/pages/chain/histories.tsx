import type { Quotation } from "../../api/types.ts";
import { historyLegend } from "../../charts/drawings/legends.tsx";
import type { Panels } from "../../charts/drawings/panels.ts";
import { gutterOf, historyHeight } from "../../charts/drawings/time-marks.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { Legend } from "../../components/mark-key.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { HistoryPanel } from "./history-panel.tsx";

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
  if (panels.panels.length === 0) return <EmptyNote>{t("chain.historyNone")}</EmptyNote>;
  return (
    <div data-shared-legend="">
      <Legend items={historyLegend(words)} />
      <div className="chain-panels">
        {panels.panels.map((panel) => (
          <HistoryPanel
            key={panel.key}
            panel={panel}
            subject={subject}
            first={panels.first}
            last={panels.last}
            gutter={gutterOf(panels)}
            height={historyHeight(panels)}
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
