import type { Quotation } from "../../api/types.ts";
import type { Panel } from "../../charts/drawings/panels.ts";
import { seenOf } from "../../charts/drawings/seen.ts";
import { monthNumber } from "../../charts/history-marks.ts";
import { correctionNote } from "../../components/assessment-words.ts";
import { ChartFrame } from "../../components/chart-frame.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { ForecastNote } from "./forecast-note.tsx";
import { type HistoryNote, HistoryPicture } from "./history-picture.tsx";
import { HistoryTable } from "./history-table.tsx";
import { reportOf } from "./report-of.ts";

/** One quantity through time: title in words, the chart, its forecast in words, and its months as a table. */
export function HistoryPanel({
  panel,
  first,
  last,
  gutter,
  height,
  subject,
  quotation,
}: {
  readonly panel: Panel;
  readonly subject: string;
  readonly height: number;
  readonly first: number;
  readonly last: number;
  readonly gutter: number;
  readonly quotation: Quotation;
}) {
  const words = useWords();
  const { t, say, language } = words;
  const title = seenOf(words, panel.focus);
  const targets = listed(
    language,
    panel.targets.map(({ target }) => say(target.text)),
  );
  return (
    <div className="chain-panel">
      <ChartFrame
        title={title}
        subtitle={<QuotationLine quotation={quotation} unit={say(panel.unit)} />}
        chart={
          <>
            <HistoryPicture
              marks={panel.marks}
              scale={panel.scale}
              first={first}
              last={last}
              asOf={monthNumber(quotation.month)}
              notes={notesOf(words, panel)}
              label={t("chain.label", { title, targets })}
              height={height}
              gutter={gutter}
            />
            {panel.targets.map((each) => (
              <ForecastNote key={each.target.key} each={each} isNamed={panel.targets.length > 1} />
            ))}
          </>
        }
        files={{ key: "history", subject, measure: panel.key }}
        isPicture
        table={<HistoryTable panel={panel} />}
      />
    </div>
  );
}

/** What each month says to the pointer: value, schedule, light, and who reported it. */
function notesOf(words: ReturnType<typeof useWords>, { focus, measure, unit, targets }: Panel): HistoryNote[] {
  const { t, say, month: nameMonth, quantity } = words;
  const notes = new Map<number, HistoryNote>();
  for (const each of [...targets.filter((target) => target !== focus), focus]) {
    for (const point of each.history) {
      const { month, achieved, expected, light, isReported } = point;
      if (each.target.deadline !== null && month > each.target.deadline) continue;
      const report = isReported ? reportOf(measure, month) : undefined;
      const lines = [
        t("chain.note.achieved", { value: quantity(achieved.text, unit) }),
        correctionNote(t, point),
        expected.value !== null && t("chain.note.expected", { value: quantity(expected.text, unit) }),
        light && t(`light.${light}`),
        report && t("chain.note.by", { unit: say(report.reportedBy), day: report.reportedAt.slice(0, 10) }),
      ].filter((line): line is string => typeof line === "string");
      const at = monthNumber(month);
      notes.set(at, { at, value: achieved.value, heading: nameMonth(month), lines });
    }
  }
  return [...notes.values()].sort((a, b) => a.at - b.at);
}
