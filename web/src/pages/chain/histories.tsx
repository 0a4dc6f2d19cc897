import type { Quotation } from "../../api/types.ts";
import { EmptyNote } from "../../components/empty-note.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { HistoryKey } from "./history-key.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import type { Panels } from "./panels.ts";

/** All histories of a subject on one axis of time: the primary indicator wide, the others as small multiples. */
export function Histories({ panels, quotation }: { readonly panels: Panels; readonly quotation: Quotation }) {
  const words = useWords();
  const { t, language } = words;
  const names = panels.milestones.map(({ assessment }) => indicatorName(words, assessment));
  const ticks = panels.panels.flatMap(({ scale }) => scale.ticks.map((tick) => tick.toLocaleString("en-US").length));
  const gutter = 12 + 7 * Math.max(1, ...ticks);
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t("chain.history")}</h2>
        {panels.panels.length > 1 && <p className="subtitle">{t("chain.historyScale")}</p>}
      </div>
      {panels.panels.length === 0 ? (
        <EmptyNote>{t("chain.historyNone")}</EmptyNote>
      ) : (
        <>
          <HistoryKey />
          <div className="chain-panels">
            {panels.panels.map((panel) => (
              <HistoryPanel
                key={panel.key}
                panel={panel}
                first={panels.first}
                last={panels.last}
                gutter={gutter}
                quotation={quotation}
              />
            ))}
          </div>
          {names.length > 0 && <p className="aside">{t("chain.milestones", { names: listed(language, names) })}</p>}
        </>
      )}
    </section>
  );
}
