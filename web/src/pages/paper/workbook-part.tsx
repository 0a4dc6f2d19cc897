import type { PaperKey } from "../../api/papers.ts";
import type { Paper, WorkbookReading } from "../../api/types.ts";
import { correctWorkbook, takeOverWorkbook, tryWorkbook, workbookAddress } from "../../api/workbooks.ts";
import { FileChoice } from "../../components/file-choice.tsx";
import { WorkbookRefused } from "../../components/workbook-refused.tsx";
import { useFileDrop } from "../../lib/use-file-drop.ts";
import { useWorkbook } from "../../lib/use-workbook.ts";
import { useWords } from "../../words/use-words.ts";
import { TakenNote, WorkbookAnswer } from "./workbook-answer.tsx";
import "../../styles/workbook.css";

/** 用表格填报: the form as a workbook out, filled in back, looked at cell by cell, and taken over as the draft. */
export function WorkbookPart({
  paperKey,
  onSaveAll,
  onTaken,
}: {
  readonly paperKey: PaperKey;
  readonly onSaveAll: () => Promise<unknown>;
  readonly onTaken: (paper: Paper) => void;
}) {
  const { t } = useWords();
  const { now, isBusy, choose, takeOver, saveMarked, leave } = useWorkbook<WorkbookReading>({
    look: async (bytes) => {
      // What is typed on the page and what is in the file are compared by the server.
      await onSaveAll();
      return tryWorkbook(paperKey, bytes);
    },
    correct: (bytes) => correctWorkbook(paperKey, bytes),
    take: async (bytes, reading) => {
      onTaken(await takeOverWorkbook(paperKey, bytes, reading.seen));
      return reading;
    },
  });
  const download = async (address: string) => {
    await onSaveAll().catch(() => undefined);
    location.assign(address);
  };
  const isOver = useFileDrop(choose);

  return (
    <section
      className={isOver ? "workbook workbook-over screen-only" : "workbook screen-only"}
      aria-labelledby="workbook-title"
    >
      <div className="workbook-ways">
        <h2 id="workbook-title">{t("workbook.title")}</h2>
        <a
          className="key"
          href={workbookAddress(paperKey)}
          onClick={(event) => {
            // A form that is downloaded holds what was typed a moment ago.
            event.preventDefault();
            void download(event.currentTarget.href);
          }}
        >
          {t("workbook.download")}
        </a>
        <FileChoice label={t("workbook.choose")} accept=".xlsx,.xls,.ods,.et" isBusy={isBusy} onFile={choose} />
        <span className="aside workbook-drag">{isOver ? t("workbook.over") : t("workbook.help")}</span>
      </div>
      <div aria-live="polite">
        {now.step === "reading" && <p>{t("workbook.reading", { name: now.name })}</p>}
        {now.step === "taken" && <TakenNote name={now.name} reading={now.reading} />}
      </div>
      {now.step === "refused" && <WorkbookRefused name={now.name} problem={now.problem} />}
      {now.step === "tried" && (
        <WorkbookAnswer
          name={now.file.name}
          reading={now.reading}
          isBusy={isBusy}
          onTake={takeOver}
          onCorrect={saveMarked}
          onLeave={leave}
        />
      )}
    </section>
  );
}
