import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type BriefingAsked, briefingQuery, paperQuery } from "../../api/briefing.ts";
import type { Briefing, PlanMonth } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useWords } from "../../words/use-words.ts";
import { BriefingFiles } from "./briefing-files.tsx";
import { EditionChoice } from "./edition-choice.tsx";
import { unfrozen } from "./edition-of.ts";
import { Issuing } from "./issuing.tsx";
import { Paper } from "./paper.tsx";

/** Which edition is quoted, what must be known before it is, its files and issuing, and the paper as it will read. */
export function Desk({
  question,
  editions,
}: {
  readonly question: BriefingAsked;
  readonly editions: PlanMonth["editions"];
}) {
  const chosen = question.edition ?? unfrozen;
  const query = useQuery(briefingQuery(question));
  const paper = useQuery(paperQuery(question));
  return (
    <div className="briefing-desk">
      <aside className="briefing-side screen-only">
        <EditionChoice editions={editions} chosen={chosen} />
        <Warnings isUnfrozen={chosen === unfrozen} hasEditions={editions.length > 0} briefing={query.data} />
        <Files isRefused={query.isError} question={question} />
        {query.data && <Issuing briefing={query.data} editions={editions} />}
      </aside>
      <Answered query={paper} skeleton={<PaperSkeleton />}>
        {(data) => <Paper paper={data} />}
      </Answered>
    </div>
  );
}

function Files({ isRefused, question }: { readonly isRefused: boolean; readonly question: BriefingAsked }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="briefing-files">
      <h2 id="briefing-files">{t("briefing.files")}</h2>
      {isRefused ? (
        <p className="aside">{t("briefing.filesNone")}</p>
      ) : (
        <>
          <BriefingFiles key={JSON.stringify(question)} asked={question} />
          <button type="button" className="key" onClick={() => print()}>
            {t("briefing.print")}
          </button>
        </>
      )}
    </section>
  );
}

/** What must be known before any of it is quoted. */
function Warnings({
  isUnfrozen,
  hasEditions,
  briefing,
}: {
  readonly isUnfrozen: boolean;
  readonly hasEditions: boolean;
  readonly briefing: Briefing | undefined;
}) {
  const { t, month } = useWords();
  const isEmpty = briefing?.reporting.units.every(({ onTime, late }) => onTime + late === 0) === true;
  return (
    <div className="briefing-warnings" role="status">
      {isUnfrozen && (
        <p>
          {t("briefing.warnUnfrozen")} {hasEditions && t("briefing.warnNewer")}{" "}
          <Link to="/months">{t("briefing.close")}</Link>
        </p>
      )}
      {briefing?.isDemonstration && <p>{t("briefing.warnDemonstration")}</p>}
      {isEmpty && <p>{t("briefing.noReports", { month: month(briefing.month) })}</p>}
    </div>
  );
}

const PaperSkeleton = () => (
  <div className="briefing-paper">
    <SkeletonLines lines={18} height={24} />
  </div>
);
