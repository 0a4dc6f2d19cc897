import { useQuery } from "@tanstack/react-query";
import { departmentsQuery } from "../../api/departments.ts";
import { planQuery } from "../../api/plans.ts";
import type { Departments, Plan } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { attributionOf } from "../../components/attribution-switch.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";
import { DepartmentChoice } from "./department-choice.tsx";
import { DepartmentView } from "./department-view.tsx";
import "./department.css";
import "../../styles/people.css";

/** One responsible unit: its targets by subject, sums per indicator, lights, and its reporting record. */
export function DepartmentPage() {
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
  const { t } = useWords();
  const question = useQuestion();
  const query = useQuery(departmentsQuery(question));
  const bearing = plan.departments.filter(({ subjects }) => subjects > 0);
  const key = question.department ?? bearing[0]?.key ?? "";
  const unit = plan.departments.find((each) => each.key === key);
  return (
    <div className="department">
      <DepartmentChoice departments={bearing} chosen={key} />
      {unit ? (
        <Answered query={query} skeleton={<SkeletonLines lines={12} />}>
          {(data: Departments) => (
            <DepartmentView unit={unit} data={data} attribution={attributionOf(question.attribution)} />
          )}
        </Answered>
      ) : (
        <p className="empty">{t("department.unknown")}</p>
      )}
    </div>
  );
}
