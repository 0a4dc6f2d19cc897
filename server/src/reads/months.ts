/** A plan's periods: whether they are closed, who has reported, their editions, and the due days that were moved. */
import {
  findAccounts,
  findExtensions,
  findMonthMoves,
  findSubmissions,
  type RecordedExtension,
  type RecordedMonthMove,
  type RecordedSubmission,
} from "@beizeng/db";
import type { Months, PlanMonth } from "../contract/months.ts";
import { may } from "../domain/access.ts";
import { type Month, periodEnd } from "../domain/month.ts";
import { monthStandingOf } from "../domain/months.ts";
import { undonePapers } from "../plans/month-papers.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { dueOn, periodsUntil } from "../plans/periods.ts";
import { type Answer, give } from "../problems.ts";
import { peopleOf } from "./people.ts";
import { planSummary } from "./plan-summary.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";
import { type ReportingRecord, reportingOf } from "./reporting-record.ts";

interface Found {
  readonly outline: PlanOutline;
  readonly running: Month;
  readonly record: ReportingRecord;
  readonly submissions: readonly RecordedSubmission[];
  readonly moves: readonly RecordedMonthMove[];
  readonly extensions: readonly RecordedExtension[];
  readonly people: (key: string) => string;
  /** Account of whoever asks, null for a visitor. */
  readonly account: string | null;
}

type ShownEdition = PlanMonth["editions"][number];

/** The reopening that followed an edition; null while it stands. Every move after a closing carries its edition's number. */
function reopeningOf(
  edition: number,
  moves: readonly RecordedMonthMove[],
  people: Found["people"],
): ShownEdition["reopened"] {
  const after = moves.filter((move) => move.edition === edition);
  const granted = after.find(({ move }) => move === "reopen");
  const asked = after.findLast(({ move }) => move === "ask-reopening");
  if (granted === undefined || asked === undefined) return null;
  const { actor, at } = granted;
  return { askedBy: people(asked.actor), reason: asked.reason ?? "", grantedBy: people(actor), grantedAt: at };
}

/** An edition as it is quoted, with what the month's other moves say of it. */
export function shownEdition(
  { edition, hash, at, actor, reason, revision }: RecordedMonthMove,
  moves: readonly RecordedMonthMove[],
  people: Found["people"],
): ShownEdition {
  const reopened = reopeningOf(edition, moves, people);
  return { edition, hash: hash ?? "", closedAt: at, closedBy: people(actor), reason, revision, reopened };
}

function undoneOf({ outline, record, submissions }: Found, month: Month): PlanMonth["undone"] {
  return undonePapers(outline, month, submissions).map(({ department, state, submission, isReport }) => {
    const cell = record.get(department)?.find(({ period }) => period === month);
    return {
      department,
      name: outline.departments.get(department)?.name ?? { zh: department, en: department },
      state,
      submission: submission === null ? null : String(submission),
      punctuality: cell?.punctuality ?? "not-yet-due",
      dueOn: cell?.dueOn ?? dueOn(month, outline.calendar),
      isReport,
    };
  });
}

function shownMonth(found: Found, month: Month): PlanMonth {
  const { outline, running, record, moves, extensions, people, account } = found;
  const own = moves.filter((move) => move.month === month);
  const standing = monthStandingOf(own);
  const cells = [...record.values()].flatMap((all) => all.filter(({ period }) => period === month));
  const asking = standing.askedBy === null ? undefined : own.at(-1);
  return {
    month,
    state: standing.state,
    dueOn: dueOn(month, outline.calendar),
    isEnded: month < running,
    units: cells.length,
    submitted: cells.filter(({ submittedOn }) => submittedOn !== null).length,
    accepted: cells.filter(({ state }) => state === "accepted").length,
    undone: undoneOf(found, month),
    editions: own
      .filter(({ move }) => move === "close")
      .map((move) => shownEdition(move, own, people))
      .reverse(),
    reopening:
      asking === undefined
        ? null
        : {
            askedBy: people(asking.actor),
            askedAt: asking.at,
            reason: asking.reason ?? "",
            isOwn: asking.actor === account,
          },
    extensions: extensions
      .filter(({ period }) => period === month)
      .map(({ department, dueOn: until, reason, actor, at }) => ({
        period: month,
        department,
        name: department === null ? null : (outline.departments.get(department)?.name ?? null),
        dueOn: until,
        reason,
        grantedBy: people(actor),
        grantedAt: at,
      })),
  };
}

/** The answer of GET /api/plans/{plan}/months. */
export async function readMonths(reads: Reads, plan: string, account: string | null): Promise<Answer<Months>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const running = runningMonth(reads);
  const planId = outline.facts.id;
  const periods = periodsUntil(outline, periodEnd(running, outline.calendar.frequency));
  const [from, until] = [periods[0] ?? running, periods.at(-1) ?? running];
  const accounts = await findAccounts(reads.store);
  const found: Found = {
    outline,
    running,
    record: await reportingOf(reads, asked.value, running),
    submissions: await findSubmissions(reads.store, { planId, from, until }),
    moves: await findMonthMoves(reads.store, planId),
    extensions: await findExtensions(reads.store, planId),
    people: await peopleOf(reads),
    account,
  };
  const units = [...new Set(outline.measures.map(({ reporting }) => reporting))];
  return give({
    plan: planSummary(reads, outline),
    months: periods.map((month) => shownMonth(found, month)).reverse(),
    units: units.map(({ key, name }) => ({ department: key, name })),
    isSecondPersonThere:
      accounts.filter(({ role, disabledAt }) => disabledAt === null && may(role, "close-months")).length > 1,
  });
}
