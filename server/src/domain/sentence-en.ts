/** The sentence of an assessment in English. */
import type { Basis, Reading } from "../../../db/src/vocabulary.ts";
import { lacksBase } from "./base.ts";
import { type Fraction, sign } from "./fraction.ts";
import type { Assessment, AssessmentInput, Calendar, Leg, Target } from "./model.ts";
import { type Month, monthOfYear, yearOf } from "./month.ts";
import { quantityInEnglish } from "./quantity.ts";
import { type Told, tellAchieved } from "./told.ts";
import { comparatorWords, curveWords, lightWord, readingWords, reportingWords } from "./words.ts";

type Explained = Pick<AssessmentInput, "target" | "measure" | "calendar"> & { readonly basis: Basis };

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function monthInEnglish(month: Month): string {
  return `${monthNames[monthOfYear(month) - 1]} ${yearOf(month)}`;
}

function endOf(month: Month): string {
  return monthOfYear(month) === 12 ? `the end of ${yearOf(month)}` : `the end of ${monthInEnglish(month)}`;
}

function periodInEnglish(month: Month, { frequency }: Calendar): string {
  return frequency === "month" ? monthInEnglish(month) : `quarter ${monthOfYear(month) / 3} of ${yearOf(month)}`;
}

/** Readings whose value is told against the month that it counts from. */
const readingsSinceOrigin: readonly Reading[] = ["growth", "gain"];

/** A figure without its unit, which the target names once; a percent sign always stands at its number. */
function bare(figure: string, { unit }: Assessment): string {
  return unit.en === "%" ? `${figure}%` : figure;
}

/** A distance: what is itself in percent differs by percentage points. */
function distance(figure: string, { unit }: Assessment): string {
  return unit.en === "%" ? `${figure} percentage ${figure === "1" ? "point" : "points"}` : figure;
}

function reached({ target, measure }: Explained, assessment: Assessment, achieved: Fraction, from: Month): string {
  const { reading, origin } = target;
  if (reading === "done") {
    return sign(achieved) > 0 ? "done" : "not done";
  }
  const isYearlyFlow = measure.nature === "yearly-flow" && reading === "level";
  const flow = monthOfYear(from) === 12 ? "whole year" : "last twelve months";
  const since = readingsSinceOrigin.includes(reading) ? ` since ${monthInEnglish(origin)}` : "";
  const words = isYearlyFlow ? flow : `${readingWords[reading].en}${since}`;
  return `${words} ${bare(tellAchieved(achieved, assessment), assessment)}`;
}

function valueClause(explained: Explained, assessment: Assessment): string {
  const { achieved, judgedMonth, rollUp } = assessment;
  if (achieved === null || judgedMonth === null) {
    return "";
  }
  const latest = assessment.isCarriedForward ? " (latest figure)" : "";
  const sum = rollUp === null ? "" : "sum of parts, ";
  const coverage =
    rollUp === null ? "" : ` (${rollUp.partsReported} of ${rollUp.parts} ${reportingWords[explained.basis].given.en})`;
  const corrected = assessment.isCorrected ? " (corrected)" : "";
  const value = reached(explained, assessment, achieved, judgedMonth);
  return `${monthInEnglish(judgedMonth)}${latest}: ${sum}${value}${coverage}${corrected}`;
}

function targetClause({ reading, comparator, deadline }: Target, assessment: Assessment, told: Told): string {
  const upTo = told.stretch === "" ? "" : `–${told.stretch}`;
  const figure = `${comparatorWords[comparator].en}${told.targetValue}${upTo}`;
  const ofOne = told.stretch === "" ? told.targetValue : told.stretch;
  const unit = quantityInEnglish(ofOne, assessment.unit.en).slice(ofOne.length);
  const value = reading === "done" ? "done" : `${figure}${unit}`;
  return deadline === null ? `standing target ${value}` : `target ${value} by ${endOf(deadline)}`;
}

/** The schedule with the nearer targets between which the month lies. */
function legInEnglish({ curveKind, from, to }: Leg): string {
  const since = from === null ? "" : ` from the target of ${endOf(from)}`;
  const until = to === null ? "" : ` to the target of ${endOf(to)}`;
  return `${curveWords[curveKind].en}${since}${until}`;
}

/** What the value was held against before the deadline. */
function yardstickClause({ reading }: Target, assessment: Assessment, told: Told): string {
  const { barDeadline, leg, expected } = assessment;
  if (leg !== null) {
    return `${legInEnglish(leg)} asks for ${bare(told.expected, assessment)}`;
  }
  if (barDeadline !== null) {
    const bar = reading === "done" ? "" : ` of ${bare(told.bar, assessment)}`;
    return `the nearer target${bar} came due at ${endOf(barDeadline)}`;
  }
  return expected === null ? "" : "the start was at the target already and is to be kept";
}

