/** Building what was added to plans (方案编辑) again from the audit, to be held against what the tables hold. */
import type { AuditRow, PlanBook } from "@beizeng/db";
import { planEditKinds } from "@beizeng/db/vocabulary";
import { isMember, type Kept, type Member, membersOf } from "./audit-members.ts";

/** What an added subject, measure or target is, in one order; who answers for a subject is told by itself. */
function addedSubjectText({ kind, name, clause, park, leadEnterprise }: Member): string {
  const { zh, en } = isMember(name) ? name : {};
  return JSON.stringify([kind, zh, en, clause, park, leadEnterprise]);
}

function addedMeasureText({ subject, indicator, nature, reporting }: Member): string {
  return JSON.stringify([subject, indicator, nature, reporting]);
}

function addedTargetText(target: Member): string {
  const { measure, reading, comparator, direction, origin, deadline, isYearly, hardness, clause, curve } = target;
  const said = [measure, reading, comparator, direction, origin, deadline, isYearly, hardness, clause, curve];
  return JSON.stringify([...said, isMember(target.ambiguous) ? target.ambiguous.zh : null]);
}

function setRuleText({ mode, tolerancePercent, isInclusive }: Member): string {
  return JSON.stringify([mode, tolerancePercent, isInclusive]);
}

function setCalendarText({ monthlyPercent, yearWeights }: Member): string {
  return JSON.stringify([monthlyPercent, yearWeights]);
}

/** The lists of a rule of appraisal, each entry with its members in one order. */
function setAppraisalText({
  subject,
  indicators,
  units,
}: {
  subject?: unknown;
  indicators?: unknown;
  units?: unknown;
}): string {
  const each = membersOf(indicators).map(({ indicator, method, fullMarks, base, capPercent, stepMarks }) => {
    const { digits, decimals } = isMember(base) ? base : {};
    return [indicator, method, fullMarks, digits ?? null, decimals ?? null, capPercent, stepMarks];
  });
  return JSON.stringify([subject, each, units]);
}

const editKinds: readonly string[] = planEditKinds;

/** What a row says was added to a plan, and all that it says of it. */
export function replayAdditions({ at, actor, revision, action }: AuditRow, payload: Member, into: Kept): void {
  if (!editKinds.includes(action)) return;
  const { plan, entity, from, reason, document, subject, measure } = payload;
  into.set(`${plan} ${entity} r${revision}`, JSON.stringify([action, from, reason, document, actor, at]));
  if (action === "assign-unit") into.set(`${plan} assignment ${subject}/${payload.unit}`, `${payload.role} ${from}`);
  if (action === "add-subject" && isMember(subject)) {
    into.set(`${plan} subject ${subject.id}`, `${from} ${addedSubjectText(subject)}`);
    for (const { department, role } of membersOf(subject.assignments)) {
      into.set(`${plan} assignment ${subject.id}/${department}`, `${role} ${from}`);
    }
  }
  if (action === "add-light-rule") into.set(`${plan} rule ${from} r${revision}`, setRuleText(payload));
  if (action === "add-entry-calendar") into.set(`${plan} calendar ${from} r${revision}`, setCalendarText(payload));
  if (action === "add-appraisal-rule") {
    into.set(`${plan} appraisal ${from} r${revision}`, setAppraisalText(payload));
    for (const appraised of membersOf(payload.measures)) {
      into.set(`${plan} measure ${appraised.key}`, `${from} ${addedMeasureText(appraised)}`);
    }
  }
  if (action !== "add-measure" || !isMember(measure)) return;
  into.set(`${plan} measure ${measure.key}`, `${from} ${addedMeasureText(measure)}`);
  for (const target of membersOf(payload.targets)) {
    const partOf = typeof target.partOf === "string" ? target.partOf : null;
    into.set(`${plan} target ${target.target}`, `${partOf} ${addedTargetText(target)}`);
  }
}

/** What a plan's book holds that the document does not say. */
export function* addedOf({
  plan: { key: plan },
  subjects,
  measures,
  targets,
  lightRules,
  entryCalendars,
  appraisalRules,
}: PlanBook): Generator<readonly [string, string]> {
  for (const { entered, ...rule } of lightRules) {
    if (entered !== null) yield [`${plan} rule ${rule.from} r${entered.revision}`, setRuleText(rule)];
  }
  for (const { entered, ...calendar } of entryCalendars) {
    if (entered !== null) yield [`${plan} calendar ${calendar.from} r${entered.revision}`, setCalendarText(calendar)];
  }
  for (const { from, revision, ...rule } of appraisalRules) {
    yield [`${plan} appraisal ${from} r${revision}`, setAppraisalText(rule)];
  }
  for (const subject of subjects) {
    const { key, addition, assignments } = subject;
    if (addition !== null) yield [`${plan} subject ${key}`, `${addition.from} ${addedSubjectText(subject)}`];
    for (const { department, role, from } of assignments) {
      if (from !== null) yield [`${plan} assignment ${key}/${department}`, `${role} ${from}`];
    }
  }
  const added = new Set<string>();
  for (const { key, addition, indicator, ...measure } of measures) {
    if (addition === null) continue;
    added.add(key);
    yield [`${plan} measure ${key}`, `${addition.from} ${addedMeasureText({ ...measure, indicator: indicator.key })}`];
  }
  for (const target of targets.filter(({ measure }) => added.has(measure))) {
    const whole = targets.find(({ madeOf }) => madeOf?.parts.includes(target.key));
    yield [`${plan} target ${target.key}`, `${whole?.key ?? null} ${addedTargetText(target)}`];
  }
}
