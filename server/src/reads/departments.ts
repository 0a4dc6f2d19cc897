/** How far each responsible unit has come at a month and horizon, in one of the three views of joint responsibility. */
import type { BookDepartment } from "@beizeng/db";
import type { Attribution } from "@beizeng/db/vocabulary";
import type { DepartmentProgress, Departments } from "../contract/departments.ts";
import type { DepartmentsQuery } from "../contract/questions.ts";
import {
  type AssignedTarget,
  type DepartmentFigures,
  departmentFigures,
  type IndicatorSum,
  rankDepartments,
} from "../domain/attribution.ts";
import { worstLight } from "../domain/lights.ts";
import { assignmentsAt } from "../plans/assignments-at.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { shownShare, shownValue } from "../plans/shown-figure.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give } from "../problems.ts";
import { assignedTargets } from "./assigned-targets.ts";
import { planSummary, quotation, subjectSummary } from "./plan-summary.ts";
import { askPlanMonthHorizon } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { punctualityCounts, reportingOf } from "./reporting-record.ts";
import { shownAssessment } from "./shown-assessment.ts";

/** A unit with the targets of its subjects and its figures in the view. */
interface Standing {
  readonly department: BookDepartment;
  readonly assigned: readonly AssignedTarget[];
  readonly figures: DepartmentFigures;
}

/** Places beyond the indicator's for sums in which a target counts by its share. */
const sharedPlaces = 1;

function shownSum(
  outline: PlanOutline,
  sum: IndicatorSum,
  attribution: Attribution,
): DepartmentProgress["sums"][number] {
  const { row } = outline.measures.find((measure) => measure.row.indicator.key === sum.indicator) ?? {};
  if (row === undefined) throw new Error(`no measure has the indicator ${sum.indicator}`);
  const { name, unit, decimals } = row.indicator;
  const places = decimals + (attribution === "shared" ? sharedPlaces : 0);
  return {
    indicator: sum.indicator,
    indicatorName: name,
    reading: sum.reading,
    unit,
    achieved: shownValue(sum.achieved, places),
    target: shownValue(sum.target, places),
    completion: shownShare(sum.completion),
    targets: sum.targets,
    reported: sum.reported,
  };
}

function cellsOf(assigned: readonly AssignedTarget[], attribution: Attribution): DepartmentProgress["cells"] {
  const inView = assigned.filter(({ role }) => attribution !== "lead" || role === "lead");
  return [...new Set(inView.map(({ subject }) => subject))].map((subject) => {
    const own = inView.filter((target) => target.subject === subject);
    const role = own.some((target) => target.role === "lead") ? "lead" : "responsible";
    return { subject, role, light: worstLight(own.map(({ assessment }) => assessment)), targets: own.length };
  });
}

const membersOf = (outline: PlanOutline, { members }: BookDepartment) =>
  members.flatMap(({ department }) => outline.departments.get(department)?.name ?? []);

/** The members of a group at the month, each with those of the group's targets that it reports itself; members that report none are left out. */
function byMember(
  { month, view: { outline } }: MonthView,
  { members }: BookDepartment,
  { answersFor }: DepartmentFigures,
  attribution: Attribution,
): DepartmentProgress["byMember"] {
  const isMember = ({ from, to }: (typeof members)[number]) =>
    (from === null || from <= month) && (to === null || month <= to);
  const present = new Set(members.filter(isMember).map(({ department }) => department));
  return [...present].flatMap((key) => {
    const reports = ({ target }: AssignedTarget) => outline.targetByKey.get(target.key)?.measure.reporting.key === key;
    const own = answersFor.filter(reports);
    const name = outline.departments.get(key)?.name;
    if (own.length === 0 || name === undefined) return [];
    const { composite, counted, reported, due, lights } = departmentFigures(own, attribution);
    return [
      {
        department: { key, name },
        composite: shownShare(composite),
        ...{ counted, reported, targets: due, lights },
        assessments: own.map(({ target }) => target.key),
      },
    ];
  });
}

function standingsOf(month: MonthView, horizon: string, attribution: Attribution): Standing[] {
  return [...month.view.outline.departments.values()].flatMap((department) => {
    const assigned = assignedTargets(month, department.key, horizon);
    const figures = departmentFigures(assigned, attribution);
    return figures.answersFor.length === 0 ? [] : [{ department, assigned, figures }];
  });
}

/** The answer of GET /api/plans/{plan}/departments. */
export async function readDepartments(
  reads: Reads,
  plan: string,
  query: DepartmentsQuery,
): Promise<Answer<Departments>> {
  const asked = await askPlanMonthHorizon(reads, plan, query);
  if (!asked.ok) return asked;
  const { view, horizon } = asked.value;
  const attribution = query.attribution ?? "full";
  const month = monthView(view, asked.value.month);
  const { outline } = month.view;
  const records = await reportingOf(reads, asked.value, month.month);
  const standings = standingsOf(month, horizon, attribution);
  const ranks = rankDepartments(standings.map(({ figures }) => figures));
  const answered = new Set(standings.flatMap(({ figures }) => figures.answersFor.map(({ target }) => target.key)));
  const subjects = outline.subjects.filter(({ measures }) =>
    measures.some(({ targets }) => targets.some(({ row }) => row.horizon === horizon)),
  );
  return give({
    plan: planSummary(reads, view.outline),
    quotation: quotation(reads, asked.value, month.month),
    horizon,
    attribution,
    departments: standings.map(({ department, assigned, figures }, place) => ({
      department: {
        key: department.key,
        name: department.name,
        kind: department.kind,
        members: membersOf(outline, department),
      },
      rank: ranks[place] ?? null,
      composite: shownShare(figures.composite),
      counted: figures.counted,
      reported: figures.reported,
      targets: figures.due,
      sums: figures.sums.map((sum) => shownSum(outline, sum, attribution)),
      lights: figures.lights,
      punctuality: punctualityCounts(records.get(department.key) ?? []),
      cells: cellsOf(assigned, attribution),
      byMember: byMember(month, department, figures, attribution),
      assessments: figures.answersFor.map(({ target }) => target.key),
    })),
    subjects: subjects.map(subjectSummary),
    withoutLead: subjects
      .filter((subject) => assignmentsAt(subject, month.month).every(({ role }) => role !== "lead"))
      .map(subjectSummary),
    assessments: outline.targets
      .filter((entry) => answered.has(entry.row.key))
      .map((entry) => shownAssessment(month, entry)),
  });
}
