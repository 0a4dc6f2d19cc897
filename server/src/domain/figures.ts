/**
 * Figures as they are shown. What does not exist is "—", what was not reported is 未报 (what was not confirmed 未核定), and nothing is "0" but zero: three
 * different things everywhere. DOMAIN section 2.
 */
import type { Basis, Comparator } from "../../../db/src/vocabulary.ts";
import { compare, type Fraction, ofDecimal, powerOfTen, toScaled, toText } from "./fraction.ts";
import type { Assessment, Target, Text } from "./model.ts";
import { reportingWords } from "./words.ts";

/** What stands where there is no figure. */
export const absent = "—";

const comparatorSigns: Readonly<Record<Comparator, string>> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "=": "",
  range: "",
};

/** More places than this are never shown, however close two figures lie. */
const finestDecimals = 12;

/** Most figures are too short to be separated, which is told faster than searched. */
const longestPlain = 3;

function separateThousands(text: string): string {
  if (text.length <= longestPlain) {
    return text;
  }
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + text.slice(whole.length);
}

/** A value with thousands separated, a true minus and exactly `decimals` places, rounded half-up; "—" for none. */
export function figureText(value: Fraction | null, decimals: number): string {
  return value === null ? absent : separateThousands(toText(value, decimals));
}

/** A value with at most `decimals` places: a place is left out when nothing stands in it and nothing was rounded away. */
export function shortText(value: Fraction, decimals: number): string {
  const text = figureText(value, decimals);
  const isExact = (value.numerator * powerOfTen(decimals)) % value.denominator === 0n;
  return isExact && decimals > 0 ? text.replace(/\.?0+$/, "") : text;
}

/**
 * The fewest places from `decimals` on (up to 12) with which a value does not read like another that it differs from: it
 * takes two to tell 19.96 from 20, and three to tell a gap of 0.004 from none.
 */
export function placesToTell(value: Fraction, other: Fraction, decimals: number): number {
  let places = decimals;
  while (
    places < finestDecimals &&
    toScaled(value, places) === toScaled(other, places) &&
    compare(value, other) !== 0
  ) {
    places += 1;
  }
  return places;
}

/** What a target's achieved value reads in a table, without its unit: the figure, never like a target that it is not; 未报 (未核定 on the statistics basis) where one is due and none is known; else "—". */
export function achievedText(
  { achieved, light, decimals, targetValue }: Assessment,
  basis: Basis = "department",
): Text {
  if (achieved === null) {
    return light === "unreported" ? reportingWords[basis].lacking : { zh: absent, en: absent };
  }
  const text = figureText(achieved, placesToTell(achieved, ofDecimal(targetValue), decimals));
  return { zh: text, en: text };
}

/** A target's value in a table, without its unit: ≥145, >1,000, 3–5, or the bare number; `done` is a word. */
export function targetText(
  { comparator, reading }: Pick<Target, "comparator" | "reading">,
  { targetValue, stretch }: Pick<Assessment, "targetValue" | "stretch">,
): Text {
  if (reading === "done") {
    return { zh: "完成", en: "done" };
  }
  const value = figureText(ofDecimal(targetValue), targetValue.decimals);
  if (stretch !== null) {
    const upTo = figureText(ofDecimal(stretch), stretch.decimals);
    return { zh: `${value}—${upTo}`, en: `${value}–${upTo}` };
  }
  const text = `${comparatorSigns[comparator]}${value}`;
  return { zh: text, en: text };
}
