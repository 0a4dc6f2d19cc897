import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { departmentHistoriesQuery } from "../../api/departments.ts";
import { mostTargets } from "../../charts/drawings/time-marks.ts";
import { Answered } from "../../components/answered.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { UnitHistory } from "../../components/unit-history.tsx";
import { useQuestion } from "../../lib/question.ts";
import type { Search } from "../../lib/search.ts";
import { useWords } from "../../words/use-words.ts";
import { DepartmentStandings } from "./department-standings.tsx";
import { DepartmentSubjects } from "./department-subjects.tsx";

/** How a unit has come over the months, how it stands in each attribution, and for what it answers alone and with whom. */
export function DepartmentOverTime({ department, name }: { readonly department: string; readonly name: string }) {
  const { t } = useWords();
  const question = useQuestion();
  const query = useQuery(departmentHistoriesQuery({ ...question, departments: [department] }));
  return (
    <Answered query={query} skeleton={<SkeletonLines lines={8} />}>
      {(data) =>
        data.units.map((unit) => (
          <div key={unit.department.key} className="department-history">
            <section className="block">
              <UnitHistory data={data} unit={unit} most={mostTargets(data.units)} level={2} />
              <p className="department-way">
                <Link
                  to="/compare-departments"
                  search={(old: Search) => ({ ...old, units: department, department: undefined })}
                >
                  {t("department.compare")}
                </Link>
              </p>
            </section>
            <DepartmentStandings unit={unit} name={name} />
            <DepartmentSubjects unit={unit} name={name} />
          </div>
        ))
      }
    </Answered>
  );
}
