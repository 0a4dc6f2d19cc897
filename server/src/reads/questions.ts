/** What a question may name: plans, months, horizons, subjects, indicators; each refusal says what there is. */
import type { Basis } from "@beizeng/db/vocabulary";
import { isMonth, type Month } from "../domain/month.ts";
import { isDay } from "../plans/china-day.ts";
import type { PlanOutline, SubjectEntry } from "../plans/outline.ts";
import { type Answer, give, refuse } from "../problems.ts";
import type { Knowledge, Known, Reads } from "./reads.ts";

/** A plan as a question knows it. */
export interface AskedPlan extends Known {
  readonly knowledge: Knowledge;
}

/** Names to choose from; of many only the first. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 30).join(", ");
  return names.length > 30 ? `${shown} … (${names.length})` : shown;
}

/** What a query may say of whose figures and as known when; the basis is 部门填报 unless it says otherwise. */
export function knowledgeOf(query: { basis?: Basis; asKnownOn?: string }): Knowledge {
  return { basis: query.basis ?? "department", asKnownOn: query.asKnownOn ?? null };
}

/** A plan as known; refuses a plan that is not there, and a day that is none, is to come, or was before the plan. */
export async function askPlan(reads: Reads, plan: string, knowledge: Knowledge): Promise<Answer<AskedPlan>> {
  const day = knowledge.asKnownOn;
  if (day !== null) {
    const plans = await reads.plans();
    const issuedOn = plans.find(({ key }) => key === plan)?.issuedOn ?? day;
    if (!isDay(day) || day < issuedOn || day > reads.today()) {
      const allowed = `${issuedOn} — ${reads.today()}`;
      return refuse({ code: "day-out-of-range", field: "asKnownOn", value: day, allowed });
    }
  }
  const known = await reads.view(plan, knowledge);
  if (known !== null) return give({ ...known, knowledge });
  const plans = await reads.plans();
  return refuse({ code: "unknown-plan", field: "plan", value: plan, allowed: listed(plans.map(({ key }) => key)) });
}

/** The running month by the workspace's clock. */
export function runningMonth(reads: Pick<Reads, "today">): Month {
  const month = reads.today().slice(0, 7);
  if (!isMonth(month)) throw new RangeError(`the clock says ${month}`);
  return month;
}

/** A month between the plan's first origin and the running month. */
export function askMonth(reads: Reads, outline: PlanOutline, field: string, text: string): Answer<Month> {
  const last = runningMonth(reads);
  if (isMonth(text) && text >= outline.firstMonth && text <= last) return give(text);
  return refuse({ code: "month-out-of-range", field, value: text, allowed: `${outline.firstMonth} — ${last}` });
}

/** A horizon of the plan. */
export function askHorizon(outline: PlanOutline, horizon: string): Answer<string> {
  if (outline.horizons.includes(horizon)) return give(horizon);
  return refuse({ code: "unknown-horizon", field: "horizon", value: horizon, allowed: listed(outline.horizons) });
}

/** A subject of the plan. */
export function askSubject(outline: PlanOutline, key: string): Answer<SubjectEntry> {
  const subject = outline.subjects.find(({ row }) => row.key === key);
  if (subject !== undefined) return give(subject);
  const allowed = listed(outline.subjects.map(({ row }) => row.key));
  return refuse({ code: "unknown-subject", field: "subject", value: key, allowed });
}

/** An indicator that the plan has; none is asked for where it is left out. */
export function askIndicator(outline: PlanOutline, key: string | undefined): Answer<string | undefined> {
  const keys = [...new Set(outline.measures.map(({ row }) => row.indicator.key))];
  if (key === undefined || keys.includes(key)) return give(key);
  return refuse({ code: "unknown-indicator", field: "indicator", value: key, allowed: listed(keys) });
}

/** A plan, a month and a horizon of it: what most questions ask for together. */
export async function askPlanMonthHorizon(
  reads: Reads,
  plan: string,
  query: { month: string; horizon: string; basis?: Basis; asKnownOn?: string },
): Promise<Answer<AskedPlan & { month: Month; horizon: string }>> {
  const asked = await askPlan(reads, plan, knowledgeOf(query));
  if (!asked.ok) return asked;
  const { outline } = asked.value.view;
  const month = askMonth(reads, outline, "month", query.month);
  if (!month.ok) return month;
  const horizon = askHorizon(outline, query.horizon);
  if (!horizon.ok) return horizon;
  return give({ ...asked.value, month: month.value, horizon: horizon.value });
}
