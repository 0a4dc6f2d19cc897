/** One sentence on what a month shows, from judgements alone. */
import type { Light } from "@beizeng/db/vocabulary";
import { absent } from "../domain/figures.ts";
import { compare, type Fraction } from "../domain/fraction.ts";
import { worstLight } from "../domain/lights.ts";
import type { Assessment, Text } from "../domain/model.ts";
import { lightWords } from "../domain/words.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import { shownShort } from "../plans/shown-figure.ts";
import type { MonthView } from "../plans/view.ts";

/** The order in which a sentence counts lights. */
const told: readonly Light[] = ["met", "on-schedule", "behind", "far-behind", "missed", "unreported"];

interface Standing {
  readonly subject: SubjectEntry;
  readonly light: Light | null;
}

/** The target that is furthest behind in units that come whole, else in percent. */
function furthestBehind(month: MonthView, entries: readonly TargetEntry[]): TargetEntry | null {
  const behind = entries.filter((entry) => {
    const { light, gap } = month.assessment(entry);
    return gap !== null && (light === "behind" || light === "far-behind" || light === "missed");
  });
  const whole = behind.filter(({ measure }) => measure.row.indicator.isIndivisible);
  const by = (field: "gap" | "gapPercent") => (worst: TargetEntry, entry: TargetEntry) =>
    exceeds(month.assessment(entry), month.assessment(worst), field) ? entry : worst;
  const [first] = whole.length > 0 ? whole : behind;
  if (first === undefined) return null;
  return whole.length > 0 ? whole.reduce(by("gap"), first) : behind.reduce(by("gapPercent"), first);
}

function exceeds(left: Assessment, right: Assessment, field: "gap" | "gapPercent"): boolean {
  const [ours, theirs]: (Fraction | null)[] = [left[field], right[field]];
  return ours !== null && ours !== undefined && (theirs === null || theirs === undefined || compare(ours, theirs) > 0);
}

function gapInWords(month: MonthView, entry: TargetEntry): Text {
  const { gap, decimals, unit } = month.assessment(entry);
  const { text } = gap === null ? { text: absent } : shownShort(gap, { numerator: 0n, denominator: 1n }, decimals);
  const { name } = entry.measure.subject.row;
  const indicator = entry.measure.row.indicator.name;
  return {
    zh: `差距最大的是${name.zh}（${indicator.zh}差${text}${unit.zh}）`,
    en: `furthest behind is ${name.en} (${indicator.en}: ${text} ${unit.en} short)`,
  };
}

/** Counts the chains (where a plan has none, all subjects) by the light that asks for most, and names the furthest behind. */
export function progressInWords(
  month: MonthView,
  subjects: readonly SubjectEntry[],
  targetsOf: (subject: SubjectEntry) => readonly TargetEntry[],
): Text {
  const standings = subjects
    .filter((subject) => targetsOf(subject).length > 0)
    .map<Standing>((subject) => ({ subject, light: worstLight(targetsOf(subject).map(month.assessment)) }));
  const areChains = standings.every(({ subject }) => subject.row.kind === "chain");
  const noun = areChains ? { zh: "条产业链", en: "chains" } : { zh: "个事项", en: "subjects" };
  const counted = told.flatMap((light) => {
    const count = standings.filter((standing) => standing.light === light).length;
    return count === 0
      ? []
      : [{ zh: `${count}${areChains ? "条" : "个"}${lightWords[light].zh}`, en: `${count} ${lightWords[light].en}` }];
  });
  const worst = furthestBehind(
    month,
    standings.flatMap(({ subject }) => targetsOf(subject)),
  );
  const clauses = worst === null ? counted : [...counted, gapInWords(month, worst)];
  const none = { zh: "尚无可亮灯的目标", en: "no target has a light yet" };
  const said = clauses.length === 0 ? [none] : clauses;
  return {
    zh: `${standings.length}${noun.zh}：${said.map(({ zh }) => zh).join("，")}。`,
    en: `${standings.length} ${noun.en}: ${said.map(({ en }) => en).join(", ")}.`,
  };
}
