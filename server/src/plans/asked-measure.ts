/** A measure that is to be added to a plan with its targets, as it was typed, checked before it is tried or written. */
import type { BookTarget, IndicatorContent, KnownIndicator, MeasureContent, PlanBook } from "@beizeng/db";
import type { Nature } from "@beizeng/db/vocabulary";
import { mayReport, reportingUnit } from "../domain/assignment-rules.ts";
import { later, type Month } from "../domain/month.ts";
import { indicatorFaults } from "../domain/target-rules.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { readFrom, readName, refuseField, type TypedName } from "./asked-addition.ts";
import { type AskedTarget, readTargets, type TypedTarget } from "./asked-target.ts";
import { assignmentsAt } from "./assignments-at.ts";
import type { PlanOutline, SubjectEntry } from "./outline.ts";
import { storedMonth } from "./stored.ts";

/** An indicator that no plan has yet. */
export interface TypedIndicator {
  readonly name: TypedName;
  readonly unit: TypedName;
  readonly decimals: number;
  readonly isIndivisible: boolean;
}

/** What is typed of a measure; either an indicator that a plan has, by key, or a new one. */
export interface TypedMeasure {
  /** Key of the subject. */
  readonly subject: string;
  readonly indicator?: string;
  readonly newIndicator?: TypedIndicator;
  readonly nature: Nature;
  /** Key of the unit that reports it; left out: the one that reports the subject. */
  readonly reporting?: string;
  /** The first month in which it counts, YYYY-MM. */
  readonly from: string;
  readonly targets: readonly TypedTarget[];
}

/** A measure that may be added. */
export interface AskedMeasure {
  readonly subject: SubjectEntry;
  readonly indicator: IndicatorContent;
  readonly measure: MeasureContent;
  readonly targets: readonly AskedTarget[];
  readonly from: Month;
}

/** What is known beside the plan: every indicator, and the last month that is closed. */
export interface MeasureKnowledge {
  readonly indicators: readonly KnownIndicator[];
  readonly lastClosed: Month | null;
}

/** A new indicator has a key of its plan: a plan that is loaded later cannot mean another thing by it. */
function newIndicator(
  { name, unit, decimals, isIndivisible }: TypedIndicator,
  plan: string,
  indicators: readonly KnownIndicator[],
): Answer<IndicatorContent> {
  const [named, measured] = [readName(name), readName(unit)];
  if (named === null) return refuse({ code: "name-missing", field: "name" });
  if (measured === null) return refuseField("unit", { zh: "请写明，如“户”", en: "give it, such as firms" });
  const same = indicators.find((each) => each.name.zh === named.zh && each.unit.zh === measured.zh);
  if (same !== undefined) {
    const said = {
      zh: `已有同名同单位的指标（${same.key}），请直接选用`,
      en: `there is one already (${same.key}): choose it`,
    };
    return refuseField("indicator", said);
  }
  const prefix = `${plan}-indicator-`;
  const key = `${prefix}${indicators.filter((each) => each.key.startsWith(prefix)).length + 1}`;
  const [fault] = indicatorFaults({ key, decimals, isIndivisible });
  if (fault !== undefined) return refuseField("decimals", fault.text);
  return give({ id: key, name: named, unit: measured, decimals, isIndivisible, definition: null });
}

/** An indicator that is chosen by key, or made anew. */
export function readTypedIndicator(
  { indicator, newIndicator: typed }: Pick<TypedMeasure, "indicator" | "newIndicator">,
  { facts, measures }: PlanOutline,
  indicators: readonly KnownIndicator[],
): Answer<IndicatorContent> {
  if ((indicator === undefined) === (typed === undefined)) {
    return refuseField("indicator", { zh: "选用已有指标，或新立一个", en: "choose one, or make a new one" });
  }
  if (typed !== undefined) return newIndicator(typed, facts.key, indicators);
  const known = indicators.find(({ key }) => key === indicator);
  if (known === undefined) {
    const allowed = [...new Set(measures.map(({ row }) => row.indicator.key))].join(", ");
    return refuse({ code: "unknown-indicator", field: "indicator", value: indicator ?? "", allowed });
  }
  const { id: _, key, ...said } = known;
  return give({ ...said, id: key, definition: known.definition });
}

