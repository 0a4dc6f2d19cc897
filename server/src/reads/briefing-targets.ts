/** The rows of a briefing's tables: each target of a horizon with what a reader asks of it beside others. */
import type { BriefingSubject, BriefingTarget } from "../contract/briefing.ts";
import { absent } from "../domain/figures.ts";
import { compare, type Fraction } from "../domain/fraction.ts";
import { isLagging } from "../domain/light-move.ts";
import { worstLight } from "../domain/lights.ts";
import type { Text } from "../domain/model.ts";
import { tell } from "../domain/told.ts";
import { lightWord } from "../domain/words.ts";
import type { SubjectEntry, TargetEntry } from "../plans/outline.ts";
import type { MonthView } from "../plans/view.ts";
import { assignedUnits } from "./assigned-units.ts";
import { indicatorInWords, shortfallAt } from "./named-target.ts";
import { subjectSummary } from "./plan-summary.ts";
import { behindSince, type MonthViews } from "./shortfalls.ts";
import { shownAssessment } from "./shown-assessment.ts";

const noText: Text = { zh: absent, en: absent };

/** The targets of one horizon of a subject, in the order of the document. */
export const targetsOf = (subject: SubjectEntry, horizon: string): readonly TargetEntry[] =>
  subject.measures.flatMap(({ targets }) => targets.filter(({ row }) => row.horizon === horizon));

/** The word of a target's light on the view's basis; — for none. */
export function lightWordOf(month: MonthView, entry: TargetEntry): Text {
  const { light } = month.assessment(entry);
  return light === null ? noText : lightWord(light, month.view.basis);
}

/** What can be ranked: a completion of the increment that is asked for, from the latest period due. */
function rankable(month: MonthView, entry: TargetEntry): Fraction | null {
  const { light, completion, completionBasis } = month.assessment(entry);
  return light === null || light === "unreported" || completionBasis !== "increment" ? null : completion;
}

interface Place {
  readonly rank: number | null;
  readonly ranked: number;
}

/** The places of the chains' targets by completion, among those of one indicator and reading; equal ones share a place. */
function placesOf(month: MonthView, entries: readonly TargetEntry[]): (entry: TargetEntry) => Place {
  const kindOf = ({ row, measure }: TargetEntry) =>
    `${measure.row.indicator.key}.${row.reading}.${measure.row.scope === null ? "" : "scoped"}`;
  const ofChains = entries.filter(({ measure }) => measure.subject.row.kind === "chain");
  return (entry) => {
    const ofItsKind = ofChains.filter((each) => kindOf(each) === kindOf(entry));
    const completions = ofItsKind.flatMap((each) => rankable(month, each) ?? []);
    const own = ofChains.includes(entry) ? rankable(month, entry) : null;
    const before = completions.filter((each) => own !== null && compare(each, own) > 0).length;
    return { rank: own === null ? null : before + 1, ranked: completions.length };
  };
}

/** The rows of a horizon's targets at a month, by target. */
export function briefingTargets(
  at: MonthViews,
  month: MonthView,
  horizon: string,
): ReadonlyMap<TargetEntry, BriefingTarget> {
  const { outline } = month.view;
  const entries = outline.subjects.flatMap((subject) => targetsOf(subject, horizon));
  const placeOf = placesOf(month, entries);
  return new Map(
    entries.map((entry) => {
      const assessed = month.assessment(entry);
      const { light, decimals } = assessed;
      return [
        entry,
        {
          subject: subjectSummary(entry.measure.subject),
          name: indicatorInWords(entry),
          ...unitsOf(month, entry.measure.subject),
          reportingUnit: entry.measure.reporting.name,
          assessment: shownAssessment(month, entry),
          lightWord: lightWordOf(month, entry),
          shortfall: shortfallAt(month, entry).figure,
          since: isLagging(light) ? behindSince(at, entry, month.month) : null,
          ...placeOf(entry),
          decimals,
          nature: entry.measure.row.nature,
          yardstick: tell(assessed).yardstick,
        },
      ];
    }),
  );
}

/** The units that answer for a subject, by role. */
function unitsOf(month: MonthView, subject: SubjectEntry): Pick<BriefingSubject, "lead" | "responsible"> {
  const units = assignedUnits(month.view.outline, subject, month.month);
  const named = (role: string) => units.filter((unit) => unit.role === role).map(({ name }) => name);
  return { lead: named("lead"), responsible: named("responsible") };
}

/** Subjects of a kind with the rows of their targets; of chains also those without a target ("—"). */
export function briefingSubjects(
  month: MonthView,
  rows: ReadonlyMap<TargetEntry, BriefingTarget>,
  { kind, horizon }: { readonly kind: SubjectEntry["row"]["kind"]; readonly horizon: string },
): BriefingSubject[] {
  return month.view.outline.subjects
    .filter((subject) => subject.row.kind === kind)
    .flatMap((subject) => {
      const entries = targetsOf(subject, horizon);
      if (entries.length === 0 && kind !== "chain") return [];
      const light = worstLight(entries.map(month.assessment));
      return [
        {
          subject: subjectSummary(subject),
          ...unitsOf(month, subject),
          light,
          lightWord: light === null ? noText : lightWord(light, month.view.basis),
          targets: entries.flatMap((entry) => rows.get(entry) ?? []),
        },
      ];
    });
}
