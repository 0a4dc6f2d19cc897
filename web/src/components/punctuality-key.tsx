import { useWords } from "../words/use-words.ts";
import { PunctualityMark } from "./punctuality-mark.tsx";

const punctualities = ["on-time", "late", "missing", "not-yet-due"] as const;

/** What the marks of a reporting record mean. */
export function PunctualityKey() {
  const { t } = useWords();
  return (
    <p className="mark-key">
      {punctualities.map((punctuality) => (
        <span key={punctuality}>
          <PunctualityMark punctuality={punctuality} />
          {t(`reporting.punctuality.${punctuality}`)}
        </span>
      ))}
      <span>
        <PunctualityMark punctuality="on-time" isReturned />
        {t("reporting.returnedShort")}
      </span>
      <span>
        <PunctualityMark punctuality="on-time" isExtended />
        {t("reporting.extendedShort")}
      </span>
    </p>
  );
}
