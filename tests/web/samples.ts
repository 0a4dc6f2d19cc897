/** Answers of the API as the pages meet them, with what a test does not speak of filled in. */
import type { Assessment, SubjectProgress } from "../../web/src/api/types.ts";

const text = (word: string) => ({ zh: word, en: word });
const figure = (value: number | null, shown = value === null ? "—" : String(value)) => ({ value, text: shown });

/** 新增规上企业, 11 of 15 by 2022-12, seen in September, on schedule; `parts` replaces what a test is about. */
export const assessmentOf = (parts: Partial<Assessment>): Assessment => ({
  target: "headline.firms.new.2022-12",
  measure: "headline.firms",
  subject: "headline",
  indicator: "firms",
  indicatorName: text("规上企业"),
  scopeName: null,
  reading: "new",
  comparator: ">=",
  direction: "rising",
  hardness: "committed",
  horizon: "2022-12",
  origin: "2021-12",
  deadline: "2022-12",
  clause: "一",
  isAmbiguous: false,
  isImplied: false,
  unit: text("户"),
  month: "2022-09",
  judgedMonth: "2022-09",
  isCarriedForward: false,
  isCorrected: false,
  correctedFrom: null,
  adjustment: null,
  targetValue: figure(15),
  targetText: text("新增15户"),
  stretch: null,
  start: figure(0),
  achieved: figure(11),
  achievedText: text("11"),
  expected: figure(11.25),
  scheduleShare: figure(0.75, "75.0%"),
  gap: figure(0.25),
  gapPercent: figure(0.017, "1.7%"),
  remaining: figure(4),
  completion: figure(0.7333, "73.3%"),
  completionBasis: "increment",
  isMet: false,
  isStretchMet: null,
  light: "on-schedule",
  cause: "under-one-unit",
  metLateAt: null,
  curve: "linear",
  rollUp: null,
  explanation: text("到2022-09应达11.25户，实际11户。"),
  ...parts,
});

/** A chain of the document. */
export const subjectOf = (key: string, name: string): SubjectProgress["subject"] => ({
  key,
  kind: "chain",
  name: text(name),
  clause: "二",
});
