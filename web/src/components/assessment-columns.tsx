import type { Assessment } from "../api/types.ts";
import { urgencyOf } from "../lib/lights.ts";
import type { SortValue } from "../lib/sorted-rows.ts";
import { indicatorName } from "../words/indicator-name.ts";
import type { useWords } from "../words/use-words.ts";
import { AchievedValue } from "./achieved-value.tsx";
import type { Column } from "./figure-table.tsx";
import { LightOf } from "./light-of.tsx";
import { TargetFigure } from "./target-figure.tsx";

type Words = ReturnType<typeof useWords>;

/** The columns that say everything of a target at a month: the table twin of every chart of targets. */
export function assessmentColumns(words: Words): readonly Omit<Column<Assessment>, "value">[] {
  const { t, say } = words;
  return [
    { key: "indicator", heading: t("column.indicator"), cell: (each) => indicatorName(words, each) },
    { key: "unit", heading: t("column.unit"), cell: (each) => say(each.unit), isWide: true },
    {
      key: "achieved",
      heading: t("column.achieved"),
      isFigure: true,
      cell: (each) => <AchievedValue assessment={each} />,
    },
    {
      key: "target",
      heading: t("column.target"),
      isFigure: true,
      cell: (each) => <TargetFigure target={each} />,
    },
    {
      key: "expected",
      heading: t("column.expected"),
      isFigure: true,
      isWide: true,
      cell: (each) => each.expected.text,
    },
    { key: "gap", heading: t("column.gap"), isFigure: true, isWide: true, cell: (each) => each.gap.text },
    {
      key: "remaining",
      heading: t("column.remaining"),
      isFigure: true,
      isWide: true,
      cell: (each) => each.remaining.text,
    },
    { key: "completion", heading: t("column.completion"), isFigure: true, cell: (each) => each.completion.text },
    { key: "light", heading: t("column.light"), cell: (each) => <LightOf assessment={each} /> },
  ];
}

/** What targets are sorted by in a column of the above, by its key. */
export const assessmentValues: Readonly<Partial<Record<string, (each: Assessment) => SortValue>>> = {
  achieved: ({ achieved }) => achieved.value,
  target: ({ targetValue }) => targetValue.value,
  expected: ({ expected }) => expected.value,
  gap: ({ gap }) => gap.value,
  remaining: ({ remaining }) => remaining.value,
  completion: ({ completion }) => completion.value,
  light: ({ light }) => urgencyOf(light),
};
