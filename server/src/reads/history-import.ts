/** History that the office brings in: the form of a unit's past periods out, and what a filled one would make of them. */
import { inSnapshot } from "@beizeng/db";
import type { HistoryReading, HistoryUnits } from "../contract/history-import.ts";
import { mostPeriods } from "../domain/history-import.ts";
import { faultText } from "../imports/faults.ts";
import { openWorkbook } from "../imports/open-workbook.ts";
import type { ReadSheet } from "../imports/read-cell.ts";
import { askHistoryUnit, type CheckedHistory, checkHistory, type HistoryPlace } from "../papers/history-check.ts";
import { historyForm } from "../papers/history-form.ts";
import { findHistoryPeriods } from "../papers/history-periods.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { askPlan, knowledgeOf } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** A unit of a plan as the reads ask for it. */
export const historyPlace = (
  { build, isDemonstration, instant }: Reads,
  { plan, department }: Pick<HistoryPlace, "plan" | "department">,
): HistoryPlace => ({ plan, department, now: instant(), build, isDemonstration });

/** The answer of GET /api/plans/{plan}/history. */
export async function readHistoryUnits(reads: Reads, plan: string): Promise<Answer<HistoryUnits>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const found = await inSnapshot(reads.store, (reader) => findHistoryPeriods(reader, outline, reads.instant()));
  const units = [...found].map(([department, periods]) => ({
    department,
    name: outline.departments.get(department)?.name ?? { zh: department, en: department },
    periods: [...periods],
  }));
  return give({ units });
}

/** The form of a unit's periods from one to another. */
export async function readHistoryForm(
  reads: Reads,
  place: HistoryPlace,
  { from, until }: { readonly from: string; readonly until: string },
) {
  return inSnapshot(reads.store, async (reader) => {
    const unit = await askHistoryUnit(reads.store, reader, place);
    if (!unit.ok) return unit;
    const periods = unit.value.periods.filter(({ period }) => period >= from && period <= until);
    if (periods.length > 0 && periods.length <= mostPeriods) return give(historyForm({ ...unit.value, periods }));
    const all = unit.value.periods;
    const range = `${all[0]?.period ?? "—"} — ${all.at(-1)?.period ?? "—"}`;
    const allowed = { zh: `${range} 之间的1至${mostPeriods}期`, en: `1 to ${mostPeriods} periods within ${range}` };
    return refuse({ code: "period-not-open", field: "from", value: `${from} — ${until}`, allowed });
  });
}

/** The sheets of an uploaded file, or why it is not read. */
export async function readHistorySheets(bytes: Uint8Array): Promise<Answer<readonly ReadSheet[]>> {
  const file = await openWorkbook(bytes);
  if (file.ok) return give(file.sheets);
  return refuse({ code: "file-refused", field: file.fault, allowed: faultText(file.fault) });
}

/** What a file would make of the periods; nothing is written. */
export async function tryHistory(
  reads: Reads,
  place: HistoryPlace,
  bytes: Uint8Array,
): Promise<Answer<CheckedHistory>> {
  const sheets = await readHistorySheets(bytes);
  if (!sheets.ok) return sheets;
  return inSnapshot(reads.store, (reader) => checkHistory(reads.store, reader, place, sheets.value));
}

/** What was read, as it is answered. */
export function shownHistory({ view, form, periods, marks, dropped, lacking }: CheckedHistory): HistoryReading {
  const names = new Map(view.outline.measures.map(({ row }) => [row.key, row.indicator.name]));
  const nameOf = (measure: string) => names.get(measure) ?? { zh: measure, en: measure };
  return {
    department: form.department,
    periods: periods.map(({ period, lines, skip }) => ({ period, lines: lines.length, skip })),
    dropped: dropped.map((measure) => nameOf(measure).zh),
    lacking: lacking.map(nameOf),
    findings: marks.map(({ at, measure, severity, code, text }) => ({
      ...{ at, measure, name: nameOf(measure) },
      finding: { severity, code, text },
    })),
    errors: marks.filter(({ severity }) => severity === "error").length,
  };
}
