/** 季考评: the units of a plan appraised for a quarter by the rule that holds for it, each number with its figure. */
import { type BookAppraisalRule, findIndicators, findMovesOfMonth, type PlanBook } from "@beizeng/db";
import type { Appraisal, AppraisalQuery, AppraisalRuleShown } from "../contract/appraisal.ts";
import { appraise, marksDecimals, methodInWords, weightOf } from "../domain/appraisal.ts";
import { appraisalInWords, isQuarterEnd, quarterInWords, unsetInWords } from "../domain/appraisal-sentence.ts";
import { shortText } from "../domain/figures.ts";
import { type Fraction, ofScaled, toNumber } from "../domain/fraction.ts";
import { addMonths, type Month } from "../domain/month.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { observationAt } from "../domain/observation.ts";
import { reportingWords } from "../domain/words.ts";
import { findLastClosed } from "../plans/asked-addition.ts";
import {
  type AskedAppraisal,
  appraisedMeasureKey,
  readAppraisal,
  type TypedAppraisal,
} from "../plans/asked-appraisal.ts";
import { periodBy } from "../plans/periods.ts";
import { type Figure, noFigure, shownDecimal, shownPercent, shownScaled } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary, quotation } from "./plan-summary.ts";
import { type AskedPlan, askMonth, askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** An indicator as plans have it. */
type BookIndicator = PlanBook["measures"][number]["indicator"];
type Rule = Pick<BookAppraisalRule, "from" | "subject" | "indicators" | "units">;

/** Points as they are shown: two places at most. */
const shownPoints = (points: Fraction | null): Figure =>
  points === null ? noFigure : { value: toNumber(points), text: shortText(points, marksDecimals) };
const shownMarks = (hundredths: number) => shownPoints(ofScaled(hundredths, marksDecimals));

/** The rule by which a quarter is appraised: the last one entered of the latest month up to it. */
function ruleFor<R extends Rule>(rules: readonly R[], quarter: Month): R | null {
  return rules.findLast(({ from }) => from <= quarter) ?? null;
}

interface Known {
  readonly asked: AskedPlan;
  readonly indicators: ReadonlyMap<string, BookIndicator>;
}

function indicatorsShown({ indicators }: Pick<Known, "indicators">, rule: Rule): AppraisalRuleShown["indicators"] {
  return rule.indicators.flatMap((each) => {
    const known = indicators.get(each.indicator);
    if (known === undefined) return [];
    const { key, name, unit, decimals } = known;
    const { method, fullMarks, base, capPercent, stepMarks } = each;
    return {
      ...{ key, name, unit, decimals, method, capPercent },
      fullMarks: shownMarks(fullMarks),
      weight: shownPercent(weightOf(each, rule.indicators)),
      base: base === null ? null : shownDecimal(base),
      stepMarks: stepMarks === null ? null : shownMarks(stepMarks),
      text: methodInWords(each, unit),
    };
  });
}

function rowsOf({ asked }: Known, rule: Rule, quarter: Month): Appraisal["rows"] {
  const { view } = asked;
  const outline = view.outline.at(quarter);
  const measures = new Map(outline.measures.map((entry) => [entry.row.key, entry]));
  const lacking = reportingWords[view.basis].lacking;
  const figures = rule.units.map((unit) =>
    rule.indicators.map(({ indicator }) => {
      const entry = measures.get(appraisedMeasureKey(rule.subject, indicator, unit));
      const seen = entry === undefined ? null : observationAt(view.measure(entry), quarter);
      const decimals = entry?.row.indicator.decimals ?? 0;
      const amount = seen?.amount ?? null;
      return {
        measure: entry?.row.key ?? null,
        amount: amount === null ? null : ofScaled(amount, decimals),
        shown: shownScaled(amount, decimals),
        isCorrected: seen?.isCorrected === true,
      };
    }),
  );
  const appraised = appraise(
    rule.indicators,
    figures.map((row) => row.map(({ amount }) => amount)),
  );
  const rows = rule.units.flatMap((key, place) => {
    const unit = outline.departments.get(key);
    const result = appraised[place];
    const own = figures[place];
    if (unit === undefined || result === undefined || own === undefined) return [];
    const scores = own.map(({ measure, shown, isCorrected }, index) => {
      const score = result.scores[index];
      const { value, text } = shown;
      return {
        ...{ measure, isCorrected, rank: score?.rank ?? null, points: shownPoints(score?.points ?? null) },
        value: { value, text: value === null ? lacking : { zh: text, en: text } },
      };
    });
    return {
      unit: { key, name: unit.name, kind: unit.kind },
      ...{ rank: result.rank, total: shownPoints(result.total), scores },
      reported: own.filter(({ amount }) => amount !== null).length,
    };
  });
  const last = rows.length + 1;
  return rows.sort((left, right) => (left.rank ?? last) - (right.rank ?? last));
}

function sentenceOf(quarter: Month, rows: Appraisal["rows"]): Appraisal["sentence"] {
  const first = rows.filter(({ rank }) => rank === 1);
  return appraisalInWords({
    quarter,
    units: rows.length,
    first: first.map(({ unit }) => unit.name),
    total: first[0]?.total.text ?? "",
    incomplete: rows.filter(({ rank }) => rank === null).length,
  });
}

async function answer(
  reads: Reads,
  asked: AskedPlan,
  quarter: Month,
  tried: AskedAppraisal | null,
): Promise<Appraisal> {
  const { outline } = asked.view;
  const { facts, appraisalRules, departments, subjects, firstMonth } = outline;
  const nameOf = await peopleOf(reads);
  const indicators = new Map<string, BookIndicator>([
    ...(tried?.indicators ?? []).map(({ id, ...said }) => [id, { ...said, key: id }] as const),
    ...(await findIndicators(reads.store)).map((each) => [each.key, each] as const),
  ]);
  const known: Known = { asked, indicators };
  const inForce = ruleFor(appraisalRules, quarter);
  const rules = appraisalRules.map((rule) => ({
    from: storedMonth(rule.from),
    subject: {
      key: rule.subject,
      name: subjects.find(({ row }) => row.key === rule.subject)?.row.name ?? { zh: rule.subject, en: rule.subject },
    },
    units: rule.units,
    isInForce: rule === inForce,
    indicators: indicatorsShown(known, rule),
    ...{ reason: rule.reason, document: rule.document, at: rule.knownAt, by: nameOf(rule.actor) },
  }));
  const applied = tried?.rule ?? inForce;
  const rows = applied === null ? [] : rowsOf(known, applied, quarter);
  const moves = await findMovesOfMonth(reads.store, facts.id, quarter);
  const until = reads.asOfRevision;
  const standing = monthStandingOf(until === null ? moves : moves.filter(({ revision }) => revision <= until));
  const lastClosed = await findLastClosed(reads.store, facts.id);
  return {
    plan: planSummary(reads, outline),
    quotation: quotation(reads, asked, quarter),
    ...{ quarter, quarterName: quarterInWords(quarter), rows },
    sentence: applied === null ? unsetInWords(quarter) : sentenceOf(quarter, rows),
    isClosed: isClosed(standing),
    rule: rules.find(({ isInForce }) => isInForce) ?? null,
    fullMarks: shownMarks((applied?.indicators ?? []).reduce((sum, { fullMarks }) => sum + fullMarks, 0)),
    indicators: applied === null ? [] : indicatorsShown(known, applied),
    rules: rules.reverse(),
    firstOpen: lastClosed === null ? firstMonth : addMonths(lastClosed, 1),
    subjects: subjects.filter(({ row }) => row.kind !== "chain").map(({ row: { key, name } }) => ({ key, name })),
    groups: [...departments.values()]
      .filter(({ kind }) => kind === "group")
      .map(({ key, name, members }) => ({ key, name, members: members.length })),
  };
}

async function askQuarter(reads: Reads, plan: string, query: AppraisalQuery) {
  const knowledge = knowledgeOf({
    ...(query.basis !== undefined && { basis: query.basis }),
    ...(query.asKnownOn !== undefined && { asKnownOn: query.asKnownOn }),
  });
  const asked = await askPlan(reads, plan, knowledge);
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const running = runningMonth(reads);
  const latest = periodBy(outline, running) ?? outline.calendar.firstPeriod;
  const quarter = askMonth(reads, outline, "quarter", query.quarter ?? latest);
  if (!quarter.ok) return quarter;
  if (isQuarterEnd(quarter.value)) return give({ asked: asked.value, quarter: quarter.value });
  const allowed = { zh: "季末月份（03、06、09、12）", en: "the last month of a quarter (03, 06, 09, 12)" };
  return refuse({ code: "month-out-of-range", field: "quarter", value: quarter.value, allowed });
}

/** The answer of GET /api/plans/{plan}/appraisal. */
export async function readAppraisalOf(reads: Reads, plan: string, query: AppraisalQuery): Promise<Answer<Appraisal>> {
  const found = await askQuarter(reads, plan, query);
  if (!found.ok) return found;
  return give(await answer(reads, found.value.asked, found.value.quarter, null));
}

/** The answer of POST /api/plans/{plan}/appraisal-rules/preview: the quarter by another rule; nothing is written. */
export async function previewAppraisal(
  reads: Reads,
  plan: string,
  { quarter, ...typed }: TypedAppraisal & { readonly quarter: string },
): Promise<Answer<Appraisal>> {
  const found = await askQuarter(reads, plan, { quarter });
  if (!found.ok) return found;
  const { asked } = found.value;
  const { outline } = asked.view;
  const indicators = await findIndicators(reads.store);
  const lastClosed = await findLastClosed(reads.store, outline.facts.id);
  const read = readAppraisal(typed, outline, { indicators, lastClosed });
  if (!read.ok) return read;
  return give(await answer(reads, asked, found.value.quarter, read.value));
}
