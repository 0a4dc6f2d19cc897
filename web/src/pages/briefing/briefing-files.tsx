import { type MouseEvent, useEffect, useRef, useState } from "react";
import { type BriefingAsked, briefingFile } from "../../api/briefing.ts";
import { addressOf } from "../../api/call.ts";
import type { BriefingFileKey } from "../../api/types.ts";
import { FormProblem } from "../../components/field.tsx";
import { saveFile } from "../../lib/save-file.ts";
import { useWords } from "../../words/use-words.ts";

/** The files in the order in which an office wants them. */
const files = [
  "document",
  "slides",
  "tables",
  "pictures",
  "flat-csv",
  "flat-json",
  "pack",
] as const satisfies readonly BriefingFileKey[];

/** How far the making of a file has come: for how many seconds it lasts, under what name it was saved, or why not. */
type Making = { readonly seconds: number } | { readonly saved: string } | { readonly problem: Error };

/** Each file that the server makes of a briefing: its kind, what is in it, and while it is made for how long. */
export function BriefingFiles({ asked }: { readonly asked: BriefingAsked }) {
  const { t } = useWords();
  const { plan, ...query } = asked;
  const [makings, setMakings] = useState<Partial<Record<BriefingFileKey, Making>>>({});
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const here = new AbortController();
    leaving.current = here;
    return () => here.abort();
  }, []);
  const tell = (file: BriefingFileKey, making: Making) => setMakings((others) => ({ ...others, [file]: making }));

  const make = async (file: BriefingFileKey) => {
    const { signal } = leaving.current;
    const began = Date.now();
    tell(file, { seconds: 0 });
    const clock = setInterval(() => tell(file, { seconds: Math.round((Date.now() - began) / 1000) }), 1000);
    try {
      const { bytes, name } = await briefingFile(asked, file, signal);
      saveFile(bytes, name);
      tell(file, { saved: name });
    } catch (error) {
      if (!signal.aborted) tell(file, { problem: error instanceof Error ? error : new Error(String(error)) });
    } finally {
      clearInterval(clock);
    }
  };
  const press = (event: MouseEvent, file: BriefingFileKey) => {
    // In a tab of its own, or saved by the browser's own menu, it is a link like any other.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const making = makings[file];
    if (making === undefined || !("seconds" in making)) void make(file);
  };
  return (
    <ul className="briefing-files">
      {files.map((file) => {
        const making = makings[file];
        const isMade = making !== undefined && "seconds" in making;
        return (
          <li key={file} aria-busy={isMade}>
            <a
              href={addressOf("/api/plans/{plan}/briefing/files/{file}", { plan, file }, { ...query })}
              download
              aria-describedby={`briefing-file-${file}`}
              onClick={(event) => press(event, file)}
            >
              {t(`briefing.file.${file}.name`)}
              <span className="briefing-file-kind">{t(`briefing.file.${file}.kind`)}</span>
            </a>
            <small id={`briefing-file-${file}`}>{t(`briefing.file.${file}.holds`)}</small>
            <small role="status" className="briefing-making">
              {isMade && (
                <>
                  <progress aria-hidden="true" /> {t("briefing.making")}
                  <span aria-hidden="true">{t("briefing.makingSince", { seconds: making.seconds })}</span>
                </>
              )}
              {making && "saved" in making && (
                <>
                  {t("briefing.saved")} <span lang="zh-CN">{making.saved}</span>
                </>
              )}
            </small>
            {making && "problem" in making && <FormProblem error={making.problem} otherwise={t("briefing.unmade")} />}
          </li>
        );
      })}
    </ul>
  );
}
