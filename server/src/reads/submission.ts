/** One submission side by side with what was accepted before it, and what its acceptance would move. */
import { findEvidenceOfLines, findMovesOfMonth, findReturnedLines } from "@beizeng/db";
import type { Submission, SubmissionStep, SubmittedLine, TargetMove } from "../contract/reviews.ts";
import { mayReadPapers, type PaperReader } from "../domain/access.ts";
import { type FigureField, figureFields } from "../domain/check-list.ts";
import { achievedText } from "../domain/figures.ts";
import { isClosed, monthStandingOf } from "../domain/months.ts";
import { observationAt } from "../domain/observation.ts";
import { decideMove } from "../domain/workflow.ts";
import { type CountedLine, findingsOf, movedHeadlines } from "../plans/counted-lines.ts";
import { findDueDays } from "../plans/due-days.ts";
import type { TargetEntry } from "../plans/outline.ts";
import { shownScaled, shownShare } from "../plans/shown-figure.ts";
import { stateOf } from "../plans/submission-state.ts";
import { type MonthView, monthView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { namesOf } from "./people.ts";
import type { Reads } from "./reads.ts";
import { factsOf, type OpenedSubmission, openSubmission } from "./submission-facts.ts";
import { targetInWords } from "./target-in-words.ts";

function standingOf(month: MonthView, entry: TargetEntry): TargetMove["before"] {
  const assessed = month.assessment(entry);
  return {
    achieved: achievedText(assessed, month.view.basis),
    completion: shownShare(assessed.completion),
    light: assessed.light,
  };
}

/** How targets stand before and after acceptance, by the same arithmetic as every page. */
function targetMoves(before: MonthView, after: MonthView, entries: readonly TargetEntry[]): TargetMove[] {
  return entries.map((entry) => ({
    target: entry.row.key,
    subject: entry.measure.subject.row.name,
    horizon: entry.row.horizon,
    text: targetInWords(entry, after.assessment(entry)),
    before: standingOf(before, entry),
    after: standingOf(after, entry),
  }));
}

const difference = (now: number | null, before: number | null) =>
  now === null || before === null ? null : now - before;

/** The quantities that a line holds or that stood before, each with the last accepted one and the change from it. */
function quantitiesOf({ view, period }: OpenedSubmission, { entry, line }: CountedLine) {
  const { decimals } = entry.row.indicator;
  const measure = view.measure(entry);
  const last = measure.observations.findLast(({ month }) => month < period) ?? null;
  const standing = observationAt(measure, period);
  const held = (field: FigureField) => [line[field], last?.[field], standing?.[field]].some((each) => each != null);
  return {
    lastMonth: last?.month ?? null,
    quantities: figureFields.filter(held).map((field) => ({
      field,
      last: shownScaled(last?.[field] ?? null, decimals),
      standing: shownScaled(standing?.[field] ?? null, decimals),
      submitted: shownScaled(line[field], decimals),
      change: shownScaled(difference(line[field], standing?.[field] ?? last?.[field] ?? null), decimals),
    })),
  };
}

type Beside = Pick<SubmittedLine, "evidence" | "returned">;

function shownLine(
  opened: OpenedSubmission,
  counted: CountedLine,
  months: { readonly before: MonthView; readonly after: MonthView },
  beside: Beside,
): SubmittedLine {
  const { entry, line } = counted;
  const { key, indicator, scope, nature } = entry.row;
  return {
    measure: key,
    nature,
    subject: entry.subject.row.name,
    name: indicator.name,
    scopeName: scope?.name ?? null,
    unit: indicator.unit,
    ...quantitiesOf(opened, counted),
    doneOn: line.doneOn,
    isUnchanged: line.isUnchanged,
    note: line.note,
    reason: line.reason,
    findings: [...findingsOf(opened, opened.period, counted)],
    ...beside,
    targets: targetMoves(months.before, months.after, entry.targets),
  };
}

async function readSteps(
  reads: Reads,
  { recorded, view }: OpenedSubmission,
  people: (key: string) => string,
): Promise<SubmissionStep[]> {
  const returned = await findReturnedLines(reads.store, recorded.id);
  const measures = new Map(view.outline.measures.map((entry) => [entry.row.id, entry]));
  return recorded.moves.map(({ id, move, actor, actorRole, at, reason }) => ({
    move,
    by: people(actor),
    role: actorRole,
    at,
    reason,
    lines: returned
      .filter(({ moveId }) => moveId === id)
      .flatMap(({ measureId, reason: word }) => {
        const entry = measures.get(measureId);
        return entry === undefined ? [] : [{ measure: entry.row.key, name: entry.row.indicator.name, reason: word }];
      }),
  }));
}

const told = ["not-your-role", "not-from-this-state", "your-own-submission"] as const;

/** What keeps the actor from accepting or returning it now. */
function hindranceOf(
  actor: PaperReader,
  { recorded }: OpenedSubmission,
  isMonthClosed: boolean,
): Submission["hindrance"] {
  const { department, moves } = recorded;
  const submittedBy = moves.findLast(({ move }) => move === "submit")?.actor ?? null;
  const standing = { state: stateOf(recorded), department, submittedBy };
  const mover = { account: actor.id, role: actor.role, departments: actor.departments };
  const decided = decideMove(standing, { move: "accept", mover, reason: null, isCorrecting: false, hasHead: false });
  if (decided.ok) return isMonthClosed ? "month-closed" : null;
  return told.find((reason) => reason === decided.reason) ?? "not-your-role";
}

/** The answer of GET /api/submissions/{submission}. */
export async function readSubmission(reads: Reads, id: number, actor: PaperReader): Promise<Answer<Submission>> {
  const opened = await openSubmission(reads, id);
  // Whether there is one is not told to those who may not read it.
  if (opened === null || !mayReadPapers(actor, opened.recorded.department)) {
    return refuse({ code: "unknown-submission", field: "submission", value: String(id) });
  }
  const { recorded, view, period, counted } = opened;
  const { handedIn, ...facts } = factsOf(opened, await findDueDays(reads.store, view.outline));
  const state = stateOf(recorded);
  const months = {
    before: monthView(view, period),
    after: monthView(view.after(counted), period),
  };
  const month = monthStandingOf(await findMovesOfMonth(reads.store, recorded.planId, recorded.period));
  const evidence = await findEvidenceOfLines(reads.store, id);
  const writers = [...recorded.moves.map(({ actor: by }) => by), ...evidence.map(({ addedBy }) => addedBy)];
  const people = await namesOf(reads.store, writers);
  const steps = await readSteps(reads, opened, people);
  const lastReturn = steps.findLast(({ move }) => move === "return");
  const own = new Set(counted.flatMap(({ entry }) => entry.targets));
  const headlines = movedHeadlines(view.outline, new Set(counted.map(({ line }) => line.measureId)));
  return give({
    ...facts,
    state,
    submittedBy: handedIn === null ? null : people(handedIn.actor),
    submittedAt: handedIn?.at ?? null,
    reason: handedIn?.reason ?? null,
    monthState: month.state,
    hindrance: hindranceOf(actor, opened, isClosed(month)),
    lines: counted.map((line) =>
      shownLine(opened, line, months, {
        evidence: evidence
          .filter(({ lineId }) => lineId === line.line.id)
          .map(({ evidenceId, lineId: _, ...file }) => ({ id: evidenceId, ...file, addedBy: people(file.addedBy) })),
        returned: lastReturn?.lines.find(({ measure }) => measure === line.entry.row.key)?.reason ?? null,
      }),
    ),
    headlines: targetMoves(
      months.before,
      months.after,
      headlines.filter((entry) => !own.has(entry)),
    ),
    steps,
  });
}
