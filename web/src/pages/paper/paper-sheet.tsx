import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  addEvidence,
  agreeWithDepartment,
  type PaperKey,
  paperQuery,
  repeatBlankLines,
  saveLine,
  tasksQuery,
} from "../../api/papers.ts";
import type { Paper } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { openDesk } from "./desk.ts";
import { keptLines } from "./kept-lines.ts";
import { LineRows } from "./line-rows.tsx";
import { goTo, moveByKeyboard } from "./moving.ts";
import { SubmitBar } from "./submit-bar.tsx";
import { SubmitSummary } from "./submit-summary.tsx";
import { WorkbookPart } from "./workbook-part.tsx";

/** What stands beside the cells: the way of the figure so far, or on a confirmation what the department reported. */
const columnsOf = (isConfirmation: boolean) =>
  [
    "measure",
    "last",
    isConfirmation ? "reported" : "trend",
    "added",
    "cumulative",
    "target",
    "outcome",
    "more",
  ] as const;

/** The desk of a paper for as long as the sheet is open. */
function useDesk(paper: Paper, paperKey: PaperKey, account: string) {
  const rows = paper.subjects.flatMap((subject) => subject.rows);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [desk] = useState(() =>
    openDesk(rows, {
      save: (measure, typed, version) => saveLine(paperKey, measure, typed, version),
      kept: keptLines(account, paperKey),
      onSaved: () => setSavedAt(new Date().toISOString()),
    }),
  );
  useSyncExternalStore(desk.subscribe, desk.version);
  useEffect(() => {
    const again = () => desk.tryAgain();
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      desk.close();
    };
  }, [desk]);
  // What was asked anew, as when one comes back to the page, is taken where nothing is typed.
  useEffect(() => desk.take(paper.subjects.flatMap((subject) => subject.rows)), [desk, paper]);
  return { desk, savedAt };
}

/** The table of a paper: a line a measure, grouped by subject; typed in from top to bottom, saved as one types. */
export function PaperSheet({
  paper,
  paperKey,
  account,
}: {
  readonly paper: Paper;
  readonly paperKey: PaperKey;
  readonly account: string;
}) {
  const { t, say, month } = useWords();
  const queryClient = useQueryClient();
  const { desk, savedAt } = useDesk(paper, paperKey, account);
  const [isSummary, setSummary] = useState(false);
  const { canWrite, subjects } = paper;
  const isConfirmation = paper.kind === "confirmation";
  const columns = columnsOf(isConfirmation);
  const lines = desk.all();
  const wrong = lines.filter(({ row }) => row.isFilled && (row.isWrong || row.wantsWord));

  const takeOver = (fresh: Paper) => desk.take(fresh.subjects.flatMap((subject) => subject.rows));
  const fillBlank = async () => {
    await desk.saveAll();
    takeOver(await (isConfirmation ? agreeWithDepartment : repeatBlankLines)(paperKey));
  };
  const attach = async (measure: string, file: File) => {
    await desk.saveAll();
    desk.take([await addEvidence(paperKey, measure, file)]);
  };
  const finish = async (form: HTMLElement | null) => {
    const isSaved = await desk.saveAll();
    const first = desk.all().find(({ row }) => row.isFilled && (row.isWrong || row.wantsWord));
    const place = first && form?.querySelector(`[data-measure="${first.row.measure}"]`);
    if (place)
      goTo(place.querySelector<HTMLElement>("[data-way=word]:placeholder-shown, [aria-invalid=true], [data-way]"));
    else if (isSaved) setSummary(true);
  };
  const done = async () => {
    setSummary(false);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: paperQuery(paperKey).queryKey }),
      queryClient.invalidateQueries({ queryKey: tasksQuery.queryKey }),
    ]);
    scrollTo({ top: 0 });
  };

  return (
    <section className="paper-sheet" aria-label={t("paper.measure")} onKeyDown={moveByKeyboard}>
      {canWrite && <WorkbookPart paperKey={paperKey} onSaveAll={desk.saveAll} onTaken={takeOver} />}
      <div className="table-frame">
        <table className="figures paper-table">
          <caption className="unseen">
            {t("paper.caption", { unit: say(paper.department.name), period: month(paper.period) })}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`paper-${column}`}>
                  {t(`paper.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {subjects.map((subject) => [
            <tbody key={subject.key} className="paper-subject">
              <tr>
                <th colSpan={columns.length} scope="rowgroup">
                  {say(subject.name)}
                </th>
              </tr>
            </tbody>,
            ...subject.rows.map(({ measure }) => (
              <LineRows
                key={measure}
                line={desk.lineOf(measure)}
                desk={desk}
                period={paper.period}
                isBase={paper.isBase}
                isConfirmation={isConfirmation}
                canWrite={canWrite}
                onAttach={attach}
              />
            )),
          ])}
        </table>
      </div>
      {canWrite && (
        <SubmitBar
          lines={lines}
          savedAt={savedAt}
          wrong={wrong.length}
          fillRest={{ name: t(isConfirmation ? "paper.agreeAll" : "paper.repeatAll"), act: fillBlank }}
          onSubmit={finish}
        />
      )}
      {isSummary && (
        <SubmitSummary
          paperKey={paperKey}
          isCorrecting={paper.isCorrecting}
          lines={lines}
          subjects={subjects}
          onBack={() => setSummary(false)}
          onDone={done}
        />
      )}
    </section>
  );
}
