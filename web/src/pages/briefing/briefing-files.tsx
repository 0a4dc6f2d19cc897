import type { BriefingAsked } from "../../api/briefing.ts";
import { addressOf } from "../../api/call.ts";
import type { BriefingFileKey } from "../../api/types.ts";
import { useWords } from "../../words/use-words.ts";

/** The files in the order in which an office wants them. */
const files = [
  "document",
  "slides",
  "tables",
  "flat-csv",
  "flat-json",
  "pack",
] as const satisfies readonly BriefingFileKey[];

/** Each file that the server makes of a briefing: its kind, and what is in it. */
export function BriefingFiles({ asked: { plan, ...query } }: { readonly asked: BriefingAsked }) {
  const { t } = useWords();
  return (
    <ul className="briefing-files">
      {files.map((file) => (
        <li key={file}>
          <a
            href={addressOf("/api/plans/{plan}/briefing/files/{file}", { plan, file }, { ...query })}
            download
            aria-describedby={`briefing-file-${file}`}
          >
            {t(`briefing.file.${file}.name`)}
            <span className="briefing-file-kind">{t(`briefing.file.${file}.kind`)}</span>
          </a>
          <small id={`briefing-file-${file}`}>{t(`briefing.file.${file}.holds`)}</small>
        </li>
      ))}
    </ul>
  );
}
