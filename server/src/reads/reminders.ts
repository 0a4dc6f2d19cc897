/** What is to be reminded of a period (催报): which units have not handed in, and the texts for them, by today's clock. */
import { findExtensions, findMonthMoves, findSubmissions } from "@beizeng/db";
import type { Reminders, RemindersQuery } from "../contract/reporting.ts";
import { type Month, periodEnd } from "../domain/month.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { type RemindedUnit, type ReminderPeriod, remindAll, remindUnit } from "../domain/reminder.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { dueOn, isAskedAt, periodsUntil } from "../plans/periods.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { type ReportingCell, type ReportingRecord, reportingOf } from "./reporting-record.ts";

const dayMilliseconds = 24 * 60 * 60 * 1000;
const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / dayMilliseconds;

/** True for what a unit still has to hand in. */
const isMissing = ({ state }: ReportingCell) => state === "open" || state === "draft" || state === "returned";

interface Missing {
  readonly department: string;
  readonly cell: ReportingCell;
}

function missingOf(record: ReportingRecord, period: Month): readonly Missing[] {
  return [...record].flatMap(([department, cells]) =>
    cells.filter((cell) => cell.period === period && isMissing(cell)).map((cell) => ({ department, cell })),
  );
}

/** The periods that have ended and are not closed, newest first. */
async function openPeriods(reads: Reads, outline: PlanOutline): Promise<readonly Month[]> {
  const running = runningMonth(reads);
  const moves = await findMonthMoves(reads.store, outline.facts.id);
  return periodsUntil(outline, periodEnd(running, outline.calendar.frequency))
    .filter((period) => period < running)
    .filter((period) => !isClosed(monthStandingOf(moves.filter(({ month }) => month === period))))
    .toReversed();
}

async function remindedUnits(
  reads: Reads,
  outline: PlanOutline,
  period: Month,
  missing: readonly Missing[],
): Promise<readonly (Missing & { readonly unit: RemindedUnit })[]> {
  const ofPeriod = await findSubmissions(reads.store, { planId: outline.facts.id, from: period, until: period });
  return missing.map(({ department, cell }) => {
    const report = ofPeriod.find((each) => each.kind === "report" && each.department === department);
    const last = report?.moves.at(-1);
    const unit: RemindedUnit = {
      name: outline.departments.get(department)?.name ?? { zh: department, en: department },
      measures: outline.measures.filter(
        (entry) => entry.reporting.key === department && isAskedAt(entry, period, outline.calendar),
      ).length,
      dueOn: cell.dueOn,
      daysLeft: daysBetween(reads.today(), cell.dueOn),
      isExtended: cell.extension !== null,
      returned: last?.toState === "returned" ? { on: dayInChina(last.at), reason: last.reason ?? "" } : null,
    };
    return { department, cell, unit };
  });
}

/** The answer of GET /api/plans/{plan}/reminders: of the period asked for, else of the newest of which anything is missing. */
export async function readReminders(reads: Reads, plan: string, query: RemindersQuery): Promise<Answer<Reminders>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const record = await reportingOf(reads, asked.value, runningMonth(reads));
  const open = await openPeriods(reads, outline);
  const all = open.map((period) => ({ period, missing: missingOf(record, period) }));
  const chosen =
    query.period === undefined
      ? (all.find(({ missing }) => missing.length > 0) ?? all[0])
      : all.find(({ period }) => period === query.period);
  if (query.period !== undefined && chosen === undefined) {
    const allowed = open.length === 0 ? "—" : open.join(", ");
    return refuse({ code: "period-not-open", field: "period", value: query.period, allowed });
  }
  const periods = all.map(({ period, missing }) => ({ period, units: missing.length }));
  const about = { plan: planSummary(reads, outline), today: reads.today(), periods };
  if (chosen === undefined) return give({ ...about, period: null, dueOn: null, group: null, units: [] });
  const { period } = chosen;
  const extensions = await findExtensions(reads.store, outline.facts.id);
  const extended = extensions.findLast((each) => each.period === period && each.department === null);
  const due = extended?.dueOn ?? dueOn(period, outline.calendar);
  const { frequency } = outline.calendar;
  const { title } = outline.facts;
  const daysLeft = daysBetween(reads.today(), due);
  const isExtended = extended !== undefined;
  const reminded: ReminderPeriod = { title, period, frequency, dueOn: due, daysLeft, isExtended };
  const units = await remindedUnits(reads, outline, period, chosen.missing);
  return give({
    ...about,
    period,
    dueOn: due,
    group: remindAll(
      reminded,
      units.map(({ unit }) => unit),
    ),
    units: units.map(({ department, cell, unit }) => ({
      department,
      name: unit.name,
      state: cell.state,
      measures: unit.measures,
      dueOn: unit.dueOn,
      isExtended: unit.isExtended,
      text: remindUnit(reminded, unit),
    })),
  });
}
