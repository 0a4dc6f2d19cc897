/** Setting how a plan is judged from a month on (亮灯规则, 入库日历): what came before stays, and earlier months are judged by it. */
import { insertEntryCalendar, insertLightRule, type Store, type Transaction } from "@beizeng/db";
import type { EntryCalendar, LightRule } from "../domain/model.ts";
import type { Month } from "../domain/month.ts";
import { findClosedMonths } from "../plans/asked-addition.ts";
import {
  type AskedJudging,
  readCalendar,
  readRule,
  refuseClosed,
  type TypedCalendar,
  type TypedRule,
} from "../plans/asked-judging.ts";
import type { PlanOutline } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import { type Addition, type Edited, editPlan, type PlanEditing } from "./edit-plan.ts";
import { findStandings, renewHeadlines } from "./renew-headlines.ts";

/** A rule of lights from a month on. */
export interface AddLightRule extends PlanEditing, TypedRule {}
/** An entry calendar from a month on. */
export interface AddEntryCalendar extends PlanEditing, TypedCalendar {}

interface Setting<Set> {
  readonly kind: "add-light-rule" | "add-entry-calendar";
  /** The word of the entity, such as `light-rule` in `light-rule:2022-07`. */
  readonly word: string;
  readonly read: (outline: PlanOutline) => Answer<AskedJudging<Set>>;
  readonly insert: (transaction: Transaction, place: { planId: number; editId: number }, set: Set) => Promise<void>;
}

async function decide<Set extends { readonly from: Month }>(
  store: Store,
  transaction: Transaction,
  { request: { plan, now }, outline }: { readonly request: PlanEditing; readonly outline: PlanOutline },
  { kind, word, read, insert }: Setting<Set>,
): Promise<Answer<Addition>> {
  const asked = read(outline);
  if (!asked.ok) return asked;
  const { set, isHeld } = asked.value;
  if (isHeld) return refuse({ code: "judged-so-already", field: "from", allowed: set.from });
  const planId = outline.facts.id;
  const open = refuseClosed(set.from, await findClosedMonths(transaction, planId));
  if (!open.ok) return open;
  const standings = await findStandings(store, transaction, plan);
  return give({
    kind,
    entity: `${word}:${set.from}`,
    from: set.from,
    payload: { ...set },
    write: async (writing, { editId }) => {
      await insert(writing, { planId, editId }, set);
      await renewHeadlines(writing, { plan, measure: null, from: set.from, now }, standings);
    },
  });
}

type Written = Promise<Answer<Edited & { readonly isRepeated: boolean }>>;

/** Judges a plan's lights by another rule from a month on. */
export function addLightRule(store: Store, request: AddLightRule): Written {
  const { from, mode, tolerancePercent, isInclusive } = request;
  const kind = "add-light-rule";
  const asked = { kind, from, mode, tolerancePercent, isInclusive };
  return editPlan(store, request, asked, (outline, transaction) =>
    decide<LightRule>(
      store,
      transaction,
      { request, outline },
      {
        ...{ kind, word: "light-rule", insert: insertLightRule },
        read: (of) => readRule(request, of),
      },
    ),
  );
}

/** Makes the schedule of a plan's batch targets by another calendar from a month on. */
export function addEntryCalendar(store: Store, request: AddEntryCalendar): Written {
  const { from, monthlyPercent, yearWeights = {} } = request;
  const kind = "add-entry-calendar";
  const asked = { kind, from, monthlyPercent, yearWeights };
  return editPlan(store, request, asked, (outline, transaction) =>
    decide<EntryCalendar>(
      store,
      transaction,
      { request, outline },
      {
        kind,
        word: "entry-calendar",
        read: (of) => readCalendar(request, of),
        insert: (writing, place, { monthlyPercent: months, ...set }) =>
          insertEntryCalendar(writing, place, { ...set, monthlyPercent: [...months] }),
      },
    ),
  );
}
