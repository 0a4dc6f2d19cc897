import { reportingUnit } from "@beizeng/server/domain/assignment-rules.ts";
import { decimalOf } from "@beizeng/server/domain/decimal.ts";
import { directionOf } from "@beizeng/server/domain/target-rules.ts";
import { type TargetSpan, targetSpans } from "@beizeng/server/domain/target-spans.ts";
import type {
  ExpandedDepartment,
  ExpandedMeasure,
  ExpandedPlan,
  ExpandedSubject,
  ExpandedTarget,
} from "./expanded-plan.ts";
import { measureInstances } from "./plan-keys.ts";
import type { MeasureEntry, PlanDocument, SubjectEntry, TargetEntry } from "./plan-types.ts";

/**
 * What a checked plan file says, with all that follows from it written out (DOMAIN.md 1, 2, 5, 6): flat lists of
 * subjects, measures, targets in the order of the document, each with its key and the key of what it belongs to,
 * defaults filled in and null for what is absent. The shape is `ExpandedPlan` in expanded-plan.ts.
 * Expects a document that `parsePlanDocument` answered; answers the same for the same document.
 */
export function expandPlan(document: PlanDocument): ExpandedPlan {
  const subjects = document.subjects.map((subject) => expandSubject(document, subject));
  const measures: ExpandedMeasure[] = [];
  const targets: ExpandedTarget[] = [];
  for (const subject of document.subjects) {
    const reporting = reportingOf(document, subject);
    for (const entry of subject.measures) {
      for (const instance of measureInstances(document, subject, entry)) {
        measures.push({
          key: instance.key,
          subject: subject.id,
          indicator: entry.indicator,
          scope: instance.scope,
          nature: entry.nature,
          opening: expandOpening(entry),
          reporting: instance.member ?? entry.reporting ?? reporting,
        });
        targets.push(...expandTargets(document, instance.key, entry));
      }
    }
  }
  resolveParts(subjects, measures, targets);
  const horizons = [...new Set(targets.map((target) => target.horizon))].sort();
  return {
    id: document.id,
    title: document.title,
    documentNumber: document.documentNumber,
    issuer: document.issuer,
    jurisdiction: document.jurisdiction,
    marketEntityWord: document.marketEntityWord ?? "市场主体",
    issuedOn: document.issuedOn,
    publishedOn: document.publishedOn ?? null,
    effectiveFrom: document.effectiveFrom ?? null,
    expiresOn: document.expiresOn ?? null,
    calendar: { ...document.calendar, reason: document.calendar.reason ?? null },
    lightRules: document.lightRules ?? [],
    entryCalendar: document.entryCalendar ?? null,
    jurisdictions: document.jurisdictions.map((place) => ({
      ...place,
      validFrom: place.validFrom ?? null,
      validTo: place.validTo ?? null,
    })),
    departments: document.departments.map(expandDepartment),
    indicators: document.indicators.map((indicator) => ({ ...indicator, definition: indicator.definition ?? null })),
    subjects,
    measures,
    targets,
    horizons,
    notes: document.notes ?? [],
    incentives: document.incentives,
  };
}

function expandDepartment(entry: PlanDocument["departments"][number]): ExpandedDepartment {
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    jurisdiction: entry.jurisdiction,
    aliases: entry.aliases ?? [],
    members: (entry.members ?? []).map(({ department, from, to }) => ({
      department,
      from: from ?? null,
      to: to ?? null,
    })),
    membersAreComplete: entry.membersAreComplete ?? true,
  };
}

function expandSubject(plan: PlanDocument, entry: SubjectEntry): ExpandedSubject {
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    clause: entry.clause,
    park: entry.park ?? null,
    leadEnterprise: entry.leadEnterprise ?? null,
    directions: entry.directions ?? [],
    assignments: entry.assignments?.map((assignment) => ({ ...assignment, isImplied: false })) ?? [
      { department: plan.issuer, role: "responsible", isImplied: true },
    ],
    reporting: reportingOf(plan, entry),
  };
}

/** As written, else by the product's rule. */
function reportingOf(plan: PlanDocument, subject: SubjectEntry): string {
  const kinds = new Map(plan.departments.map((department) => [department.id, department.kind]));
  return subject.reporting ?? reportingUnit(subject.assignments ?? [], plan.issuer, (id) => kinds.get(id));
}

function expandOpening(entry: MeasureEntry): ExpandedMeasure["opening"] {
  if (entry.opening === undefined) return null;
  const { month, value, implied } = entry.opening;
  return { month, value: decimalOf(value), implied: implied ?? null };
}

function expandTargets(plan: PlanDocument, measure: string, entry: MeasureEntry): ExpandedTarget[] {
  return entry.targets.flatMap((target) =>
    targetSpans(target, plan.issuedOn).map((span) => expandTarget(measure, target, span)),
  );
}

function expandTarget(measure: string, entry: TargetEntry, span: TargetSpan): ExpandedTarget {
  return {
    key: `${measure}.${entry.reading}.${span.horizon}`,
    measure,
    reading: entry.reading,
    horizon: span.horizon,
    comparator: entry.comparator,
    value: decimalOf(entry.value),
    stretch: entry.stretch === undefined ? null : decimalOf(entry.stretch),
    direction: entry.direction ?? directionOf(entry.comparator),
    origin: span.origin,
    deadline: span.deadline,
    isYearly: entry.yearly !== undefined,
    hardness: entry.hardness,
    clause: entry.clause,
    curve: entry.curve,
    table: Object.entries(entry.table ?? {})
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([month, percent]) => ({ month, percent: decimalOf(percent) })),
    ambiguous: entry.ambiguous ?? null,
    implied: entry.implied ?? null,
    madeOf: entry.madeOf === undefined ? null : { ...entry.madeOf, note: entry.madeOf.note ?? null, parts: [] },
  };
}

/** Fills the parts of each target that is made of others: same horizon, subjects of the kind, indicator, reading. */
function resolveParts(subjects: ExpandedSubject[], measures: ExpandedMeasure[], targets: ExpandedTarget[]): void {
  const subjectOf = new Map(subjects.map((subject) => [subject.id, subject]));
  const measureOf = new Map(measures.map((measure) => [measure.key, measure]));
  for (const whole of targets) {
    const { madeOf } = whole;
    if (madeOf === null) continue;
    madeOf.parts = targets
      .filter((part) => {
        const measure = measureOf.get(part.measure);
        const kind = subjectOf.get(measure?.subject ?? "")?.kind;
        const fits = part.reading === madeOf.reading && part.horizon === whole.horizon;
        return fits && part !== whole && measure?.indicator === madeOf.indicator && kind === madeOf.kind;
      })
      .map((part) => part.key);
  }
}