/** The unit that reports the measure: one that answers for the subject by then. */
function readReporting(
  { reporting }: TypedMeasure,
  { departments, facts }: PlanOutline,
  subject: SubjectEntry,
  from: Month,
): Answer<string> {
  const assignments = assignmentsAt(subject, from);
  if (reporting === undefined) {
    return give(reportingUnit(assignments, facts.issuer.key, (unit) => departments.get(unit)?.kind));
  }
  const unit = departments.get(reporting);
  if (unit === undefined) return refuse({ code: "unknown-department", field: "reporting", value: reporting });
  const assigned = assignments.map(({ department }) => department);
  const membersOf = (group: string) => (departments.get(group)?.members ?? []).map(({ department }) => department);
  if (mayReport(reporting, assigned, membersOf)) return give(reporting);
  const [zh, en] = [`${unit.name.zh} 不是该事项的责任单位`, `${unit.name.en} does not answer for the subject`];
  return refuseField("reporting", { zh, en });
}

function readAllTargets(
  { targets }: TypedMeasure,
  outline: PlanOutline,
  ground: Omit<Parameters<typeof readTargets>[2], "place">,
): Answer<readonly AskedTarget[]> {
  if (targets.length === 0) return refuseField("value", { zh: "至少要有一个目标", en: "there must be one target" });
  const read: AskedTarget[] = [];
  for (const [index, typed] of targets.entries()) {
    const place = `targets.${index}.`;
    const own = readTargets(typed, outline, { ...ground, place });
    if (!own.ok) return own;
    const again = own.value.some(({ target }) => read.some((other) => other.target.key === target.key));
    if (again) {
      const said = { zh: "同一口径同一目标期只能有一个目标", en: "one target of a reading and horizon" };
      return refuseField("deadline", said, place);
    }
    read.push(...own.value);
  }
  return give(read);
}

/** The typed measure with its targets, or why it cannot be added: who tries it and who writes it are told the same. */
export function readMeasure(typed: TypedMeasure, outline: PlanOutline, known: MeasureKnowledge): Answer<AskedMeasure> {
  const subject = outline.subjects.find(({ row }) => row.key === typed.subject);
  if (subject === undefined) {
    const allowed = outline.subjects.map(({ row }) => row.key).join(", ");
    return refuse({ code: "unknown-subject", field: "subject", value: typed.subject, allowed });
  }
  const indicator = readTypedIndicator(typed, outline, known.indicators);
  if (!indicator.ok) return indicator;
  const key = `${typed.subject}.${indicator.value.id}`;
  if (subject.measures.some(({ row }) => row.key === key || row.indicator.key === indicator.value.id)) {
    const { zh: value } = indicator.value.name;
    return refuse({ code: "measure-there", field: "indicator", value, allowed: subject.row.name });
  }
  const asked = readFrom(typed.from, outline, known.lastClosed);
  if (!asked.ok) return asked;
  const begins = subject.row.addition?.from;
  const from = begins === undefined ? asked.value : later(asked.value, storedMonth(begins));
  if (from !== asked.value) {
    return refuseField("from", { zh: `该事项自 ${from} 起计`, en: `the subject counts from ${from}` });
  }
  const reporting = readReporting(typed, outline, subject, from);
  if (!reporting.ok) return reporting;
  const { id, decimals, isIndivisible } = indicator.value;
  const { nature } = typed;
  const ground = { nature, indicator: { key: id, decimals, isIndivisible }, issuedOn: outline.facts.issuedOn };
  const targets = readAllTargets(typed, outline, { ...ground, measure: key, from });
  if (!targets.ok) return targets;
  const own = { key, subject: typed.subject, indicator: id, nature, scope: null, opening: null };
  const measure = { ...own, reporting: reporting.value };
  return give({ subject, indicator: indicator.value, measure, targets: targets.value, from });
}

/** Numbers of rows that are not stored: no observation is found under them. */
const notStored = -1;

/** The plan as the store will hold it once the measure is added. */
export function bookExtended(book: PlanBook, asked: AskedMeasure, knownAt: string): PlanBook {
  const { indicator, measure, targets, from } = asked;
  const { id: key, ...said } = indicator;
  const added = targets.map(({ target }): BookTarget => {
    const { value, stretch, origin, table: _, madeOf: __, ...own } = target;
    const first = { from: origin, value, stretch, reason: null, document: null, knownAt, replaced: [] };
    return { ...own, origin, id: notStored, curvePoints: null, madeOf: null, revisions: [first] };
  });
  const partsOf = (whole: string) =>
    targets.flatMap(({ target, partOf }) => (partOf?.row.key === whole ? [target.key] : []));
  const addition = { from, reason: "", document: null };
  return {
    ...book,
    measures: [
      ...book.measures,
      { ...measure, id: notStored, indicator: { key, ...said }, scope: null, opening: null, addition },
    ],
    targets: [
      ...book.targets.map((target) => {
        const { madeOf } = target;
        return madeOf === null
          ? target
          : { ...target, madeOf: { ...madeOf, parts: [...madeOf.parts, ...partsOf(target.key)] } };
      }),
      ...added,
    ],
  };
}
