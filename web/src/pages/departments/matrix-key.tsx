import { LightShape } from "../../components/light-shape.tsx";
import { lights } from "../../lib/lights.ts";
import { useWords } from "../../words/use-words.ts";

/** What the cells of the matrix mean, drawn as they stand in it. */
export function MatrixKey() {
  const { t } = useWords();
  return (
    <p className="mark-key matrix-key">
      {lights.map((light) => (
        <span key={light}>
          <span className={`matrix-cell light-${light}`}>
            <LightShape light={light} />
          </span>
          {t(`light.${light}`)}
        </span>
      ))}
      <span>
        <span className="matrix-cell matrix-lead" />
        {t("departments.matrix.lead")}
      </span>
      <span>
        <span className="matrix-cell">
          <i className="matrix-notch" />
        </span>
        {t("value.corrected")}
      </span>
    </p>
  );
}
