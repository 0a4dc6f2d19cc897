import { useQuery } from "@tanstack/react-query";
import { departmentHistoriesQuery } from "../../api/departments.ts";
import { planQuery } from "../../api/plans.ts";
import type { DepartmentHistories, Plan } from "../../api/types.ts";
import { mostTargets } from "../../charts/drawings/time-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { AttributionSwitch, attributionOf } from "../../components/attribution-switch.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { QuotationLine } from "../../components/quotation-line.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { UnitHistory } from "../../components/unit-history.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { UnitChoice } from "./unit-choice.tsx";
import { unitsAsked } from "./units-asked.ts";
import { UnitsTable } from "./units-table.tsx";
import "./compare-departments.css";
import "../../styles/people.css";

/** 单位对比: up to four units of the plan over the months, on the same scales. */
export function CompareDepartmentsPage() {
  const { plan } = useQuestion();
  const query = useQuery(planQuery(plan));
  return (
    <>
      <PeopleTabs />
      <Answered query={query} skeleton={<SkeletonLines lines={10} />}>
        {(data) => <Chosen plan={data} />}
      </Answered>
    </>
  );
}

function Chosen({ plan }: { readonly plan: Plan }) {
  const { t, say, month } = useWords();
  const question = useQuestion();
  const departments = unitsAsked(question.units);
  usePageTitle(t("compareDepartments.title"), say(plan.plan.jurisdiction.name), month(question.month));
  const query = useQuery({
    ...departmentHistoriesQuery({ ...question, departments }),
    enabled: departments.length > 0,
  });
  const bearing = plan.departments.filter(({ subjects }) => subjects > 0);
  return (
    <div className="compare-departments">
      {departments.length === 0 ? (
        <>
          <h1>{t("compareDepartments.title")}</h1>
          <UnitChoice departments={bearing} chosen={departments} />
          <EmptyNote>{t("compareDepartments.none")}</EmptyNote>
        </>
      ) : (
        <Answered query={query} skeleton={<SkeletonLines lines={12} />}>
          {(data) => <Compared data={data} choice={<UnitChoice departments={bearing} chosen={departments} />} />}
        </Answered>
      )}
    </div>
  );
}

function Compared({ data, choice }: { readonly data: DepartmentHistories; readonly choice: React.ReactNode }) {
  const { t, say, horizon } = useWords();
  const { units } = data;
  const most = mostTargets(units);
  const isAlone = units.length === 1;
  return (
    <>
      <header className="compare-departments-head">
        <h1>{isAlone ? t("compareDepartments.title") : say(data.sentence)}</h1>
        <p className="subtitle">
          {horizon(data.horizon)} · <QuotationLine quotation={data.quotation} />
        </p>
        <AttributionSwitch chosen={attributionOf(data.attribution)} />
        {choice}
        {isAlone && <EmptyNote>{t("compareDepartments.one")}</EmptyNote>}
      </header>
      <div className="compare-departments-charts">
        {units.map((unit) => (
          <div key={unit.department.key} className="compare-departments-unit">
            <h2>{say(unit.department.name)}</h2>
            <UnitHistory data={data} unit={unit} most={most} level={3} />
          </div>
        ))}
      </div>
      <UnitsTable data={data} />
    </>
  );
}
