import { useEffect, useRef } from "react";
import type { HistoryReading } from "../../api/types.ts";
import { CellFindings } from "../../components/cell-findings.tsx";
import { useWords } from "../../words/use-words.ts";

const wantedOf = ({ periods }: HistoryReading) => periods.filter(({ skip, lines }) => skip === null && lines > 0);

/** What the dry run found, and the ways on. */
export function HistoryAnswer({
  name,
  reading,
  isBusy,
  onTake,
  onCorrect,
  onLeave,
}: {
  readonly name: string;
  readonly reading: HistoryReading;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onCorrect: () => void;
  readonly onLeave: () => void;
}) {
  const { t, say } = useWords();
  const { findings, errors, dropped, lacking } = reading;
  const wanted = wantedOf(reading);
  const place = useRef<HTMLElement>(null);
  // Who chose the file by keyboard goes on from here.
  useEffect(() => place.current?.focus(), []);
  return (
    <section className="workbook-answer" ref={place} tabIndex={-1} aria-label={t("workbook.answer", { name })}>
      <p>
        <strong>{t("historyImport.read", { name, count: wanted.length })}</strong>
        {errors > 0 && t("historyImport.mend")}
      </p>
      {dropped.length > 0 && <p className="finding-warning">{t("workbook.dropped", { names: dropped.join("、") })}</p>}
      {lacking.length > 0 && (
        <p className="finding-warning">{t("historyImport.lacking", { names: lacking.map(say).join("、") })}</p>
      )}
      <CellFindings findings={findings} />
      <PeriodTable reading={reading} />
      <p className="workbook-ways">
        {errors === 0 && wanted.length > 0 && (
          <button type="button" className="key key-strong" disabled={isBusy} onClick={onTake}>
            {t("historyImport.take", { count: wanted.length })}
          </button>
        )}
        {findings.length > 0 && (
          <button type="button" className="key" disabled={isBusy} onClick={onCorrect}>
            {t("workbook.correct")}
          </button>
        )}
        <button type="button" className="key" disabled={isBusy} onClick={onLeave}>
          {t("workbook.leave")}
        </button>
      </p>
    </section>
  );
}

/** What was made, and who goes on. */
export function HistoryTaken({ reading }: { readonly reading: HistoryReading }) {
  const { t } = useWords();
  return (
    <div className="workbook-taken">
      <p>
        <strong>{t("historyImport.taken", { count: wantedOf(reading).length })}</strong>
        {t("historyImport.next")}
      </p>
      <PeriodTable reading={reading} />
    </div>
  );
}

/** Each period with its measures, or why it is left alone. */
function PeriodTable({ reading: { periods } }: { readonly reading: HistoryReading }) {
  const { t, month } = useWords();
  return (
    <div className="history-periods">
      <table className="figures">
        <caption className="unseen">{t("historyImport.periods")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("historyImport.period")}</th>
            <th scope="col">{t("historyImport.becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, lines, skip }) => (
            <tr key={period}>
              <th scope="row">{month(period)}</th>
              <td>
                {skip !== null
                  ? t("historyImport.skipped", { why: t(`historyImport.skips.${skip}`) })
                  : lines === 0
                    ? t("historyImport.blank")
                    : t("historyImport.lines", { count: lines })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
