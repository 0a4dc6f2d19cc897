/** What every answer about a plan says of it first. */
import type { PlanSummary } from "../contract/plans.ts";
import type { Quotation, SubjectProgress } from "../contract/progress.ts";
import type { Month } from "../domain/month.ts";
import type { PlanOutline, SubjectEntry } from "../plans/outline.ts";
import { latestPeriodDue, periodBy } from "../plans/periods.ts";
import { type AskedPlan, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** The plan's facts, calendar and horizons. */
export function planSummary(reads: Pick<Reads, "today">, outline: PlanOutline): PlanSummary {
  const { facts, targets, horizons, subjects, departments } = outline;
  const { key, title, documentNumber, issuer, jurisdiction, marketEntityWord, issuedOn } = facts;
  return {
    ...{ key, title, documentNumber, marketEntityWord, issuedOn },
    issuer: issuer.name,
    jurisdiction: { code: jurisdiction.code, name: jurisdiction.name },
    effectiveFrom: facts.effectiveFrom,
    expiresOn: facts.expiresOn,
    frequency: facts.calendar.frequency,
    firstPeriod: facts.calendar.firstPeriod,
    dueDay: facts.calendar.dueDay,
    firstMonth: outline.firstMonth,
    lastMonth: runningMonth(reads),
    latestPeriod: latestPeriodDue(outline, reads.today()) ?? outline.calendar.firstPeriod,
    horizons: horizons.map((horizon) => ({
      horizon,
      targets: targets.filter(({ row }) => row.horizon === horizon).length,
    })),
    counts: {
      chains: subjects.filter(({ row }) => row.kind === "chain").length,
      targets: targets.length,
      departments: departments.size,
    },
  };
}

/** A subject by name. */
export function subjectSummary({ row }: SubjectEntry): SubjectProgress["subject"] {
  const { key, kind, name, clause } = row;
  return { key, kind, name, clause };
}

/** What an answer about figures says of itself. */
export function quotation(reads: Reads, { view, revision, knowledge }: AskedPlan, month: Month): Quotation {
  return {
    month,
    basis: knowledge.basis,
    asKnownOn: knowledge.asKnownOn,
    revision,
    latestPeriod: periodBy(view.outline, month),
    isDemonstration: reads.isDemonstration,
  };
}
