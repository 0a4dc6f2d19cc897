import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  addEvidence,
  agreeWithDepartment,
  type PaperKey,
  paperQuery,
  repeatBlankLines,
  saveLine,
  tasksQuery,
} from "../../api/papers.ts";
import type { Paper, PaperRow } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";
import { openDesk } from "./desk.ts";
import { type KeptLines, keptLines } from "./kept-lines.ts";
import { LineRows } from "./line-rows.tsx";
import { linesAlike } from "./line-warnings.tsx";
import { goTo, goToFault, goToFirst, moveByKeyboard } from "./moving.ts";
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

/** True of a line that cannot be handed in as it stands. */
const isHindering = ({ isWrong, wantsWord }: PaperRow) => isWrong || wantsWord;

/** What a correction that was handed in corrects: the other lines are no part of it. */
const filledOnly = (subjects: Paper["subjects"]) =>
  subjects
    .map((subject) => ({ ...subject, rows: subject.rows.filter(({ isFilled }) => isFilled) }))
    .filter(({ rows }) => rows.length > 0);

const nothingKept: KeptLines = { read: () => new Map(), keep: () => undefined, forget: () => undefined };

/** The desk of a paper for as long as the sheet is open. */
function useDesk(paper: Paper, paperKey: PaperKey, account: string) {
  const rows = paper.subjects.flatMap((subject) => subject.rows);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [desk] = useState(() =>
    openDesk(rows, {
      save: (measure, typed, version) => saveLine(paperKey, measure, typed, version),
      // What was typed before somebody handed the paper in waits, unseen, for its return.
      kept: paper.canWrite ? keptLines(account, paperKey) : nothingKept,
      onSaved: () => setSavedAt(new Date().toISOString()),
    }),
  );
  useSyncExternalStore(desk.subscribe, desk.version);
  useEffect(() => {
    const again = () => desk.tryAgain();
    // Somebody may have signed in again in another tab.
    const occasions = ["online", "focus"] as const;
    for (const occasion of occasions) addEventListener(occasion, again);
    return () => {
      for (const occasion of occasions) removeEventListener(occasion, again);
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
  onSubmitted,
}: {
  readonly paper: Paper;
  readonly paperKey: PaperKey;
  readonly account: string;
  readonly onSubmitted: () => void;
}) {
  const { t, say, month } = useWords();
  const queryClient = useQueryClient();
  const { desk, savedAt } = useDesk(paper, paperKey, account);
  const [isSummary, setSummary] = useState(false);
  const { canWrite } = paper;
  const isCorrection = paper.kind === "correction";
  const subjects = isCorrection && paper.receipt !== null && !canWrite ? filledOnly(paper.subjects) : paper.subjects;
  const isConfirmation = paper.kind === "confirmation";
  const columns = columnsOf(isConfirmation);
  const lines = desk.all();
  const wrong = lines.filter(({ row }) => row.isFilled && isHindering(row));

  /** Goes to the first line that cannot be handed in as it stands; false when there is none. */
  const goToFirstFault = (): boolean => {
    const first = desk
      .all()
      .find(({ row, state }) => state === "refused" || state === "conflict" || (row.isFilled && isHindering(row)));
    const place = first && sheet.current?.querySelector(`[data-measure="${first.row.measure}"]`);
    if (place) goToFault(place);
    return place !== undefined && place !== null;
  };
  const takeOver = (fresh: Paper) => desk.take(fresh.subjects.flatMap((subject) => subject.rows));
  const fillBlank = async () => {
    await desk.saveAll();
    takeOver(await (isConfirmation ? agreeWithDepartment : repeatBlankLines)(paperKey));
    // Whoever works by keyboard goes on at what still wants a word, else at handing in, once the page shows it.
    setTimeout(() => goToFirstFault() || goTo(sheet.current?.querySelector<HTMLElement>("[data-onward]")));
  };
  const { plan, department, period, kind } = paperKey;
  const attach = useCallback(
    async (measure: string, file: File) => {
      await desk.saveAll();
      desk.take([await addEvidence({ plan, department, period, kind }, measure, file)]);
    },
    [desk, plan, department, period, kind],
  );
  const sheet = useRef<HTMLElement>(null);
  const isReturned = paper.state === "returned";
  const spread = useCallback(
    (measure: string) => {
      const { reason = "" } = desk.lineOf(measure).typed;
      for (const { row, typed } of linesAlike(desk.lineOf(measure), desk.all()))
        desk.type(row.measure, { ...typed, reason });
      goTo(sheet.current?.querySelector<HTMLElement>("[data-onward]"));
    },
    [desk],
  );
  useEffect(() => {
    // Where fingers type, the keyboard of the screen would cover what is to be read first.
    if (!canWrite || sheet.current === null || !matchMedia("(pointer: fine)").matches) return;
    const rows = desk.all().map(({ row }) => row);
    const first =
      rows.find(({ returnedReason }) => returnedReason !== null) ??
      rows.find(({ isFilled }) => !isFilled) ??
      // What was sent back is not to be handed in again by one key.
      (isReturned ? rows[0] : undefined);
    goToFirst(sheet.current, first?.measure);
  }, [desk, canWrite, isReturned]);
  const finish = async () => {
    const isSaved = await desk.saveAll();
    if (!goToFirstFault() && isSaved) setSummary(true);
  };
  const done = async () => {
    setSummary(false);
    onSubmitted();
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: paperQuery(paperKey).queryKey }),
      queryClient.invalidateQueries({ queryKey: tasksQuery.queryKey }),
    ]);
    scrollTo({ top: 0 });
  };

  return (
    <section className="paper-sheet" ref={sheet} aria-label={t("paper.measure")} onKeyDown={moveByKeyboard}>
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
                alike={linesAlike(desk.lineOf(measure), lines).length}
                onSpread={spread}
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
          fillRest={
            isCorrection ? null : { name: t(isConfirmation ? "paper.agreeAll" : "paper.repeatAll"), act: fillBlank }
          }
          isCorrection={isCorrection}
          heads={paper.heads}
          onLookAgain={() => queryClient.invalidateQueries({ queryKey: paperQuery(paperKey).queryKey })}
          onSubmit={paper.canSubmit ? finish : null}
        />
      )}
      {isSummary && (
        <SubmitSummary
          paperKey={paperKey}
          kind={paper.kind}
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
