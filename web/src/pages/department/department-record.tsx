import { useQuery } from "@tanstack/react-query";
import { reportingQuery } from "../../api/reporting.ts";
import type { Reporting } from "../../api/types.ts";
import { Answered } from "../../components/answered.tsx";
import { EmptyNote } from "../../components/empty-note.tsx";
import { PeriodCell } from "../../components/period-cell.tsx";
import { PunctualityKey } from "../../components/punctuality-key.tsx";
import { SkeletonLines } from "../../components/skeleton.tsx";
import { partsOfMonth } from "../../lib/month.ts";
import { useQuestion } from "../../lib/question.ts";
import { useWords } from "../../words/use-words.ts";

/** How the unit has reported, a row a year, a column a period of the year. */
export function DepartmentRecord({ department, name }: { readonly department: string; readonly name: string }) {
  const { t } = useWords();
  const { plan, month } = useQuestion();
  const query = useQuery(reportingQuery({ plan, month }));
  return (
    <section className="block" aria-labelledby="record-title">
      <div className="block-head">
        <h2 id="record-title">{t("department.record")}</h2>
      </div>
      <Answered query={query} skeleton={<SkeletonLines lines={3} />}>
        {(data) => <RecordTable data={data} department={department} name={name} />}
      </Answered>
    </section>
  );
}

function RecordTable({
  data,
  department,
  name,
}: {
  readonly data: Reporting;
  readonly department: string;
  readonly name: string;
}) {
  const { t, month: nameMonth } = useWords();
  const unit = data.units.find((each) => each.department === department);
  if (!unit || unit.cells.length === 0) return <EmptyNote>{t("department.recordNone")}</EmptyNote>;
  const years = [...new Set(unit.cells.map(({ period }) => period.slice(0, 4)))];
  const places = [...new Set(unit.cells.map(({ period }) => period.slice(5)))].sort();
  const cells = new Map(unit.cells.map((cell) => [cell.period, cell]));
  return (
    <>
      <PunctualityKey />
      <div className="table-frame">
        <table className="figures department-record">
          <caption className="unseen">{t("department.recordCaption", { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("department.year")}</th>
              {places.map((place) => (
                <th key={place} scope="col">
                  {t("department.monthOfYear", { month: partsOfMonth(`2000-${place}`).month })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <th scope="row">{t("month.year", { year })}</th>
                {places.map((place) => {
                  const cell = cells.get(`${year}-${place}`);
                  return (
                    <td key={place} title={cell && nameMonth(cell.period)}>
                      {cell && <PeriodCell cell={cell} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
