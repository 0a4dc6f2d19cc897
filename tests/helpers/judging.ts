/** Measures, targets and questions for tests of the pure core; whatever a test does not name is the plainest there is. */
import { assess } from "@beizeng/server/domain/assess.ts";
import type { Fraction } from "@beizeng/server/domain/fraction.ts";
import { houseEntryCalendar } from "@beizeng/server/domain/in-force.ts";
import type {
  Assessment,
  AssessmentInput,
  Curve,
  Decimal,
  EntryCalendar,
  Measure,
  Observation,
  Target,
} from "@beizeng/server/domain/model.ts";
import { type Month, parseMonth } from "@beizeng/server/domain/month.ts";

/** A month of a test, which fails when the text is none. */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) {
    throw new Error(`${text} is no month`);
  }
  return parsed;
}

/** 15.2 is `decimal(152, 1)`. */
export function decimal(digits: number, decimals = 0): Decimal {
  return { digits, decimals };
}

/** An observation of a month with nothing known but what is named. */
export function seen(at: string, known: Partial<Omit<Observation, "month">>): Observation {
  return { month: month(at), entries: null, exits: null, stock: null, amount: null, isCorrected: false, ...known };
}

/** Observations of one field, a figure a month: `observed("entries", { "2022-06": 3 })`. */
export function observed(
  field: "entries" | "stock" | "amount",
  figures: Readonly<Record<string, number>>,
): Observation[] {
  return Object.entries(figures).map(([at, figure]) => seen(at, { [field]: figure }));
}

/** A population of firms of which nothing is known but what is named. */
export function aMeasure(known: Partial<Measure> = {}): Measure {
  return {
    key: "firms",
    nature: "population",
    unit: { zh: "户", en: "firms" },
    decimals: 0,
    isIndivisible: true,
    opening: null,
    observations: [],
    ...known,
  };
}

/** What a test says of a curve; a table or weights alone are those of one calendar that always held. */
export type KnownCurve = Partial<Omit<Curve, "kind">> & Partial<Omit<EntryCalendar, "from">>;

/** A curve of a kind, with the product's own table. */
export function aCurve(kind: Curve["kind"], { monthlyPercent, yearWeights, ...known }: KnownCurve = {}): Curve {
  const own = { ...houseEntryCalendar, ...(monthlyPercent && { monthlyPercent }), ...(yearWeights && { yearWeights }) };
  const isOwn = monthlyPercent !== undefined || yearWeights !== undefined;
  return { points: null, calendars: isOwn ? [own] : [], ...known, kind };
}

/** A value of a target: 2, or a decimal, or a range. */
export interface Asked {
  readonly value?: number | Decimal;
  readonly stretch?: number;
}

/** "2 new firms by the end of 2022 on a line", but for what is named. */
export function aTarget(known: Partial<Target> & Asked = {}): Target {
  const { value = 2, stretch, ...rest } = known;
  const origin = rest.origin ?? "2021-12";
  return {
    key: "new-2022",
    measure: "firms",
    reading: "new",
    comparator: ">=",
    direction: "rising",
    hardness: "committed",
    origin,
    deadline: "2022-12",
    curve: aCurve("linear"),
    revisions: [
      {
        from: origin,
        value: typeof value === "number" ? decimal(value) : value,
        stretch: stretch === undefined ? null : decimal(stretch),
      },
    ],
    ...rest,
  };
}

/** A question to `assess`: reported each month, judged by the default rule, no siblings but the target itself. */
export function asking(known: Partial<AssessmentInput> = {}): AssessmentInput {
  const target = known.target ?? aTarget();
  return {
    measure: aMeasure(),
    target,
    siblings: [target],
    month: "2022-09",
    calendar: { frequency: "month", firstPeriod: "2022-01", dueDay: 10 },
    rules: [],
    rollUp: null,
    ...known,
  };
}

/** The judgement on a question. */
export function judged(known: Partial<AssessmentInput> = {}): Assessment {
  return assess(asking(known));
}

function divisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : divisor(right, left % right);
}

/** A fraction in lowest terms, such as 3/2, −5 or null: what a person works out by hand. */
export function exactly(value: Fraction | null): string | null {
  if (value === null) {
    return null;
  }
  const common = divisor(value.numerator < 0n ? -value.numerator : value.numerator, value.denominator);
  const numerator = value.numerator / common;
  const denominator = value.denominator / common;
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
