import { useWords } from "../../words/use-words.ts";
import { type Draft, printedAnnexes, switched } from "./skeleton-draft.ts";

/** Which tables stand behind the text. */
export function AnnexChoice({ draft, onChange }: { readonly draft: Draft; readonly onChange: (next: Draft) => void }) {
  const { t } = useWords();
  return (
    <fieldset className="briefing-annexes">
      <legend>{t("briefing.skeleton.annexes")}</legend>
      <p className="aside">{t("briefing.skeleton.charts")}</p>
      {printedAnnexes.map((annex) => (
        <label key={annex} className="briefing-annex">
          <input
            type="checkbox"
            checked={draft.annexes.includes(annex)}
            onChange={() => onChange(switched(draft, annex))}
          />
          {t(`briefing.annex.${annex}`)}
        </label>
      ))}
    </fieldset>
  );
}
