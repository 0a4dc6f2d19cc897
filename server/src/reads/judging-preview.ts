/** What another rule of lights or entry calendar would do: the plan as it is beside the plan as it would be, judged by the same code. */
import { findPlanBook, inSnapshot, type PlanBook } from "@beizeng/db";
import type { Light } from "@beizeng/db/vocabulary";
import type { JudgingMove, JudgingPreview } from "../contract/judging.ts";
import type { LightRow } from "../contract/lights.ts";
import { judgingInWords } from "../domain/judging.ts";
import { urgencyOf } from "../domain/lights.ts";
import type { Text } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { lightWords } from "../domain/words.ts";
import { findClosedMonths } from "../plans/asked-addition.ts";
import {
  type AskedJudging,
  closedFrom,
  readCalendar,
  readRule,
  type TypedCalendar,
  type TypedRule,
} from "../plans/asked-judging.ts";
import { outlineOf, type PlanOutline } from "../plans/outline.ts";
import { type PlanView, planView } from "../plans/view.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { lightRows } from "./light-map.ts";
import { indicatorInWords } from "./named-target.ts";
import { askPlan, knowledgeOf, runningMonth } from "./questions.ts";
import type { Reads } from "./reads.ts";

/** One row of the map before and after. */
interface Pair {
  readonly before: LightRow;
  readonly after: LightRow;
}

interface Compared {
  readonly horizon: string;
  readonly months: readonly Month[];
  readonly pairs: readonly Pair[];
}

function compared(before: PlanView, after: PlanView, running: Month): Compared[] {
  return before.outline.horizons.map((horizon) => {
    const { months, rows } = lightRows(before, horizon, running);
    const then = lightRows(after, horizon, running).rows;
    const pairs = rows.flatMap((row, place) => {
      const moved = then[place];
      return moved === undefined ? [] : [{ before: row, after: moved }];
    });
    return { horizon, months, pairs };
  });
}

type Span = JudgingMove["spans"][number];

/** How a row's lights change, months that change alike taken together. */
function spansOf(months: readonly Month[], { before, after }: Pair): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  months.slice(0, before.lights.length).forEach((month, place) => {
    const [was, is] = [before.lights[place] ?? null, after.lights[place] ?? null];
    if (was === is) {
      open = null;
    } else if (open !== null && open.before === was && open.after === is) {
      open.to = month;
    } else {
      open = { from: month, to: month, before: was, after: is };
      spans.push(open);
    }
  });
  return spans;
}

function movesOf({ outline }: PlanView, { horizon, months, pairs }: Compared): JudgingMove[] {
  return pairs.flatMap((pair): JudgingMove[] => {
    const { target, subject } = pair.before;
    const entry = target === null ? undefined : outline.targetByKey.get(target);
    const spans = spansOf(months, pair);
    if (entry === undefined || spans.length === 0) return [];
    return [{ target: entry.row.key, subject, name: indicatorInWords(entry), horizon, spans }];
  });
}

/** Each light of a target that would change. */
interface Change {
  readonly before: Light | null;
  readonly after: Light | null;
}

function changesOf({ pairs }: Compared): Change[] {
  return pairs
    .filter(({ before }) => before.target !== null)
    .flatMap(({ before, after }) =>
      before.lights.flatMap((was, place): Change[] => {
        const is = after.lights[place] ?? null;
        return was === is ? [] : [{ before: was, after: is }];
      }),
    );
}

const worse = ({ before, after }: Change) => before !== null && after !== null && urgencyOf(after) < urgencyOf(before);
const better = ({ before, after }: Change) => before !== null && after !== null && urgencyOf(after) > urgencyOf(before);

const noLight: Text = { zh: "不亮灯", en: "no light" };
const wordOf = (light: Light | null) => (light === null ? noLight : lightWords[light]);

/** The changes by what they change from and to, the most frequent first. */
function movesCounted(changes: readonly Change[]) {
  const counts = new Map<string, Change & { count: number }>();
  for (const change of changes) {
    const key = `${change.before} ${change.after}`;
    counts.set(key, { ...change, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .map(({ before, after, count }) => ({ before: wordOf(before), after: wordOf(after), count }));
}

async function preview(
  reads: Reads,
  plan: string,
  read: (outline: PlanOutline) => Answer<AskedJudging<{ readonly from: Month }>>,
): Promise<Answer<JudgingPreview>> {
  const asked = await askPlan(reads, plan, knowledgeOf({}));
  if (!asked.ok) return asked;
  const before = asked.value.view;
  const typed = read(before.outline);
  if (!typed.ok) return typed;
  const { set, extend } = typed.value;
  const planId = before.outline.facts.id;
  const { book, closed } = await inSnapshot(reads.store, async (reader) => ({
    book: await findPlanBook(reader, plan),
    closed: await findClosedMonths(reader, planId),
  }));
  if (book === null) return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: "" });
  return give(previewOf(before, { book: extend(book), from: set.from, closed, running: runningMonth(reads) }));
}

function previewOf(
  before: PlanView,
  given: { readonly book: PlanBook; readonly from: Month; readonly closed: readonly Month[]; readonly running: Month },
): JudgingPreview {
  const { book, from, closed, running } = given;
  const after = planView(outlineOf(book), before.standing, before.basis);
  const maps = compared(before, after, running);
  const moves = maps.flatMap((map) => movesOf(before, map));
  const changes = maps.flatMap(changesOf);
  return {
    from,
    month: running,
    sentence: judgingInWords({ from, running, targets: moves.length, moves: movesCounted(changes) }),
    lights: changes.length,
    worse: changes.filter(worse).length,
    better: changes.filter(better).length,
    closed: closedFrom(from, closed),
    maps: maps.map(({ horizon, months, pairs }) => ({
      horizon,
      months: [...months],
      rows: pairs
        .filter(({ before: row }) => row.target === null)
        .map((pair) => ({ subject: pair.before.subject, before: pair.before.lights, after: pair.after.lights })),
    })),
    moves,
  };
}

/** The answer of POST /api/plans/{plan}/light-rules/preview; nothing is written. */
export function previewRule(reads: Reads, plan: string, typed: TypedRule): Promise<Answer<JudgingPreview>> {
  return preview(reads, plan, (outline) => readRule(typed, outline));
}

/** The answer of POST /api/plans/{plan}/entry-calendars/preview; nothing is written. */
export function previewCalendar(reads: Reads, plan: string, typed: TypedCalendar): Promise<Answer<JudgingPreview>> {
  return preview(reads, plan, (outline) => readCalendar(typed, outline));
}
