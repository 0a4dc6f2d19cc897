/** Carries a plain case over to the types of the domain, and an assessment back. */
import { assess } from "../../../server/src/domain/assess.ts";
import { completionText } from "../../../server/src/domain/completion.ts";
import type { Fraction } from "../../../server/src/domain/fraction.ts";
import { houseEntryCalendar } from "../../../server/src/domain/in-force.ts";
import type {
  Assessment,
  AssessmentInput,
  Curve,
  Decimal,
  Measure,
  RolledUp,
  Target,
} from "../../../server/src/domain/model.ts";
import type { Month } from "../../../server/src/domain/month.ts";
import { type Pair, pair } from "./fractions.ts";
import type { PlainAnswer, PlainCase, PlainCurve, PlainRollUp, PlainTable, PlainTarget } from "./plain.ts";

/** The plain months are written by the oracle's own arithmetic, in the shape that the domain's type asks for. */
function monthOf(month: string): Month {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new RangeError(`${month} is no month`);
  return month as Month; // the line above is what makes it one
}

const fractionOf = ([numerator, denominator]: Pair): Fraction => ({ numerator, denominator });

export const pairOf = (fraction: Fraction | null): Pair | null =>
  fraction === null ? null : pair(fraction.numerator, fraction.denominator);

const unit = { zh: "户", en: "firms" };

function curveOf(curve: PlainCurve): Curve {
  const points = curve.points?.map((point) => ({ month: monthOf(point.month), percent: point.percent })) ?? null;
  const isOwn = curve.monthlyPercent !== null || curve.yearWeights !== null;
  const calendarOf = ({ monthlyPercent, yearWeights }: PlainTable) => ({
    ...houseEntryCalendar,
    ...(monthlyPercent && { monthlyPercent }),
    yearWeights,
  });
  const dated = curve.dated.map((table) => ({ ...calendarOf(table), from: monthOf(table.from) }));
  return { kind: curve.kind, calendars: [...(isOwn ? [calendarOf(curve)] : []), ...dated], points };
}

function targetOf(target: PlainTarget): Target {
  const decimal = (digits: number, decimals: number): Decimal => ({ digits, decimals });
  return {
    key: target.key,
    measure: "measure",
    reading: target.reading,
    comparator: target.comparator,
    direction: target.direction,
    hardness: "committed",
    origin: monthOf(target.origin),
    deadline: target.deadline === null ? null : monthOf(target.deadline),
    curve: curveOf(target.curve),
    revisions: target.revisions.map(({ from, digits, decimals, stretchDigits }) => ({
      from: monthOf(from),
      value: decimal(digits, decimals),
      stretch: stretchDigits === null ? null : decimal(stretchDigits, decimals),
    })),
  };
}

function measureOf(asked: PlainCase): Measure {
  return {
    key: "measure",
    nature: asked.nature,
    unit,
    decimals: asked.decimals,
    isIndivisible: asked.isIndivisible,
    opening:
      asked.opening === null ? null : { ...asked.opening, month: monthOf(asked.opening.month), isImplied: false },
    observations: asked.observations.map((each) => ({ ...each, month: monthOf(each.month) })),
  };
}

function rollUpOf(rollUp: PlainRollUp): RolledUp {
  return {
    ...rollUp,
    achieved: rollUp.achieved === null ? null : fractionOf(rollUp.achieved),
    judgedMonth: rollUp.judgedMonth === null ? null : monthOf(rollUp.judgedMonth),
    allocated: fractionOf(rollUp.allocated),
    unallocated: fractionOf(rollUp.unallocated),
  };
}

/** The input of `assess` that says what the plain case says. */
export function inputOf(asked: PlainCase): AssessmentInput {
  return {
    measure: measureOf(asked),
    target: targetOf(asked.target),
    siblings: asked.siblings.map(targetOf),
    month: monthOf(asked.month),
    calendar: { frequency: asked.frequency, firstPeriod: monthOf(asked.firstPeriod), dueDay: 10 },
    rules: asked.rules.map((rule) => ({ ...rule, from: monthOf(rule.from) })),
    rollUp: asked.rollUp === null ? null : rollUpOf(asked.rollUp),
  };
}

/** The fields of an assessment that the oracle also answers, with the text of the completion. */
function plainOf(assessment: Assessment): PlainAnswer {
  return {
    judgedMonth: assessment.judgedMonth,
    latestPeriod: assessment.latestPeriod,
    isReported: assessment.isReported,
    isCarriedForward: assessment.isCarriedForward,
    isCorrected: assessment.isCorrected,
    start: pairOf(assessment.start),
    achieved: pairOf(assessment.achieved),
    expected: pairOf(assessment.expected),
    scheduleShare: pairOf(assessment.scheduleShare),
    bar: pairOf(assessment.bar),
    gap: pairOf(assessment.gap),
    gapPercent: pairOf(assessment.gapPercent),
    remaining: pairOf(assessment.remaining),
    completion: pairOf(assessment.completion),
    completionBasis: assessment.completionBasis,
    isMet: assessment.isMet,
    isStretchMet: assessment.isStretchMet,
    light: assessment.light,
    cause: assessment.cause,
    metLateAt: assessment.metLateAt,
    completionText: completionText(assessment.completion),
  };
}

/** What \`assess\` answers to a plain case. */
export const assessed = (asked: PlainCase): PlainAnswer => plainOf(assess(inputOf(asked)));
