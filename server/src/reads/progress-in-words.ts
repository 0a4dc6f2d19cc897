/** One sentence on what a month shows, from judgements alone; and the order in which what is behind is told. */
import type { Light } from "@beizeng/db/vocabulary";
import { compare, type Fraction, zero } from "../domain/fraction.ts";
import { worstLight } from "../domain/lights.ts";
import type { Text } from "../domain/model.ts";
import { quantityInEnglish, quantityInWords } from "../domain/quantity.ts";
import { lightWord, readingName } from "../domain/words.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import { shownShort } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";
import { distanceUnit } from "./named-target.ts";

/** The order in which a sentence counts lights; null is no light. */
const told: readonly (Light | null)[] = [
  ...(["met", "on-schedule", "behind", "far-behind", "missed", "unreported", "not-due"] as const),
  null,
];
const unlit: Text = { zh: "未亮灯", en: "without a light" };

/**
 * Which of two targets stands first among those behind: what is counted whole by its gap (差N户), where that is the same
 * and for the rest by the gap in percent; what has no gap last.
 */
export function furthestFirst(month: MonthView): (left: TargetEntry, right: TargetEntry) => number {
  const isWhole = ({ measure }: TargetEntry) => measure.row.indicator.isIndivisible;
  return (left, right) => {
    if (isWhole(left) !== isWhole(right)) return isWhole(left) ? -1 : 1;
    const [ours, theirs] = [month.assessment(left), month.assessment(right)];
    return (isWhole(left) && byGap(ours.gap, theirs.gap)) || byGap(ours.gapPercent, theirs.gapPercent);
  };
}

function byGap(left: Fraction | null, right: Fraction | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  return compare(right, left);
}

/** True for a target that is behind its schedule, or was not met. */
export const isBehind = (month: MonthView) => (entry: TargetEntry) => {
  const { light } = month.assessment(entry);
  return light === "behind" || light === "far-behind" || light === "missed";
};

function gapInWords(month: MonthView, entry: TargetEntry): Text | null {
  const { gap, decimals, unit } = month.assessment(entry);
  if (gap === null) return null;
  const { row } = entry.measure;
  const { zh, en } = quantityInWords(shownShort(gap, zero, decimals).text, distanceUnit(unit));
  const { name } = entry.measure.subject.row;
  const indicator = readingName(entry.row.reading, row.indicator.name);
  return {
    zh: `差距最大的是${name.zh}（${indicator.zh}差${zh}）`,
    en: `furthest behind is ${name.en} (${indicator.en}: ${en} short)`,
  };
}

/** Counts the chains (where a plan has none, all subjects) by the light that asks for most, and names the furthest behind. */
export function progressInWords(
  month: MonthView,
  subjects: readonly SubjectEntry[],
  targetsOf: (subject: SubjectEntry) => readonly TargetEntry[],
): Text {
  const judged = subjects.filter((subject) => targetsOf(subject).length > 0);
  const lights = judged.map((subject) => worstLight(targetsOf(subject).map(month.assessment)));
  const areChains = judged.every(({ row }) => row.kind === "chain");
  const all = {
    zh: `${judged.length}${areChains ? "条产业链" : "个事项"}`,
    en: quantityInEnglish(String(judged.length), areChains ? "chains" : "subjects"),
  };
  const counted = told.flatMap((light) => {
    const count = lights.filter((each) => each === light).length;
    const word = light === null ? unlit : lightWord(light, month.view.basis);
    return count === 0 ? [] : [{ light, count, word }];
  });
  const [only, ...others] = counted;
  if (only === undefined || (only.light === null && others.length === 0)) {
    return { zh: `${all.zh}：尚无可亮灯的目标。`, en: `${all.en}: no target has a light yet.` };
  }
  if (others.length === 0 && only.light === "not-due") {
    return { zh: `${all.zh}的目标均未到期。`, en: `${all.en}: no target is due yet.` };
  }
  const [worst] = judged.flatMap(targetsOf).filter(isBehind(month)).sort(furthestFirst(month));
  const clauses = [
    ...counted.map(({ count, word }) => ({
      zh: `${count}${areChains ? "条" : "个"}${word.zh}`,
      en: `${count} ${word.en}`,
    })),
    ...[worst === undefined ? null : gapInWords(month, worst)].filter((clause) => clause !== null),
  ];
  return {
    zh: `${all.zh}：${clauses.map(({ zh }) => zh).join("，")}。`,
    en: `${all.en}: ${clauses.map(({ en }) => en).join(", ")}.`,
  };
}
