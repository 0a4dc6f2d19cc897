import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  correctHistory,
  type HistoryKey,
  historyAddress,
  historyQuery,
  importHistory,
  tryHistory,
} from "../../api/history-import.ts";
import type { HistoryReading, HistoryUnits } from "../../api/types.ts";
import { FileChoice } from "../../components/file-choice.tsx";
import { WorkbookRefused } from "../../components/workbook-refused.tsx";
import { useFileDrop } from "../../lib/use-file-drop.ts";
import { useWorkbook } from "../../lib/use-workbook.ts";
import { useWords } from "../../words/use-words.ts";
import { HistoryAnswer, HistoryTaken } from "./history-answer.tsx";

/** As many periods as one form has. */
const mostPeriods = 60;

/** A unit's history: the form of a range of periods out, filled in back, looked at, and made into drafts. */
export function HistoryPart({
  historyKey,
  unit: { periods },
}: {
  readonly historyKey: HistoryKey;
  readonly unit: HistoryUnits["units"][number];
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const free = periods.filter(({ skip }) => skip === null);
  const [from, setFrom] = useState((free[0] ?? periods[0])?.period ?? "");
  const [until, setUntil] = useState((free.at(-1) ?? periods.at(-1))?.period ?? "");
  const { now, isBusy, choose, takeOver, saveMarked, leave } = useWorkbook<HistoryReading>({
    look: (bytes) => tryHistory(historyKey, bytes),
    correct: (bytes) => correctHistory(historyKey, bytes),
    take: async (bytes) => {
      const taken = await importHistory(historyKey, bytes);
      await queryClient.invalidateQueries({ queryKey: historyQuery(historyKey.plan).queryKey });
      return taken;
    },
  });
  const isOver = useFileDrop(choose);
  const chosen = periods.filter(({ period }) => period >= from && period <= until).length;
  const canDownload = chosen > 0 && chosen <= mostPeriods;
  return (
    <ol className="history-steps">
      <li>
        <h2>{t("historyImport.download")}</h2>
        <p className="subtitle">{t("historyImport.downloadDetail")}</p>
        <div className="workbook-ways">
          <PeriodChoice label={t("historyImport.from")} periods={periods} value={from} onChoose={setFrom} />
          <PeriodChoice label={t("historyImport.until")} periods={periods} value={until} onChoose={setUntil} />
          {canDownload && (
            <a className="key" href={historyAddress(historyKey, from, until)} download>
              {t("historyImport.get", { count: chosen })}
            </a>
          )}
          {!canDownload && <span className="finding-error">{t("historyImport.range", { most: mostPeriods })}</span>}
        </div>
      </li>
      <li className={isOver ? "workbook-over" : undefined}>
        <h2>{t("historyImport.upload")}</h2>
        <p className="subtitle">{t("historyImport.uploadDetail")}</p>
        <div className="workbook-ways">
          <FileChoice label={t("workbook.choose")} accept=".xlsx,.xls,.ods,.et" isBusy={isBusy} onFile={choose} />
          <span className="aside workbook-drag">{isOver ? t("workbook.over") : t("workbook.help")}</span>
        </div>
        <div aria-live="polite">
          {now.step === "reading" && <p>{t("workbook.reading", { name: now.name })}</p>}
          {now.step === "taken" && <HistoryTaken reading={now.reading} />}
        </div>
        {now.step === "refused" && <WorkbookRefused name={now.name} problem={now.problem} />}
        {now.step === "tried" && (
          <HistoryAnswer
            name={now.file.name}
            reading={now.reading}
            isBusy={isBusy}
            onTake={takeOver}
            onCorrect={saveMarked}
            onLeave={leave}
          />
        )}
      </li>
    </ol>
  );
}

function PeriodChoice({
  label,
  periods,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly periods: HistoryUnits["units"][number]["periods"];
  readonly value: string;
  readonly onChoose: (period: string) => void;
}) {
  const { t, month } = useWords();
  return (
    <label className="history-period">
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {periods.map(({ period, skip }) => (
          <option key={period} value={period}>
            {skip === null ? month(period) : `${month(period)}（${t(`historyImport.skips.${skip}`)}）`}
          </option>
        ))}
      </select>
    </label>
  );
}
