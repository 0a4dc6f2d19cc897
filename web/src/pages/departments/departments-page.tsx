import { useQuery } from "@tanstack/react-query";
import { departmentsQuery } from "../../api/departments.ts";
import type { Departments } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { AttributionSwitch, attributionOf } from "../../components/attribution-switch.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { listed } from "../../words/listed.ts";
import { useWords } from "../../words/use-words.ts";
import { DepartmentBoard } from "./department-board.tsx";
import { UnitMatrix } from "./unit-matrix.tsx";
import "./departments.css";
import "../../styles/people.css";

/** 责任单位: how far each responsible unit has come at a month and horizon, in one of the three attributions. */
export function DepartmentsPage() {
  const { t, say, month } = useWords();
  const question = useQuestion();
  const attribution = attributionOf(question.attribution);
  const query = useQuery(departmentsQuery(question));
  const place = query.data && say(query.data.plan.jurisdiction.name);
  usePageTitle(t("pages.departments"), place, query.data && month(question.month));
  return (
    <>
      <PeopleTabs />
      <Answered query={query} skeleton={<DepartmentsSkeleton />}>
        {(data) => <Board data={data} attribution={attribution} />}
      </Answered>
    </>
  );
}

function Board({
  data,
  attribution,
}: {
  readonly data: Departments;
  readonly attribution: Departments["attribution"];
}) {
  const { t, say, horizon, language } = useWords();
  const bearing = data.departments.filter((unit) => unit.assessments.length > 0);
  const complete = bearing.filter(({ reported, targets }) => reported === targets).length;
  const behind = bearing.filter(({ lights }) => lights.behind + lights["far-behind"] + lights.missed > 0).length;
  const isNone = bearing.length === 0;
  const isEarly = bearing.every(({ targets }) => targets === 0);
  const seen = isEarly ? "seenEarly" : behind === 0 ? "seenClear" : "seen";
  return (
    <div className="departments">
      <header className="departments-head">
        <p className="eyebrow paper-only">{say(data.plan.title)}</p>
        <h1>
          {isNone
            ? t("departments.title")
            : t(`departments.${seen}`, { count: bearing.length, horizon: horizon(data.horizon), complete, behind })}
        </h1>
        <p className="subtitle">
          {horizon(data.horizon)} · <QuotationLine quotation={data.quotation} />
        </p>
        <AttributionSwitch chosen={attribution} />
        {attribution === "lead" && data.withoutLead.length > 0 && (
          <p className="departments-open">
            {t("departments.withoutLead", {
              names: listed(
                language,
                data.withoutLead.map(({ name }) => say(name)),
              ),
            })}
          </p>
        )}
      </header>
      {isNone ? (
        <EmptyNote>{t(attribution === "lead" ? "departments.noneLead" : "departments.none")}</EmptyNote>
      ) : (
        <>
          <DepartmentBoard departments={bearing} />
          <UnitMatrix data={data} departments={bearing} />
        </>
      )}
    </div>
  );
}

const DepartmentsSkeleton = () => (
  <>
    <SkeletonLines lines={1} height={36} />
    <SkeletonLines lines={12} height={32} />
  </>
);
