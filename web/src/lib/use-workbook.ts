import { useState } from "react";
import { Refusal } from "../api/call.ts";
import { useWords } from "../words/use-words.ts";
import { type ChosenFile, readChosen } from "./chosen-file.ts";
import { saveFile } from "./save-file.ts";

/** How far an uploaded workbook has come. */
export type WorkbookStep<Reading> =
  | { readonly step: "none" }
  | { readonly step: "reading"; readonly name: string }
  | { readonly step: "refused"; readonly name: string; readonly problem: string }
  | { readonly step: "tried"; readonly file: ChosenFile; readonly reading: Reading }
  | { readonly step: "taken"; readonly name: string; readonly reading: Reading };

/** What is done with a workbook: it is looked at, had back marked, and taken over, which answers what was written. */
export interface WorkbookDeeds<Reading> {
  readonly look: (bytes: Blob) => Promise<Reading>;
  readonly correct: (bytes: Blob) => Promise<Blob>;
  readonly take: (bytes: Blob, reading: Reading) => Promise<Reading>;
}

/** The way of a workbook, one step at a time: what goes wrong is told in the server's words, and nothing was written. */
export function useWorkbook<Reading>({ look, correct, take }: WorkbookDeeds<Reading>) {
  const { t } = useWords();
  const [now, setNow] = useState<WorkbookStep<Reading>>({ step: "none" });
  const [isBusy, setBusy] = useState(false);
  const problemOf = (error: unknown) =>
    error instanceof Refusal && error.message !== "" ? error.message : t("problem.unreachable");
  const run = (name: string, work: () => Promise<WorkbookStep<Reading>>) => {
    setBusy(true);
    void work()
      .catch((error: unknown): WorkbookStep<Reading> => ({ step: "refused", name, problem: problemOf(error) }))
      .then(setNow)
      .finally(() => setBusy(false));
  };
  return {
    now,
    isBusy,
    choose: (file: File) => {
      if (isBusy) return;
      const { name } = file;
      setNow({ step: "reading", name });
      run(name, async () => {
        const chosen = await readChosen(file);
        if (typeof chosen === "string") return { step: "refused", name, problem: t(`workbook.${chosen}`) };
        return { step: "tried", file: chosen, reading: await look(chosen.bytes) };
      });
    },
    takeOver: () => {
      if (now.step !== "tried") return;
      const { file, reading } = now;
      run(file.name, async () => ({ step: "taken", name: file.name, reading: await take(file.bytes, reading) }));
    },
    saveMarked: () => {
      if (now.step !== "tried") return;
      const { file } = now;
      run(file.name, async () => {
        const marked = await correct(file.bytes);
        saveFile(marked, t("workbook.correctedName", { name: file.name.replace(/\.\w+$/, "") }));
        return now;
      });
    },
    leave: () => setNow({ step: "none" }),
  };
}
