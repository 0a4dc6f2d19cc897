import type { SubjectMeasure } from "../../api/types.ts";

/** The report that stands for a month of a measure: the accepted one that no correction has replaced. */
export const reportOf = ({ values }: SubjectMeasure, month: string) =>
  values.find((value) => value.month === month && !value.isSuperseded);

/** The report by which a month is judged: its own, or the last one before it. */
export const judgedReportOf = ({ values }: SubjectMeasure, month: string) =>
  values.find((value) => value.month <= month && !value.isSuperseded);
