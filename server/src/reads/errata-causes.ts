/** What was done after an edition that can move its figures: corrections, late reports, targets, rules and calendars. */
import { findRecordedValues, type RecordedValue } from "@beizeng/db";
import type { Briefing } from "../contract/briefing.ts";
import type { ErratumCause } from "../contract/briefings.ts";
import { fieldWords } from "../domain/briefing-words.ts";
import { figureFields } from "../domain/check-list.ts";
import { dayInChina } from "../plans/china-day.ts";
import type { MeasureEntry, PlanOutline, TargetEntry } from "../plans/outline.ts";
import { shownScaled } from "../plans/shown-figure.ts";
import { storedMonth } from "../plans/stored.ts";
import { adjustmentsOf } from "./adjustments.ts";
import { indicatorInWords } from "./named-target.ts";
import type { Reads } from "./reads.ts";

/** A value that was accepted after the edition, beside the one that it took the place of. */
function causeOf(
  { row, subject, reporting }: MeasureEntry,
  value: RecordedValue,
  former: RecordedValue | undefined,
): ErratumCause {
  const { indicator, scope } = row;
  const told = (of: RecordedValue) =>
    figureFields
      .filter((field) => of[field] !== null && of[field] !== (of === value ? former : value)?.[field])
      .map((field) => `${fieldWords[field].zh}${shownScaled(of[field], indicator.decimals).text}${indicator.unit.zh}`)
      .join("，");
  const name =
    scope === null
      ? indicator.name
      : { zh: `${indicator.name.zh}（${scope.name.zh}）`, en: `${indicator.name.en} (${scope.name.en})` };
  return {
    kind: former === undefined ? "report" : "correction",
    subject: subject.row.name,
    name,
    month: storedMonth(value.month),
    former: former === undefined ? null : told(former),
    now: told(value),
    reason: value.reason,
    by: value.basis === "statistics" ? { zh: "统计部门", en: "Statistics bureau" } : reporting.name,
    on: dayInChina(value.knownAt),
  };
}

async function valuesSince(
  reads: Reads,
  outline: PlanOutline,
  { month, basis, revision }: Briefing,
): Promise<ErratumCause[]> {
  const causes: ErratumCause[] = [];
  for (const entry of outline.measures) {
    const recorded = await findRecordedValues(reads.store, { measureId: entry.row.id, basis });
    for (const value of recorded.filter((each) => each.revision > revision && each.month <= month)) {
      const former = recorded.find((each) => each.month === value.month && each.number === value.number - 1);
      causes.push(causeOf(entry, value, former));
    }
  }
  return causes;
}

function targetsSince(entry: TargetEntry, closedAt: string, month: string): ErratumCause[] {
  const { revisions } = entry.row;
  const later = revisions.filter(({ knownAt, from }) => knownAt > closedAt && from <= month);
  const unit = entry.measure.row.indicator.unit;
  return adjustmentsOf(entry, unit).flatMap(({ from, former, text, reason }) => {
    const revision = later.find((each) => each.from === from);
    if (revision === undefined) return [];
    return [
      {
        ...{ kind: "target" as const, subject: entry.measure.subject.row.name, name: indicatorInWords(entry) },
        ...{ month: from, former: former.zh, now: text.zh, reason, by: null, on: dayInChina(revision.knownAt) },
      },
    ];
  });
}

function judgingSince({ judging }: PlanOutline, revision: number, month: string): ErratumCause[] {
  const since = (kind: "rule" | "calendar", each: PlanOutline["judging"]["lightRules" | "entryCalendars"][number]) => {
    const { entered, from } = each;
    if (entered === null || from === null || entered.revision <= revision || from > month) return [];
    const said = { subject: null, name: null, month: storedMonth(from), former: null, now: null, by: null };
    return [{ kind, ...said, reason: entered.reason, on: dayInChina(entered.knownAt) }];
  };
  return [
    ...judging.lightRules.flatMap((rule) => since("rule", rule)),
    ...judging.entryCalendars.flatMap((calendar) => since("calendar", calendar)),
  ];
}

/** What was done after the edition that a briefing quotes, of figures and rules up to its month, in the order of the document. */
export async function causesSince(reads: Reads, plan: string, quoted: Briefing): Promise<ErratumCause[]> {
  const { edition, basis, month, horizon, revision } = quoted;
  const known = await reads.view(plan, { basis, asKnownOn: null });
  if (known === null || edition === null) return [];
  const { outline } = known.view;
  const targets = outline.targets.filter(({ row }) => row.horizon === horizon);
  return [
    ...(await valuesSince(reads, outline, quoted)),
    ...targets.flatMap((entry) => targetsSince(entry, edition.closedAt, month)),
    ...judgingSince(outline, revision, month),
  ];
}
