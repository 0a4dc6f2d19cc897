/** What units answer for, how they have come month by month, and how they have reported: one, or up to four side by side. */
import type { BookDepartment } from "@beizeng/db";
import { type Attribution, attributions } from "@beizeng/db/vocabulary";
import type { DepartmentHistories, DepartmentHistory } from "../contract/department-histories.ts";
import type { DepartmentHistoriesQuery } from "../contract/questions.ts";
import { type DepartmentFigures, departmentFigures } from "../domain/attribution.ts";
import { type CompositeAt, departmentInWords, unitsInWords } from "../domain/department-sentences.ts";
import { worstLight } from "../domain/lights.ts";
import { earlier, later, type Month, monthsFrom } from "../domain/month.ts";
import { firstCounted } from "../plans/additions.ts";
import { assignmentsAt } from "../plans/assignments-at.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { shownShare } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { type MonthView, monthView, type PlanView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { assignedTargets } from "./assigned-targets.ts";
import { assignedUnits } from "./assigned-units.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { punctualityCounts, type ReportingCell, reportingOf } from "./reporting-record.ts";

const shownFigures = ({ composite, counted, reported, due, lights }: DepartmentFigures) => ({
  composite: shownShare(composite),
  ...{ counted, reported, targets: due, lights },
});

/** The months from the first period in which anything of the horizon counts to the month asked. */
function monthsOf({ outline }: PlanView, horizon: string, month: Month): readonly Month[] {
  const counted = outline.targets.filter(({ row }) => row.horizon === horizon).map(firstCounted);
  return counted.length === 0 ? [] : monthsFrom(later(outline.calendar.firstPeriod, counted.reduce(earlier)), month);
}

/** Every subject that a unit is assigned to at the month, in the order of the document, with who answers for it too. */
function subjectsOf(month: MonthView, department: string, horizon: string): DepartmentHistory["subjects"] {
  const { outline } = month.view;
  return outline.subjects.flatMap((subject) => {
    const assignments = assignmentsAt(subject, month.month);
    const own = assignments.filter((assignment) => assignment.department === department);
    if (own.length === 0) return [];
    const entries = subject.measures.flatMap(({ targets }) => targets.filter(({ row }) => row.horizon === horizon));
    return [
      {
        subject: subjectSummary(subject),
        role: own.some(({ role }) => role === "lead") ? ("lead" as const) : ("responsible" as const),
        isReporting: own.some(({ isReporting }) => isReporting),
        isImplied: own.every(({ isImplied }) => isImplied),
        targets: entries.length,
        light: worstLight(entries.map((entry) => month.assessment(entry))),
        others: assignedUnits(outline, subject, month.month).filter((unit) => unit.department !== department),
        hasLead: assignments.some(({ role }) => role === "lead"),
      },
    ];
  });
}

interface Unit {
  readonly history: DepartmentHistory;
  readonly last: CompositeAt | null;
}

function unitOf(
  { key, name, kind, members }: BookDepartment,
  outline: PlanOutline,
  views: readonly MonthView[],
  now: MonthView,
  asked: { horizon: string; attribution: Attribution },
  cells: readonly ReportingCell[],
): Unit {
  const figuresAt = (month: MonthView, attribution: Attribution) =>
    departmentFigures(assignedTargets(month, key, asked.horizon), attribution);
  const months = views.map((view) => ({ month: view.month, figures: figuresAt(view, asked.attribution) }));
  const known = months.flatMap(({ month, figures }): CompositeAt[] =>
    figures.composite === null ? [] : [{ month, exact: figures.composite, text: shownShare(figures.composite).text }],
  );
  const [first, last] = [known[0], known.at(-1)];
  const subjects = subjectsOf(now, key, asked.horizon);
  const alone = subjects.filter(({ others }) => others.length === 0).length;
  const punctuality = punctualityCounts(cells);
  return {
    last: last?.month === now.month ? last : null,
    history: {
      department: {
        ...{ key, name, kind },
        members: members.flatMap(({ department }) => outline.departments.get(department)?.name ?? []),
      },
      standings: attributions.map((attribution) => ({ attribution, ...shownFigures(figuresAt(now, attribution)) })),
      months: months.map(({ month, figures }) => ({ month, ...shownFigures(figures) })),
      periods: cells.map(({ period, punctuality: stands, dueOn, submittedOn }) => ({
        period: storedMonth(period),
        ...{ punctuality: stands, dueOn, submittedOn },
      })),
      punctuality,
      subjects,
      alone,
      joint: subjects.length - alone,
      sentence: departmentInWords({
        name,
        alone,
        joint: subjects.length - alone,
        way: first === undefined || last === undefined ? null : { first, last },
        punctuality,
      }),
    },
  };
}

/** The answer of GET /api/plans/{plan}/department-histories. */
export async function readDepartmentHistories(
  reads: Reads,
  plan: string,
  query: DepartmentHistoriesQuery,
): Promise<Answer<DepartmentHistories>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, month, horizon } = asked.value;
  const { outline } = view;
  const departments: BookDepartment[] = [];
  for (const key of new Set(query.department)) {
    const department = outline.departments.get(key);
    if (department === undefined) return refuse({ code: "unknown-department", field: "department", value: key });
    departments.push(department);
  }
  const attribution = query.attribution ?? "full";
  const records = await reportingOf(reads, asked.value, month);
  const now = monthView(view, month);
  const views = monthsOf(view, horizon, month).map((each) => (each === month ? now : monthView(view, each)));
  const units = departments.map((department) =>
    unitOf(department, outline, views, now, { horizon, attribution }, records.get(department.key) ?? []),
  );
  return give({
    plan: planSummary(reads, outline),
    quotation: quotation(reads, asked.value, month),
    horizon,
    attribution,
    units: units.map(({ history }) => history),
    sentence: unitsInWords(
      month,
      units.map(({ history, last }) => ({
        name: history.department.name,
        composite: last,
        missing: history.punctuality.missing,
      })),
    ),
  });
}
