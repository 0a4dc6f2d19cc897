import { useState } from "react";
import type { Assessment, Progress } from "../../api/types.ts";
import { AchievedValue } from "../../components/achieved-value.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { LightOf } from "../../components/light-of.tsx";
import { MarkKey } from "../../components/mark-key.tsx";
import { Shortfall } from "../../components/shortfall.tsx";
import { TargetBullet } from "../../components/target-bullet.tsx";
import { TargetFigure } from "../../components/target-figure.tsx";
import { indicatorName } from "../../words/indicator-name.ts";
import { useWords } from "../../words/use-words.ts";
import { foremost } from "./foremost.ts";

/** The overall goals as bullet bars with their words: a chart that is its own table. */
export function HeadlineTargets({ progress }: { readonly progress: Progress }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const assessments = progress.headline.flatMap((each) => each.assessments);
  const first = foremost(assessments);
  const folded = assessments.length - first.size;
  return (
    <section className="overview-headline block" aria-labelledby="headline-title">
      <div className="block-head">
        <h2 id="headline-title">{t("overview.headline")}</h2>
        {assessments.length > 0 && <MarkKey />}
      </div>
      {assessments.length === 0 ? (
        <EmptyNote>{t("overview.headlineNone")}</EmptyNote>
      ) : (
        <table className="headline-table">
          <caption className="unseen">{t("overview.headline")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column.indicator")}</th>
              <th scope="col" className="headline-bar">
                <span className="unseen">{t("chart.chart")}</span>
              </th>
              <th scope="col" className="figure">
                {t("column.achieved")}
              </th>
              <th scope="col" className="figure">
                {t("column.target")}
              </th>
              <th scope="col" className="figure">
                {t("column.expected")}
              </th>
              <th scope="col" className="figure">
                {t("column.completion")}
              </th>
              <th scope="col">{t("column.light")}</th>
            </tr>
          </thead>
          <tbody>
            {assessments.map((assessment) => (
              <HeadlineRow
                key={assessment.target}
                assessment={assessment}
                isFolded={!isOpen && !first.has(assessment.target)}
              />
            ))}
          </tbody>
        </table>
      )}
      {folded > 0 && (
        <>
          <button
            type="button"
            className="unfold screen-only"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t("overview.fewer") : t("overview.unfold", { count: folded })}
          </button>
          {/* A page for a leader's hand has what is open; what is folded is not kept silent about. */}
          {!isOpen && <p className="aside paper-only">{t("overview.folded", { count: folded })}</p>}
        </>
      )}
    </section>
  );
}

function HeadlineRow({ assessment, isFolded }: { readonly assessment: Assessment; readonly isFolded: boolean }) {
  const words = useWords();
  const { t, say } = words;
  const { rollUp, isAmbiguous, isImplied, hardness } = assessment;
  const notes = [
    hardness === "aspirational" && t("hardness.aspirational"),
    isImplied && t("value.implied"),
    isAmbiguous && t("value.ambiguous"),
    rollUp && t("rollUp.coverage", { reported: rollUp.partsReported, parts: rollUp.parts }),
  ].filter(Boolean);
  return (
    <tr className={isFolded ? "folded" : undefined}>
      <th scope="row">
        {indicatorName(words, assessment)}
        <span className="unit-of">{say(assessment.unit)}</span>
        {notes.length > 0 && <small className="aside">{notes.join(" · ")}</small>}
      </th>
      <td className="headline-bar">
        <TargetBullet assessment={assessment} />
      </td>
      <td className="figure headline-achieved" data-label={t("column.achieved")}>
        <AchievedValue assessment={assessment} />
      </td>
      <td className="figure" data-label={t("column.target")}>
        <TargetFigure target={assessment} />
      </td>
      <td className="figure" data-label={t("column.expected")}>
        {assessment.expected.text}
      </td>
      <td className="figure" data-label={t("column.completion")}>
        {assessment.completion.text}
      </td>
      <td className="headline-light">
        <LightOf assessment={assessment} />
        <Shortfall assessment={assessment} />
      </td>
    </tr>
  );
}
