/** Which unit has reported which period, and when. */
import type { ReportingQuery } from "../contract/questions.ts";
import type { Reporting } from "../contract/reporting.ts";
import { periodsUntil } from "../plans/periods.ts";
import { type Answer, give } from "../problems.ts";
import { planSummary, quotation } from "./plan-summary.ts";
import { askMonth, askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { reportingOf } from "./reporting-record.ts";

/** The answer of GET /api/plans/{plan}/reporting. */
export async function readReporting(reads: Reads, plan: string, query: ReportingQuery): Promise<Answer<Reporting>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const month = askMonth(reads, outline, "month", query.month);
  if (!month.ok) return month;
  const periods = [...periodsUntil(outline, month.value)];
  const record = await reportingOf(reads, asked.value, month.value);
  const latest = [...record.values()].flatMap((cells) => cells.filter(({ period }) => period === periods.at(-1)));
  const counted = outline.at(month.value).measures;
  const own = (department: string) => counted.filter(({ reporting }) => reporting.key === department);
  return give({
    plan: planSummary(reads, outline),
    quotation: quotation(reads, asked.value, month.value),
    periods,
    units: [...record]
      .filter(([department]) => own(department).length > 0)
      .map(([department, cells]) => ({
        department,
        name: outline.departments.get(department)?.name ?? { zh: department, en: department },
        measures: own(department).length,
        cells: [...cells],
      })),
    reported: latest.filter(({ submittedOn }) => submittedOn !== null).length,
    total: latest.length,
  });
}