/** How far behind the value is, or ahead of its curve. */
function gapClause({ direction }: Target, assessment: Assessment, told: Told): string {
  const side = assessment.gap === null ? 0 : sign(assessment.gap);
  const apart = distance(told.gap, assessment);
  if (side > 0) {
    return direction === "rising" ? `short by ${apart}` : `too high by ${apart}`;
  }
  if (told.yardstick !== "curve") {
    return "";
  }
  return side === 0 ? "exactly as scheduled" : `ahead by ${apart}`;
}

/** The gap in percent beside the tolerance of the rule; without a gap, what is lacking to a strict target. */
function toleranceClause({ comparator }: Target, { rule, gap }: Assessment, told: Told, isWithin: boolean): string {
  if (gap === null || sign(gap) === 0) {
    return `exactly at the target, not ${comparatorWords[comparator].en}it`;
  }
  const isPoints = told.yardstick === "curve" && rule?.mode === "points";
  const unit = isPoints ? " points" : "%";
  const whole = { curve: "what is due", bar: "the nearer target", target: "the target" }[told.yardstick];
  const share = isPoints ? `${told.gapPercent} points` : `${told.gapPercent}% of ${whole}`;
  const inside = rule?.isInclusive === true ? "not more than" : "less than";
  const outside = rule?.isInclusive === true ? "more than" : "not less than";
  return `a gap of ${share}, ${isWithin ? inside : outside} ${told.tolerance}${unit}`;
}

function missedClause({ direction, comparator, reading }: Target, assessment: Assessment, told: Told): string {
  if (reading === "done") {
    return "not done at the deadline";
  }
  if (told.remaining === "0") {
    return `exactly at the target at the deadline, not ${comparatorWords[comparator].en}it`;
  }
  const side = direction === "rising" ? "short" : "too high";
  return `${side} by ${distance(told.remaining, assessment)} at the deadline`;
}

function partsClauses(assessment: Assessment, told: Told, lacking: string): readonly string[] {
  const { rollUp } = assessment;
  if (rollUp === null) {
    return [];
  }
  const missing = rollUp.parts - rollUp.partsReported;
  const side = sign(rollUp.unallocated);
  const apart = distance(told.unallocated, assessment);
  return [
    missing > 0 ? `${missing} of the parts ${lacking}` : "",
    side > 0 ? `${apart} unallocated` : side < 0 ? `the parts exceed the target by ${apart}` : "",
  ];
}

/** What decided the light, clause by clause. */
function causeClauses(
  { target, measure, calendar, basis }: Explained,
  assessment: Assessment,
  told: Told,
): readonly string[] {
  const { cause, latestPeriod, metLateAt, isStretchMet } = assessment;
  const { given, lacking } = reportingWords[basis];
  const held = [yardstickClause(target, assessment, told), gapClause(target, assessment, told)];
  const upperEnd = isStretchMet === true ? "upper end reached" : "";
  switch (cause) {
    case "before-first-period":
      return ["the first period to report has not ended"];
    case "not-formed":
      return [
        lacksBase(target, measure)
          ? `the base at ${endOf(target.origin)} is ${lacking.en}, so the ${readingWords[target.reading].en} is not known`
          : `what is ${given.en} does not yet give the ${readingWords[target.reading].en}`,
      ];
    case "parts-missing":
      return partsClauses(assessment, told, lacking.en);
    case "no-report":
      return [
        latestPeriod === null
          ? ""
          : `${basis === "statistics" ? "nothing confirmed" : "no report"} for ${periodInEnglish(latestPeriod, calendar)}`,
      ];
    case "met-for-good":
      return ["target reached", upperEnd];
    case "met-at-deadline":
      return ["target reached at the deadline", upperEnd];
    case "missed-at-deadline":
      return [missedClause(target, assessment, told)];
    case "met-late":
      return [
        missedClause(target, assessment, told),
        metLateAt === null ? "" : `met late in ${monthInEnglish(metLateAt)}`,
      ];
    case "waits-for-deadline":
      return ["not spread over the months before its deadline"];
    case "no-gap":
      return [...held, { curve: "", bar: "which is met", target: "met now" }[told.yardstick]];
    case "under-one-unit":
      return [...held, "less than one whole unit"];
    case "under-one-unit-near-deadline":
      return [...held, "less than one whole unit but close to the deadline"];
    case "within-tolerance":
      return [...held, toleranceClause(target, assessment, told, true)];
    case "beyond-tolerance":
      return [...held, toleranceClause(target, assessment, told, false)];
  }
}

/** How an assessment came about in one English sentence, the light after a colon. */
export function sentenceInEnglish(explained: Explained, assessment: Assessment, told: Told): string {
  const isByWhole = assessment.completionBasis === "whole" && assessment.achieved !== null;
  const clauses = [
    valueClause(explained, assessment),
    targetClause(explained.target, assessment, told),
    isByWhole ? "completion taken over the whole value as the start is unknown" : "",
    ...causeClauses(explained, assessment, told),
  ];
  const light = assessment.light === null ? "no light" : lightWord(assessment.light, explained.basis).en;
  return `${clauses.filter((clause) => clause !== "").join("; ")} — ${light}.`;
}
