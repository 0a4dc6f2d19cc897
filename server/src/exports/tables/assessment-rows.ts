/** Targets at a month as rows: what the pages' tables of targets show. */
import type { Basis, Comparator, Light, Reading } from "../../../../db/src/vocabulary.ts";
import type { Text } from "../../domain/model.ts";
import { readingName } from "../../domain/words.ts";
import { headings } from "./headings.ts";
import { lightCell, narrowed, type Shown, type TableCell, type TableColumn } from "./table.ts";

/** A judgement on a target, as the API gives it. */
export interface AssessedTarget {
  readonly indicator: string;
  readonly indicatorName: Text;
  readonly scopeName: Text | null;
  readonly reading: Reading;
  readonly comparator: Comparator;
  readonly unit: Text;
  readonly achieved: Shown;
  readonly achievedText: Text;
  readonly targetValue: Shown;
  readonly stretch: Shown | null;
  readonly expected: Shown;
  readonly gap: Shown;
  readonly remaining: Shown;
  readonly completion: Shown;
  readonly light: Light | null;
  readonly metLateAt: string | null;
}

/** A subject with its judged targets. */
export interface AssessedSubject {
  readonly subject: { readonly name: Text };
  readonly assessments: readonly AssessedTarget[];
}

const done: Text = { zh: "完成", en: "done" };
const notDone: Text = { zh: "未完成", en: "not done" };
const metLate: Text = { zh: "逾期完成", en: "Met late" };
/** At least is what a target means where nothing is said. */
const signs: Readonly<Record<Comparator, string>> = { ">=": "", "=": "", range: "", ">": ">", "<=": "≤", "<": "<" };

/** What was achieved: its figure, 完成 of a milestone, 未报 where nothing is there. */
export function achievedCell({
  achieved,
  achievedText,
  reading,
}: Pick<AssessedTarget, "achieved" | "achievedText" | "reading">): TableCell {
  if (achieved.value === null) return achievedText;
  if (reading === "done") return achieved.value === 1 ? done : notDone;
  return { value: achieved.value, text: achievedText.zh };
}

/** What is asked for, with its sign where it is not at least. */
export function targetCell({
  targetValue,
  stretch,
  comparator,
  reading,
}: Pick<AssessedTarget, "targetValue" | "stretch" | "comparator" | "reading">): TableCell {
  if (reading === "done") return done;
  if (stretch) return { zh: `${targetValue.text}—${stretch.text}`, en: `${targetValue.text}–${stretch.text}` };
  const sign = signs[comparator];
  return sign === "" ? targetValue : `${sign}${targetValue.text}`;
}

/** The columns of `assessmentRows`, after the one that names the subject. */
export const assessmentColumns: readonly TableColumn[] = [
  { heading: headings.indicator },
  { heading: headings.unit },
  { heading: headings.achieved, isFigure: true },
  { heading: headings.target, isFigure: true },
  { heading: headings.expected, isFigure: true },
  { heading: headings.gap, isFigure: true },
  { heading: headings.remaining, isFigure: true },
  { heading: headings.completion, isFigure: true, isPercent: true },
  { heading: headings.light },
];

/** A row for each target of the subjects, or for those of one indicator and reading (`indicator.reading`). */
export function assessmentRows(
  subjects: readonly AssessedSubject[],
  basis: Basis,
  indicator: string | undefined,
): readonly (readonly TableCell[])[] {
  return subjects.flatMap(({ subject, assessments }) =>
    assessments
      .filter((each) => indicator === undefined || `${each.indicator}.${each.reading}` === indicator)
      .map((each) => [
        subject.name,
        narrowed(readingName(each.reading, each.indicatorName), each.scopeName),
        each.unit,
        achievedCell(each),
        targetCell(each),
        ...[each.expected, each.gap, each.remaining, each.completion],
        each.metLateAt === null ? lightCell(each.light, basis) : metLate,
      ]),
  );
}
