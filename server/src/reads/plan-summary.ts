/** What every answer about a plan says of it first. */
import type { PlanCounts, PlanFacts } from "@beizeng/db";
import type { PlanSummary } from "../contract/plans.ts";
import type { Quotation, SubjectProgress } from "../contract/progress.ts";
import type { Month } from "../domain/month.ts";
import type { PlanOutline, SubjectEntry } from "../plans/outline.ts";
import { latestPeriodDue, type PlanCalendar, periodBy } from "../plans/periods.ts";
import { storedMonth } from "../plans/stored.ts";
import { type AskedPlan, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** A plan with its size: what a summary is made of. */
interface Sized extends PlanCalendar {
  readonly facts: PlanFacts;
  readonly counts: PlanSummary["counts"];
  readonly targetsOf: (horizon: string) => number;
}

function summaryOf({ today }: Pick<Reads, "today">, sized: Sized): PlanSummary {
  const { facts, calendar, horizons, firstMonth, counts } = sized;
  return {
    key: facts.key,
    title: facts.title,
    documentNumber: facts.documentNumber,
    issuer: facts.issuer.name,
    jurisdiction: {
      code: facts.jurisdiction.code,
      name: facts.jurisdiction.name,
      parent: facts.jurisdiction.parent,
    },
    marketEntityWord: facts.marketEntityWord,
    issuedOn: facts.issuedOn,
    effectiveFrom: facts.effectiveFrom,
    expiresOn: facts.expiresOn,
    frequency: calendar.frequency,
    firstPeriod: calendar.firstPeriod,
    dueDay: calendar.dueDay,
    firstMonth,
    lastMonth: runningMonth({ today }),
    latestPeriod: latestPeriodDue(sized, today()) ?? calendar.firstPeriod,
    horizons: horizons.map((horizon) => ({ horizon, targets: sized.targetsOf(horizon) })),
    counts,
  };
}

/** The plan's facts, calendar and horizons. */
export function planSummary(reads: Pick<Reads, "today">, outline: PlanOutline): PlanSummary {
  const { targets, subjects, departments } = outline;
  return summaryOf(reads, {
    ...outline,
    targetsOf: (horizon) => targets.filter(({ row }) => row.horizon === horizon).length,
    counts: {
      chains: subjects.filter(({ row }) => row.kind === "chain").length,
      targets: targets.length,
      departments: departments.size,
    },
  });
}

/** The same of a plan that is only counted. */
export function countedSummary(reads: Pick<Reads, "today">, facts: PlanFacts, counts: PlanCounts): PlanSummary {
  const { frequency, firstPeriod, dueDay } = facts.calendar;
  const sizes = new Map(counts.horizons.map(({ horizon, targets }) => [horizon, targets]));
  return summaryOf(reads, {
    facts,
    calendar: { frequency, firstPeriod: storedMonth(firstPeriod), dueDay },
    firstMonth: storedMonth(counts.firstMonth),
    horizons: [...sizes.keys()],
    targetsOf: (horizon) => sizes.get(horizon) ?? 0,
    counts: {
      chains: counts.chains,
      targets: counts.horizons.reduce((sum, { targets }) => sum + targets, 0),
      departments: counts.departments,
    },
  });
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
    latestPeriod: periodBy(view.outline.at(month), month),
    isDemonstration: reads.isDemonstration,
  };
}
